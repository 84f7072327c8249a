import type { Guess } from './reading.ts';

const tail = '(?:工程|项目|采购|标段|综合楼|教学楼|办公楼|改造|养护|建设|整治|修复|治理|服务|系统|造林|硬化|扩建|新建|维修|装修|出让|转让|地块|管网|二期|一期|三期|公路|大桥|水库|电站|用房|绿化|安装|维护|租赁|处置|招租|中心|电站|除险加固|加固|装置|提升|亮化|采购项目)';
const cut = /(?:施工标|施工|监理标|设计标|标书|的标|标段|标)$/;
const spoken: readonly RegExp[] = [
  new RegExp(`市本级(?:的)?[“"「]?([\\u4e00-\\u9fa5A-Za-z0-9（）()·\\-]{2,28}?(?:${tail})+(?:（[^）]{1,8}）)?(?:[一二三四五]期)?(?:项目|工程)?)`),
  /(?:市本级|说|是|在|搞|关于|反映|参加了?|参与了?|投了?|中了|负责|承建|的)([\u4e00-\u9fa5A-Za-z0-9]{2,20}?)(?:施工)?(?:的标|的项目|的工程)(?:[，。！？；,]|$|[是有谁里])/,
  new RegExp(`(?:参加了?|参与了?|投标了?|投了|中标了?|中了|承建的?|承包的?|关于|反映|负责的?|万的|元的|是|在|把)((?!一个|这个|那个|评标|招标|什么)[\\u4e00-\\u9fa5A-Za-z0-9]{2,22}?(?:${tail})+(?:[一二三四五]期)?(?:项目|工程)?)`),
  new RegExp(`(?:^|[，。；\\n])((?!我|他|你|这|那|有人|今天|昨天|前天|听说|一个|请问)[\\u4e00-\\u9fa5A-Za-z0-9]{4,20}?(?:工程|项目|采购项目|改造|养护|扩建|综合楼|二期|一期))`),
];
const notNames = /^(?:的|这个|那个|一个|某个|我们|你们|水利|交通|住建|交通局|水利局|住建局|那边|他们|整个|该|本|此|哪个|几个|所有|别的|公共资源|政府|政府采购|一些|同一)*(?:工程|项目|采购|标段|建设|服务|系统|处置|转让|出让)?$/;
const faults = /私下|擅自|偷偷|违规|没有|直接|打招呼|围标|串标|转包|关照|内定|量身|举报|投诉|匿名|潜规则|一条龙|好处/;

/** The project's name: between quotation marks first, else as spoken; less sure then. */
export function readProject(text: string): Guess<string> | undefined {
  for (const match of text.matchAll(/[“"「《]([^”"」》]{3,40})[”"」》]/g)) {
    const name = match[1] ?? '';
    if (!faults.test(name) && !/办法|条例|规定|法$/.test(name)) return { value: name, words: name, why: '引号里的名称', sure: true };
  }
  for (const find of spoken) {
    const raw = find.exec(text)?.[1]?.replace(cut, '').replace(/^(?:市本级|我市|鄂尔多斯市?|[\d.]+[万亿]元?)(?:的)?/, '').replace(/^.*(?:发现|退出|反映|举报|参加了?|我们|关于|核查)/, '') ?? '';
    if (raw.length >= 3 && !notNames.test(raw) && !faults.test(raw)) return { value: raw, words: raw, why: '像是项目名称', sure: false };
  }
  return undefined;
}
