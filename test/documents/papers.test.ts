import { describe, expect, it } from 'vitest';
import { digest } from '../../src/domain/audit.ts';
import type { Document } from '../../src/domain/document.ts';
import { createPapers, papers as registry } from '../../src/documents/index.ts';
import * as told from './complaint-stories.ts';
import { inOrder, opened, runsOf, textOf } from './opened.ts';
import * as story from './stories.ts';

const papers = createPapers({ directory: story.directory, settings: story.settings, now: () => new Date('2026-12-09T16:20:00+08:00') });
const { forward, matter } = story.forwarded();
const met = story.met();
const enforced = story.enforced();
const campaigned = story.campaigned();
const approved = story.decided('approve');
const transferred = story.transferred();
const outside = story.outside();
const handedOut = story.acted(matter, 'handOut', 'liaison', { at: '2026-11-24 16:00', input: { as: 'package' } });

interface Sample { doc: Document; matter?: Document; docNo: string; about?: string; file: string; order: string[] }

const samples: Record<string, Sample> = {
  'intake-record': {
    doc: story.registered(), docNo: '', file: 'XS-20261123-0001 来电（来访）记录.docx',
    order: ['收到时间', '2026年11月23日（周一）09:20', '来件渠道', '来电', '留名情况', '匿名', '来件类型', '项目名称', '反映的问题', '涉及单位', '转办期限', '2026年11月25日（周三）前', '记录人', '（签名）'],
  },
  'forward-letter': {
    doc: forward, matter, docNo: forward.data.docNo, file: '鄂公资转〔2026〕3号 举报件转办单.docx',
    order: ['鄂公资转〔2026〕3号', '2026年11月24日', '受文单位', '鄂尔多斯市住房和城乡建设局', '来件渠道', '收到日期', '2026年11月23日', '案件编号', 'XS-20261123-0001', '项目名称', '项目类别', '交易环节', '主要问题',
      '23,860,000元', '拟适用依据', '第九条', '办理要求', '反馈时限', '2026年12月15日（周二）前（转办次日起 15 个工作日', '反馈方式', '联系人', '0477-8580000', '保密提示', '签发人', '（此处盖章）', '附件清单', '校验值', '沿此线剪下', '转办单回执联', '签收人'],
  },
  report: {
    doc: story.reported(['officer1', 'officer2']), matter, docNo: '鄂住建核〔2026〕3号', file: '鄂住建核〔2026〕3号 核实情况报告.docx',
    order: ['鄂住建核〔2026〕3号', '一、案由与来源', '二、核实人员', '乌日娜', '监督科科长', '15060600001', '已声明无需回避', '赵志强', '15060600002', '三、核实过程', '四、查明事实', '五、证据与证明目的', '六、当事人说明',
      '七、法律适用', '八、是否涉嫌违纪、犯罪', '九、处理与移送建议', '第十一条（三）', '鄂尔多斯市公安局', '已于 2026年12月8日（周二）16:20 确认第 1 版', '（此处盖章）', '2026年12月8日'],
  },
  'approval-form': {
    doc: approved, matter, about: 'p1', docNo: story.formNo(approved), file: '鄂住建移审〔2026〕3号 移送审批表.docx',
    order: ['鄂住建移审〔2026〕3号', '案件', 'XS-20261123-0001', '核实结论', '属实', '拟移送机关', '鄂尔多斯市公安局', '项次', '第十一条（三）', '材料清单', '承办人意见', '分管（审核）意见', '主要负责人意见', '批准移送',
      '巴特尔（局长）于 2026年12月9日（周三）16:20', '15060600001'],
  },
  'transfer-letter': {
    doc: transferred, matter, docNo: transferred.data.letterNo, file: '鄂住建移〔2026〕4号 案件线索移送函.docx',
    order: ['鄂住建移〔2026〕4号', '鄂尔多斯市公安局：', '2026年12月9日（周三）16:20 批准移送', '第十一条（三）', '一、线索概述', '二、主体信息', '三、证据材料目录', '四、已采取措施', '五、联系人与方式', '附件：1.涉嫌犯罪案件移送书',
      '2.涉嫌犯罪情况的调查报告', '3.涉案物品清单', '4.有关检验报告或者鉴定意见', '5.其他有关涉嫌犯罪的材料', '（此处盖章）', '鄂尔多斯市住房和城乡建设局', '2026年12月9日', '抄送：鄂尔多斯市人民检察院', '沿此线剪下', '移送回执', '来函文号',
      '鄂住建移〔2026〕4号', '已接收', '需补充材料', '退回', '转送其他机关', '经办人'],
  },
  'receipt-slip': {
    doc: transferred, matter, docNo: transferred.data.letterNo, file: '鄂住建移〔2026〕4号 移送回执.docx',
    order: ['移送回执', '鄂住建移〔2026〕4号', '来函文号', '受移送机关', '鄂尔多斯市公安局', '收到日期', '已接收', '需补充材料', '退回', '转送其他机关', '经办人'],
  },
  'review-request': {
    doc: story.declined('review'), matter, docNo: story.declined('review').data.answers[0]?.no ?? '', file: '鄂住建移复〔2026〕3号 不予立案复议申请.docx',
    order: ['鄂住建移复〔2026〕3号', '关于提请复议', '鄂尔多斯市公安局：', '鄂住建移〔2026〕4号', '2026年12月14日', '决定不予立案', '鄂公不立〔2026〕3号', '一、移送的事实', '二、法律适用', '第四十条', '三、认为应当立案的理由', '四、请求', '第九条', '予以复议', '附件：1.不予立案通知书', '（此处盖章）', '鄂尔多斯市住房和城乡建设局', '2026年12月15日'],
  },
  'supervision-letter': {
    doc: story.declined('supervision', true), matter, docNo: story.declined('supervision', true).data.answers[1]?.no ?? '', file: '鄂住建移监〔2026〕3号 立案监督建议.docx',
    order: ['鄂住建移监〔2026〕3号', '立案监督', '鄂尔多斯市人民检察院：', '鄂公不立〔2026〕3号', '鄂住建移复〔2026〕3号 提请复议，复议维持原决定（鄂公复〔2026〕2号）', '四、请求', '第九条', '依法进行立案监督', '（此处盖章）', '2026年12月18日'],
  },
  'found-report': {
    doc: { ...forward, data: { ...forward.data, docNo: '鄂公资报〔2026〕3号', paper: 'found-report', unfixed: '' } } as Document, matter, docNo: '鄂公资报〔2026〕3号', file: '鄂公资报〔2026〕3号 违法行为书面报告.docx',
    order: ['违法行为书面报告', '鄂公资报〔2026〕3号', '受文单位', '发现时间', '发现人', '项目名称', '发现环节', '事实', '可能适用依据', '已采取措施', '已对所附材料固定校验值', '建议', '反馈时限', '签发人', '已固定证据清单', '校验值'],
  },
  'urge-letter': {
    doc: { ...forward, data: { ...forward.data, supervised: '鄂公资督〔2026〕3号' } } as Document, matter, docNo: '鄂公资督〔2026〕3号', file: '鄂公资督〔2026〕3号 督办函.docx',
    order: ['鄂公资督〔2026〕3号', '督办函', '鄂尔多斯市住房和城乡建设局：', '鄂公资转〔2026〕3号', '尚未收到办理结果', '一、事由', '未收到反馈，也未收到原因说明', '二、依据', '第九条', '三、要求', '四、时限', '3 个工作日内回复', '五、联系人'],
  },
  'feedback-form': {
    doc: story.answered(), matter, docNo: '鄂住建馈〔2026〕9号', file: '鄂住建馈〔2026〕9号 办理结果反馈表.docx',
    order: ['鄂住建馈〔2026〕9号', '转办文号', '鄂公资转〔2026〕3号', '签收日期', '2026年11月24日', '反馈日期', '2026年12月14日', '处理结论', '□属实 ☑部分属实', '事实', '依据', '处理处罚', '鄂住建罚〔2026〕8号', '移送情况', '整改情况', '可否告知', '可告知办理结果', '承办人', '王磊', '负责人'],
  },
  'meeting-notice': {
    doc: met.called, matter: met.matter, docNo: met.called.data.noticeNo, file: '鄂公资会〔2026〕3号 会商会议通知.docx',
    order: ['鄂公资会〔2026〕3号', '鄂尔多斯市住房和城乡建设局、鄂尔多斯市财政局、鄂尔多斯市水利局：', '一、议题', '二、时间和地点', '2026年12月2日（周三）15:00 至 16:30', '三、参会单位与人员', '四、需准备的材料', '五、回避提示', '六、保密要求', '七、联系人', '2026年11月26日'],
  },
  minutes: {
    doc: met.confirmed, matter: met.matter, docNo: met.confirmed.data.minutesNo, file: '鄂公资纪〔2026〕3号 会商纪要.docx',
    order: ['公共资源交易协同监督会商纪要', '鄂公资纪〔2026〕3号', '2026年12月2日（周三）15:02 至 16:20', '一、案情', '二、各单位意见', '同意议定事项', '不同意见：“暂停拨付应由出资单位决定，我局不宜列为责任单位。”', '三、议定事项', '责任单位', '时限', '核查三家投标文件的制作痕迹',
      '鄂尔多斯市住房和城乡建设局', '乌日娜', '2026年12月15日（周二）前', '四、移送与联合执法', '五、确认情况', '出席', '请假', '列席'],
  },
  'evidence-list': {
    doc: handedOut, docNo: handedOut.no, file: 'XS-20261123-0001 证据清单.docx',
    order: ['证据清单', 'XS-20261123-0001', '2026年11月24日', '青格勒学校综合楼施工', '序号', '校验值（SHA-256）', '材料 1（m4a）', '视听资料', '2026年11月23日（周一）09:25，机器人单聊接收', '482113', '3fa2 91cc', '流转记录', '附材料', '提供人（保密）', '提供材料', '市住建局 王磊', '1 份，证据包'],
  },
  'joint-plan': {
    doc: enforced.agreed, matter, docNo: enforced.agreed.data.planNo, file: '鄂公资联〔2026〕4号 联合执法方案.docx',
    order: ['联合执法方案', '鄂公资联〔2026〕4号', '2026年11月25日', '一、启动情形与依据', '上级交办', '鄂府办督〔2026〕7号', '二、目标', '三、牵头与成员、权限分工', '不是执法主体', '鄂尔多斯市住房和城乡建设局', '牵头', '招标投标法、建筑法', '巴特尔 2026年11月25日（周三）11:00 确认',
      '鄂尔多斯市财政局', '四、步骤和时间', '首次碰头', '五、执法人员和回避', '乌日娜', '15060600001', '已声明无需回避', '赵志强', '15060600002', '待声明', '六、取证与保全', '七、安全预案', '八、信息发布', '九、汇总要求', '（此处盖章）'],
  },
  'campaign-plan': {
    doc: campaigned.ended, docNo: campaigned.ended.data.planNo, file: `${campaigned.ended.data.planNo} 专项行动方案.docx`,
    order: ['专项行动方案', '鄂公资专〔2026〕', '2026年11月25日', '第十条', '内公管发〔2026〕18号', '工程转包专项整治', '一、目标', '二、任务分工', '不是执法主体', '鄂尔多斯市住房和城乡建设局', '2026年12月18日', '三、时间', '2026年12月25日', '四、线索和案件', '五、结果', '合计排查 16，问题 3，整改 3', '问题均已整改', '（此处盖章）'],
  },
  'complaint-passed': {
    doc: told.passed().matter, about: 'ZJJ', docNo: '鄂公资告〔2026〕3号', file: '鄂公资告〔2026〕3号 投诉转送告知书.docx',
    order: ['鄂公资告〔2026〕3号', '投诉转送告知书', 'TS-20261123-0001 号投诉的投诉人：', '一、有权部门', '由鄂尔多斯市住房和城乡建设局依法受理和处理', '没有受理投诉、作出处理决定的权限', '二、依据', '第九条', '三、期限', '3 个工作日内决定是否受理', '30 个工作日内作出书面处理决定', '四、请您准备', '五、联系人', '2026年11月24日'],
  },
  'complaint-accepted': {
    doc: told.accepted(), docNo: told.accepted().data.acceptNo, file: '鄂住建受〔2026〕3号 投诉受理决定书.docx',
    order: ['鄂住建受〔2026〕3号', '投诉受理决定书', '朔砾路桥有限公司：', '投诉人：', '被投诉人：', '青格勒学校', '项目：', '一、投诉事项与请求', '二、审查情况', '2026年11月24日收到投诉', '三、决定', '第六十一条，决定受理', '四、办理期限', '2027年1月8日（周五）', '五、权利', '（此处盖章）', '2026年11月26日'],
  },
  'complaint-rejected': {
    doc: told.rejected(), docNo: told.rejected().data.rejection.no, file: '鄂住建不受〔2026〕3号 投诉不予受理决定书.docx',
    order: ['鄂住建不受〔2026〕3号', '投诉不予受理决定书', '朔砾路桥有限公司：', '一、投诉事项与请求', '二、审查情况', '未就评标结果向招标人提出异议', '三、决定', '应先提出异议（质疑）而未提出', '招标投标法实施条例第60条第2款', '四、救济途径和期限', '六十日内', '六个月内', '（此处盖章）', '2026年11月26日'],
  },
  'complaint-redirected': {
    doc: told.redirected(), docNo: told.redirected().data.redirect.no, file: '鄂住建告〔2026〕3号 投诉管辖告知书.docx',
    order: ['鄂住建告〔2026〕3号', '投诉管辖告知书', 'TS-20261123-0001 号投诉的投诉人：', '一、投诉事项', '二、告知', '由鄂尔多斯市水利局处理', '三、转送', '2026年11月26日'],
  },
  'complaint-pause': {
    doc: told.paused(), docNo: told.paused().data.pause.no, file: '鄂住建停〔2026〕3号 暂停项目活动通知书.docx',
    order: ['鄂住建停〔2026〕3号', '暂停项目活动通知书', '招标人、招标代理机构：', '一、事由', '尚在核实', '二、决定', '第六十二条', '2026年12月18日（周五）止', '三、要求', '2026年11月27日'],
  },
  'complaint-decision': {
    doc: told.settled(), docNo: told.settled().data.decision.no, file: '鄂住建诉决〔2026〕3号 投诉处理决定书.docx',
    order: ['鄂住建诉决〔2026〕3号', '投诉处理决定书', '朔砾路桥有限公司：', '一、投诉事项与请求', '二、受理情况', '鄂住建受〔2026〕3号', '三、查明的事实', '业绩合同不存在', '四、处理决定及依据', '第61条、第68条', '投诉成立', '五、救济途径和期限', '60 日内', '（此处盖章）', '2026年12月14日'],
  },
  'not-applicable': {
    doc: outside, matter: outside, docNo: '鄂公资告〔2026〕3号', file: '鄂公资告〔2026〕3号 不适用告知书.docx',
    order: ['鄂公资告〔2026〕3号', 'XS-20261123-0001 号来件反映人：', '一、事由', '二、依据', '第二条', '三、处理', '四、时限', '五、联系人', '鄂尔多斯市公共资源交易中心', '2026年11月24日'],
  },
  'banner-letter': {
    doc: outside, matter: outside, docNo: '鄂公资函〔2026〕4号', file: '鄂公资函〔2026〕4号 事项转送函.docx',
    order: ['鄂公资函〔2026〕4号', '达拉特旗住建局：', 'XS-20261123-0001 号来件', '第二条', '一、反映的主要问题', '青格勒学校综合楼施工', '不作认定', '二、办理', '三、保密', '四、联系人', '鄂尔多斯市公共资源交易中心', '附件清单', '校验值'],
  },
};

