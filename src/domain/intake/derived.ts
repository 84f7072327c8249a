import type { Amount, Guess } from './reading.ts';
import { scan, type Row } from './scan.ts';

const violationStage: Readonly<Record<string, string>> = {
  HZWL: 'LX', GB: 'LX', SPWF: 'LX', YJWJ: 'JC', PC: 'WJ', DLWG: 'WJ', XM: 'PB', ZJWG: 'PB', JQ: 'HT', HTBG: 'HT',
  ZB: 'LY', TQZ: 'LY', TQK: 'LY', ZL: 'LY', JM: 'LY', BK: 'LY',
};

const stageWords: readonly Row<string>[] = [
  { value: 'PB', find: /评标(还没|未|没有|没|正在|中|前|时|现场|过程|室|期间)|正在评标/, why: '提到评标', weight: 6, not: /评标(办法|标准)/ },
  { value: 'LY', find: /施工(过程|现场|中)|进场施工|验收|供货|履约|干了一半|完工|竣工/, why: '提到施工、供货或验收', weight: 4 },
  { value: 'HT', find: /签(订|了|完)?.{0,4}合同|合同签/, why: '提到签订合同', weight: 4 },
  { value: 'DB', find: /中标(价|通知|候选|公示|结果|人|单位|的|了|金额)|中了标|定标|成交(价|结果|公告)|公示期|已经中标/, why: '提到中标结果', weight: 3 },
  { value: 'PB', find: /评标|评审|评委|专家/, why: '提到评标', weight: 2 },
  { value: 'KB', find: /开标|解密|唱标/, why: '提到开标', weight: 2 },
  { value: 'WJ', find: /招标文件|采购文件|参数|评分(标准|办法)|资格条件/, why: '提到招标文件', weight: 2 },
  { value: 'GG', find: /公告|报名/, why: '提到公告报名', weight: 1 },
  { value: 'JC', find: /进场登记/, why: '提到进场登记', weight: 4 },
  { value: 'LX', find: /立项|可研|核准/, why: '提到立项', weight: 1 },
];

/** 环节: an evaluation that still runs first, else what the violation implies, else the weightiest words. */
export function readStage(text: string, violations: readonly Guess<string>[]): Guess<string> | undefined {
  const hits = scan(text, stageWords).sort((a, b) => b.weight - a.weight || a.at - b.at);
  const top = hits[0];
  const wordy = top && { value: top.value, words: top.words, why: top.why, sure: top.weight > 2 };
  if (top && top.weight > 5) return wordy;
  const implied = violations.find(({ value }) => violationStage[value] !== undefined);
  const value = implied && violationStage[implied.value];
  return value ? { value, words: implied.words, why: '按反映的问题推测', sure: false } : wordy;
}

const violationSubject: Readonly<Record<string, readonly string[]>> = {
  CT: ['TBR'], NXZJ: ['TBR'], ZB: ['TBR'], GK: ['TBR'], ZZ: ['TBR'], SX: ['TBR'], TQZ: ['TBR'], ZL: ['TBR'], JM: ['TBR'],
  GB: ['ZBR'], HZWL: ['ZBR'], SPWF: ['ZBR'], PC: ['ZBR'], CXWG: ['ZBR'], YJWJ: ['ZBR'], TQK: ['ZBR'],
  ZTCT: ['ZBR', 'TBR'], ZJWG: ['PWZJ'], DLWG: ['DLJG'], JJBG: ['DLJG'], GZWJ: ['GZRY'], XHG: ['GZRY'], BZW: ['JGBM'],
};

const subjectWords: readonly Row<string>[] = [
  { value: 'GZRY', find: /公职人员|公务员|党员干部|国家工作人员/, why: '提到公职人员' },
  { value: 'ZXRY', find: /(交易中心|公共资源中心)(的|里)?.{0,4}(人员|员工|工作人员|值班|有人|的人)|见证人员/, why: '提到交易中心人员' },
  { value: 'PWZJ', find: /(评委|专家).{0,10}(收|偏|打.{0,3}分|违规)/, why: '提到评标专家' },
  { value: 'DLJG', find: /代理(机构|公司)?.{0,12}(串通|勾结|内定|泄|改)/, why: '提到代理机构' },
];

/** 对象: who is meant, by the words and by the violations; a company named beside officials counts as bidder. */
export function readSubjects(text: string, found: { violations: readonly Guess<string>[]; named: readonly Guess<string>[] }): Guess<string>[] {
  const implied = found.violations.flatMap(({ value, words }) =>
    (violationSubject[value] ?? []).map((subject) => ({ value: subject, words, why: '按反映的问题推测', sure: false })));
  const said = scan(text, subjectWords).map(({ value, words, why }) => ({ value, words, why, sure: true }));
  const all = [...said, ...implied];
  const company = found.named[0];
  const owner = all.some(({ value }) => value === 'ZBR') && !all.some(({ value }) => value === 'GZRY');
  const bidder = company && !owner && found.violations.length > 0 ? [{ ...company, value: 'TBR', why: '提到的单位像是投标人', sure: false }] : [];
  const seen = new Set<string>();
  return [...all, ...bidder].filter(({ value }) => !seen.has(value) && seen.add(value));
}

