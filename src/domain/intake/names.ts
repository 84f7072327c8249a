import type { Guess } from './reading.ts';

const legal = '(?:有限责任公司|股份有限公司|有限公司|集团公司|集团|公司|合作社|事务所|研究院|设计院)';
const trade = '(?:建设|建工|建筑|市政|路桥|路港|环境|环保|科技|工程|实业|商贸|贸易|咨询|监理|装饰|园林|置业|地产|矿业|医药|药业|医疗|物业|电力|电气|能源|新能源|生态|设备|机电|机械|检测|评估|拍卖|物流|劳务|消防|信息|网络|软件|智能|水利|水电|农牧|牧业|农业|绿化|测绘|勘察|安装|代理|交通|运输|管业|建材|数据|股份|重工|钢构|器械)';

// Ordinary words that stand before a trade word without being anybody's name.
const ordinary = /未|买|购|经评|关联|虚假|出具|明显|中心|引水|国企|企业|学校|公路|道路|项目|工程|市政|综合|生态|水利|房屋|城市|农村|牧区|园区|基础|设施|信息|智慧|标准|农田|节水|改造|灌区|厂区|养护|医院|教学|管网|供[热水]|排水|污水|处理|治理|土地|矿山|草原|造林|光伏|风电|煤矿|电力|通信|网络|消防|装[修饰]|监控|监测|系统|设备|采购|政府|国有|集体|服务|物业|施工|监理|设计|勘察|招标|代理|投标|检测|评估|审计|开工|组织|负责|参与|建设|环境|危废|在线|垃圾|大气|土壤|经济|安全|质量|技术|机电|安装|整个|这个|那个|一个|哪个|我们|你们|他们|水库|新建|扩建|在建|大楼|小区|平台|全部|主体|附属|配套|的|了|是|在|把|被|给|和|与|跟|要|做|干|有|没|不|这|那|哪|某|几|家|我|你|他|本|该|同|别|外地|本地|当地|大型|小|皮包|中介|中标|第一|第二|办公|影像|检验|重点|专业|相关|现场|后期|前期|二期|一期|三期|年度|全市|全区|市级|自治区|行业|主管|生产|工业|农业|交通|运输|公共|资源|林业|草业|能源|住房|城乡|自然|车辆|医疗|机房|软件|数据|机械|校园|食堂|高速|桥梁|隧道|河道|堤防|绿化|景观|亮化|体育|文化|供电|配电|输电|变电|储能|热力|燃气|天然|实验|电子|图书|家具|智能|防洪|种植|养殖|畜牧|人工|退化|保护|修复|整治|复垦|测绘|规划|保洁|保安|印刷|维保|运维|租赁|软|硬|路面|路基|绿色|先进|国际|出现|指定|购买|使用|提供|发现|存在|加快|推进|验收|结算|资金|合同|工人|农民|进场|甲方|乙方|业主/;
const generic = /^(我们|你们|他们|咱们|关联|关系|下属|子|母|上市|知名|某某|我|本|这|那|该|某|几|多|两|三|四|五|六|七|八|九|十|\d|别的?|其他|另|哪|同|一|小|大|好|新|老|外地|本地|当地|中标|投标|施工|监理|代理|招标|咨询|评估|检测|拍卖|物业|建筑|国有|市属|平台|皮包|中介|民营|私营|设备|供货|供应|医药|劳务|保险|个|家|的|是|让|给|被)*$/;
const stops = /(?:中标的|中标人|中标单位|投标人|投标单位|供应商|提示|反映|举报|投诉|发现|公司叫|单位是|名叫|叫做|其中|就是|但是|还有|以及|因为|所以|结果|然后|据说|听说|知道|看到|报名|委托|指定|只有|定给|包给|转给|卖给|租给|交给|给了|包给了|借|用|拿|让|给|由|被|把|向|与|和|跟|及|或|的|了|是|叫|说|在|对|从|到|有|请|找|为|家|名|我公司|我单位|我司|我们|项目|施工|代理机构|采购人|招标人|业主|甲方|第[一二三]名|老板)/g;

interface Span { at: number; text: string }

// Cuts a run of characters down to what follows its last stop word.
function core(run: string): string {
  let from = 0;
  for (const match of run.matchAll(stops)) {
    const end = match.index + match[0].length;
    if (run.length - end >= 2) from = end;
  }
  return run.slice(from);
}

function companies(text: string): Span[] {
  const find = new RegExp(`([\\u4e00-\\u9fa5A-Za-z（）()]{2,22}?)(${legal})`, 'g');
  return [...text.matchAll(find)].flatMap((match) => {
    const run = core(match[1] ?? '').replace(/^[（(）)]+/, '');
    if (run.length < 2 || generic.test(run)) return [];
    const whole = run + (match[2] ?? '');
    const plain = new RegExp(`^${trade}$`).test(run);
    return plain ? [] : [{ at: match.index + match[0].length - whole.length, text: whole }];
  });
}

// These words end project names as often as company names, so a neighbour in a list or an act must bear them out.
const weak = /(工程|设备|安装|信息|数据|网络|消防|交通|运输|绿化|检测|器械|水利|能源|电力|生态)$/;

function listed(text: string, at: number, length: number): boolean {
  return /[、和与跟]$/.test(text.slice(0, at)) || /^(、|和|与|跟|等|[两三四五几]家|中标|串|围|把|挂靠|借|是借|是挂|弄|伪造|用假|转包)/.test(text.slice(at + length));
}

function traders(spoken: string): Span[] {
  const find = new RegExp(`([\\u4e00-\\u9fa5]{2,6}?)(${trade})(?!项目|标段|工程|局|厅|部门|用地|采购|系统|服务|厂|站|场|馆|楼|路|类|方案|质量|款|施工|改造|安装|监理|检测)`, 'g');
  return [...spoken.matchAll(find)].flatMap((match) => {
    const cut = core(match[1] ?? '');
    const name = cut.length > 4 ? cut.slice(-2) : cut;
    if (name.length < 2 || ordinary.test(name) || generic.test(name)) return [];
    const whole = name + (match[2] ?? '');
    const at = match.index + match[0].length - whole.length;
    if (weak.test(whole) && !listed(spoken, at, whole.length)) return [];
    return [{ at, text: whole }];
  });
}

const companyName = new RegExp(`^(?:[\\u4e00-\\u9fa5]{2,4}${trade}|.{3,20}公司)$`);

function isName(quoted: string): boolean {
  return companyName.test(quoted) && (quoted.endsWith('公司') || !ordinary.test(quoted.slice(0, 2)));
}

/** Organisations named in a text, in its order; a bare trade name without 公司 is less sure. Quoted project names are not read. */
export function readNames(text: string): Guess<string>[] {
  const spoken = text.replace(/[“"「《]([^”"」》]*)[”"」》]/g, (quoted, inner: string) => (isName(inner) ? `，${inner}，` : '，'.repeat(quoted.length)));
  const full = companies(spoken);
  const bare = traders(spoken).filter(({ at, text: name }) => !full.some((other) => at < other.at + other.text.length && other.at < at + name.length));
  const seen = new Set<string>();
  return [...full, ...bare]
    .sort((a, b) => a.at - b.at)
    .filter(({ text: name }) => !name.includes('的') && !seen.has(name) && seen.add(name))
    .map(({ text: name }) => ({ value: name, words: name, why: '像是单位名称', sure: name.endsWith('公司') }));
}