const names = Object.keys(samples);
const of = (name: string): Sample => samples[name] as Sample;
const written = async (name: string, change: Partial<Sample> = {}) => {
  const file = await papers.write(name, { ...of(name), ...change });
  return { ...file, ...opened(file.bytes) };
};

it('every paper that the flows ask for has a template and a sample here', () => {
  expect(Object.keys(registry).sort()).toEqual([...names].sort());
});

describe.each(names)('%s', (name) => {
  it('shows its fields in the order of the domain table', async () => {
    const { text } = await written(name);
    expect(inOrder(text, of(name).order)).toBe('in order');
  });

  it('is named after its number and its kind, never after the case', async () => {
    expect((await written(name)).name).toBe(of(name).file);
  });

  it('is the same to the byte when it is written twice', async () => {
    const [first, second] = [await written(name), await written(name)];
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });

  it('carries in its corner the number, 内部资料 and the first eight of the hash of what stands on it', async () => {
    const { part, paths } = await written(name);
    const hash = digest(papers.sheet(name, of(name)));
    const code = `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();
    const feet = paths.filter((path) => /^word\/footer\d+\.xml$/.test(path)).map((path) => textOf(part(path)));
    expect(feet.length).toBeGreaterThanOrEqual(2);
    for (const foot of feet) expect(foot).toContain(`内部资料　校验码 ${code}`);
    expect(part('docProps/custom.xml')).toContain(hash);
  });

  it('names a face for Chinese, Latin and other letters on every run', async () => {
    const { part, paths } = await written(name);
    const runs = paths.filter((path) => /^word\/(document|header\d|footer\d)\.xml$/.test(path)).flatMap((path) => runsOf(part(path)));
    expect(runs.length).toBeGreaterThan(20);
    expect(runs.filter((run) => !/w:rFonts(?=[^>]*w:ascii=)(?=[^>]*w:hAnsi=)(?=[^>]*w:eastAsia=)/.test(run))).toEqual([]);
    expect(part('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,');
  });

  it('stands on A4 with the margins and lines of GB/T 9704', async () => {
    const { part } = await written(name);
    const page = part('word/document.xml');
    expect(page).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(page).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(page).toMatch(/<w:docGrid [^>]*w:linePitch="579"/);
  });

  it('holds nothing of the reporter: no words, no name, no telephone, no pseudonym, no name of his files', async () => {
    const { all, name: file } = await written(name);
    for (const trace of ['其其格', '15847700000', story.secret.ref, story.secret.open, '录音.m4a']) expect(`${file}${all}`).not.toContain(trace);
  });

  it('has no picture of a seal or a signature', async () => {
    const { paths } = await written(name);
    expect(paths.filter((path) => path.startsWith('word/media/'))).toEqual([]);
  });
});