const flagRows: readonly Row<string>[] = [
  { value: 'publicOfficial', find: /公职人员|公务员|党员干部|国家工作人员|国家监察对象/, why: '涉及公职人员' },
  { value: 'fundsFlowing', find: /(剩下|余下|余款|尾款|还有.{0,6}).{0,10}(要付|要拨|准备付|准备拨|没付完|即将)|(还在|正在|继续|马上|快要|即将|准备|月底前?要?)(拨|付|支付|打款)(?!.{0,4}(不|没))/, why: '资金仍在拨付' },
  { value: 'majorIssue', find: /巡视|巡察|专项行动|上级交办|领导批示|重大问题|环保?督察/, why: '第十条所列的来源' },
  { value: 'stateOwned', find: /市属.{0,4}(国企|企业|国有)|国有企业|国企|国有(独资|控股)|国资公司|城投|平台公司/, why: '涉及国有企业' },
  { value: 'govProcurement', find: /政府采购工程/, why: '属政府采购工程' },
  { value: 'safetyAccident', find: /(发生|出了?|出现|造成).{0,6}(安全)?事故|(砸|摔|压|埋|坠).{0,3}(伤|死|亡)|(人员)?伤亡|(随时|快要|马上)(会|要)?塌/, why: '可能涉及安全事故' },
  { value: 'licencePunish', find: /吊销.{0,6}(执照|资质|许可证)|营业执照.{0,6}(吊销|注销)/, why: '涉及执照处罚' },
  { value: 'centreInvolved', find: /(交易中心|公共资源中心)(的|里)?.{0,6}(人|人员|员工|工作人员|值班|主任)(员)?.{0,18}(泄|漏|透露|改|帮|收|违规|内鬼|私下|吃拿|串|放水)/, why: '反映交易中心人员' },
  { value: 'stateSecret', find: /涉密(项目|文件|工程|内容)|国家秘密|绝密|机密(文件|级)|秘密级|军事设施|军工/, why: '疑似涉密' },
  { value: 'violenceNow', find: /(带|叫)(了)?(一?(帮|群|伙)|几十|十几)?人.{0,10}(堵|围|砸|打|闹)|堵(在|着|住).{0,10}(门口|开标|大门|不让)|正在(打|砸|烧|销毁|撕|删)|打起来|打人了|被打(了|伤)?|动手(了|打)|持(刀|棍)|拿(着)?(刀|棍)|谁(敢)?投.{0,6}(挨打|打谁)|(要|说要|扬言|威胁).{0,6}(弄死|打死|打断|砍|收拾我|卸我)|往(家|车).{0,6}(泼|砸)/, why: '有人身危险' },
  { value: 'violenceNow', find: /(正在|正|已经开始|连夜|现在)(在)?.{0,6}(销毁|烧|撕|删|毁|转移).{0,8}(证据|资料|账|档案|记录|标书|文件|合同|监控|录像)|毁灭证据/, why: '可能毁损证据' },
];

/** Whether somebody is in danger or evidence is being destroyed right now. */
export function isUrgent(text: string): boolean {
  return scan(text, flagRows).some(({ value }) => value === 'violenceNow');
}

/** The lowest sum from which a criminal case comes into view (立案追诉标准(二)); a hint for two verifiers, no finding. */
const thresholds: readonly { violations: readonly string[]; what: RegExp; yuan: number; why: string }[] = [
  { violations: ['CT', 'ZTCT'], what: /中标价|控制价|预算|合同额|投资|项目金额/, yuan: 4_000_000, why: '涉及金额达到 400 万元，仅为提示' },
  { violations: ['XHF', 'XHG'], what: /好处费/, yuan: 30_000, why: '好处费达到 3 万元，仅为提示' },
  { violations: ['HTZP'], what: /./, yuan: 20_000, why: '骗取金额达到 2 万元，仅为提示' },
];

const tenders = /^(GC|ZC|JD|YY|QT)/;

function criminal(found: FlagInput): Guess<string>[] {
  const codes = found.violations.map(({ value }) => value);
  const hit = thresholds.flatMap(({ violations, what, yuan, why }) => {
    const sum = found.amounts.find((amount) => amount.yuan >= yuan && what.test(amount.what));
    const bidding = !violations.includes('CT') || tenders.test(found.category ?? 'QT');
    return sum && bidding && violations.some((code) => codes.includes(code)) ? [{ value: 'criminalThreshold', words: sum.words, why, sure: false }] : [];
  });
  const means = codes.includes('CT') && codes.some((code) => code === 'QPJY' || code === 'XHF' || code === 'XHG');
  return hit.length || !means ? hit.slice(0, 1) : [{ value: 'criminalThreshold', words: '', why: '串通并有威胁或贿赂手段，仅为提示', sure: false }];
}

interface FlagInput { violations: readonly Guess<string>[]; amounts: readonly Amount[]; category: string | undefined }

/** The overlays that the text speaks for. */
export function readFlags(text: string, found: FlagInput): Guess<string>[] {
  const said = scan(text, flagRows).map(({ value, words, why }) => ({ value, words, why, sure: true }));
  const implied = found.violations.flatMap(({ value, words }) =>
    value === 'GZWJ' || value === 'XHG' ? [{ value: 'publicOfficial', words, why: '涉及公职人员', sure: false }]
    : value === 'GY' ? [{ value: 'publicInterest', words, why: '涉及公共利益', sure: false }]
    : []);
  const seen = new Set<string>();
  return [...said, ...criminal(found), ...implied].filter(({ value }) => !seen.has(value) && seen.add(value));
}
