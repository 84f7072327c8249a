import type { CardName } from '../../cards/index.ts';
import type { Kind } from '../../src/domain/document.ts';

/** One card of the catalogue: its number in the card data, what it is, and for whom and with which faces it is drawn. */
export interface CatalogueEntry { card: CardName; number: string; title: string; kind: Kind; faces: readonly string[]; viewers: readonly string[] }

const ofMatter = ['reporter', 'ggzy-clerk1', 'ggzy-head', 'zjj-liaison'] as const;
const ofForward = ['zjj-liaison', 'zjj-deputy', 'zjj-head', 'ggzy-clerk1'] as const;
const ofReferral = ['zjj-officer1', 'zjj-officer2', 'zjj-deputy', 'zjj-head'] as const;
const ofMeeting = ['zjj-liaison', 'ggzy-secretary'] as const;

/** Every card of a document in the order of the card data. Viewers are people of the demo city, `reporter`, `keeper` or `group`. */
export const catalogue: readonly CatalogueEntry[] = [
  { card: 'intake', number: 'K01 K02 K24 K28', title: '核对、补充、回执', kind: 'matter', faces: ['', 'edit', 'more', 'scope', 'party'], viewers: ['reporter'] },
  { card: 'files', number: 'K27', title: '附件清单', kind: 'matter', faces: [''], viewers: ['reporter'] },
  { card: 'evidence-desk', number: '', title: '证据材料', kind: 'matter', faces: [''], viewers: ['ggzy-clerk1', 'zjj-liaison'] },
  { card: 'duty', number: 'K29', title: '分办（值班群）', kind: 'matter', faces: [''], viewers: ['group'] },
  { card: 'triage', number: 'K30', title: '分办（经办）', kind: 'matter', faces: ['', 'scope', 'party', 'report', 'merge'], viewers: ['ggzy-clerk1', 'keeper'] },
  { card: 'triage-late', number: 'K05', title: '反馈时限', kind: 'matter', faces: [''], viewers: ['ggzy-clerk1'] },
  { card: 'forward', number: 'K03', title: '转办单', kind: 'forward', faces: ['', 'return', 'cancel'], viewers: ofForward },
  { card: 'unsigned', number: 'K04', title: '请签收', kind: 'forward', faces: [''], viewers: ['zjj-liaison', 'zjj-deputy'] },
  { card: 'due-soon', number: 'K06', title: '快到期', kind: 'forward', faces: ['', 'extend'], viewers: ['zjj-liaison'] },
  { card: 'overdue', number: 'K07', title: '已过期限', kind: 'forward', faces: ['', 'explain'], viewers: ofForward },
  { card: 'return-asked', number: 'K08', title: '申请退回', kind: 'forward', faces: ['', 'deny'], viewers: ['ggzy-clerk1', 'zjj-liaison'] },
  { card: 'extension-asked', number: 'K09', title: '申请延期', kind: 'forward', faces: ['', 'deny'], viewers: ['ggzy-clerk1', 'zjj-liaison'] },
  { card: 'suspension', number: '', title: '中止与恢复', kind: 'forward', faces: ['', 'ask', 'deny'], viewers: ['ggzy-clerk1', 'zjj-liaison'] },
  { card: 'feedback', number: 'K10', title: '反馈办理结果', kind: 'forward', faces: [''], viewers: ['zjj-liaison'] },
  { card: 'feedback-check', number: 'K10', title: '审核反馈', kind: 'forward', faces: ['', 'back'], viewers: ['ggzy-clerk1'] },
  { card: 'complaint', number: '', title: '投诉（有权部门）', kind: 'complaint', faces: ['', 'recuse', 'fix', 'accept', 'reject', 'redirect', 'pause', 'suspend', 'withdraw', 'deny', 'decide', 'urge'], viewers: ['zjj-liaison', 'zjj-deputy', 'czj-liaison', 'ggzy-head'] },
  { card: 'recusal', number: 'K22', title: '回避处理（投诉）', kind: 'complaint', faces: ['', 'raise', 'explain'], viewers: ['zjj-head', 'zjj-deputy', 'zjj-officer1'] },
  { card: 'complaint-told', number: '', title: '投诉（投诉人）', kind: 'complaint', faces: ['', 'withdraw'], viewers: ['reporter'] },
  { card: 'assign', number: 'K11', title: '指派核实人员', kind: 'referral', faces: ['', 'again'], viewers: ['zjj-deputy', 'zjj-liaison'] },
  { card: 'verify', number: 'K12 K22', title: '回避声明、核实报告', kind: 'referral', faces: ['', 'write', 'add', 'recuse'], viewers: ofReferral },
  { card: 'approval', number: 'K13', title: '移送审批', kind: 'referral', faces: ['', 'refuse', 'back', 'recuse', 'ask'], viewers: ['zjj-head', 'zjj-officer1'] },
  { card: 'no-transfer', number: 'K13', title: '不移送决定', kind: 'referral', faces: [''], viewers: ['zjj-deputy', 'zjj-head'] },
  { card: 'transfer', number: 'K14', title: '完成移送', kind: 'transfer', faces: [''], viewers: ['zjj-officer1', 'zjj-head'] },
  { card: 'receipt-form', number: 'K15', title: '登记移送回执', kind: 'transfer', faces: ['', 'answer', 'punish', 'outcome'], viewers: ['zjj-officer1', 'zjj-head'] },
  { card: 'recusal', number: 'K22', title: '回避处理', kind: 'referral', faces: ['', 'raise', 'explain'], viewers: ['zjj-officer3', 'zjj-head', 'zjj-deputy', 'zjj-officer1'] },
  { card: 'joint', number: '', title: '会同移送', kind: 'referral', faces: [''], viewers: ['zjj-head'] },
  { card: 'joint-start', number: '', title: '会同核实', kind: 'matter', faces: [''], viewers: ['ggzy-head'] },
  { card: 'late-transfer', number: '', title: '移送过期提示', kind: 'transfer', faces: [''], viewers: ['zjj-head', 'ggzy-head'] },
  { card: 'late-part', number: '', title: '环节过期提示', kind: 'referral', faces: [''], viewers: ofReferral },
  { card: 'ask-meeting', number: '', title: '提请会商', kind: 'matter', faces: ['', 'claim', '2026-11-25 15:00|GAJ,ZJJ,CZJ'], viewers: ['zjj-liaison', 'slj-liaison', 'ggzy-clerk1'] },
  { card: 'proposal', number: '', title: '拟会商', kind: 'meeting', faces: ['', 'adjust', 'decline'], viewers: ['ggzy-secretary'] },
  { card: 'poll', number: 'K41', title: '会商时间征询', kind: 'meeting', faces: [''], viewers: ['zjj-liaison', 'jtj-liaison'] },
  { card: 'position', number: 'K43', title: '会前意见', kind: 'meeting', faces: ['', 'q1'], viewers: ['zjj-liaison', 'jtj-liaison'] },
  { card: 'invitation', number: 'K16', title: '会商通知', kind: 'meeting', faces: ['', 'swap', 'leave', 'change'], viewers: ['zjj-liaison', 'jtj-liaison'] },
  { card: 'secretary', number: '', title: '会商秘书', kind: 'meeting', faces: ['', 'quorum', 'proxy', 'topics', 'materials', 'materials-XS-20261123-0001-1', 'start', 'move', 'cancel', 'resolve', 'letters', 'letters-XFJ', 'fix-r1'], viewers: ['ggzy-secretary'] },
  { card: 'board', number: 'K42', title: '会商进行中（群）', kind: 'meeting', faces: ['', 'resolve'], viewers: ['group'] },
  { card: 'minutes', number: 'K17', title: '确认会商纪要', kind: 'meeting', faces: ['', 'dissent'], viewers: ofMeeting },
  { card: 'task', number: '', title: '会商任务', kind: 'meeting', faces: ['', 'r1', 'r2', 'explain-r2'], viewers: ['zjj-liaison', 'czj-liaison'] },
  { card: 'enforcement-start', number: '', title: '重大与联合执法', kind: 'matter', faces: ['', 'rate', 'unrate', 'start'], viewers: ['ggzy-head', 'zjj-head'] },
  { card: 'enforcement', number: 'K18', title: '联合执法（成员单位）', kind: 'joint', faces: ['', 'dissent', 'staff', 'report', 'leave', 'join'], viewers: ['zjj-head', 'jtj-head', 'jtj-liaison'] },
  { card: 'enforcement-desk', number: '', title: '联合执法统筹', kind: 'joint', faces: ['', 'plan', 'action', 'join', 'leave', 'withdraw', 'suspend', 'resume', 'summary', 'close', 'back'], viewers: ['ggzy-head', 'ggzy-clerk1', 'zjj-liaison'] },
  { card: 'enforcement-officer', number: '', title: '执法人员回避声明', kind: 'joint', faces: ['', 'tied'], viewers: ['zjj-officer1'] },
  { card: 'campaign', number: '', title: '专项行动统筹', kind: 'campaign', faces: ['', 'plan', 'assign', 'release', 'back', 'case', 'uncase', 'close', 'drop'], viewers: ['ggzy-head', 'ggzy-clerk1'] },
  { card: 'campaign-part', number: '', title: '专项行动任务（部门）', kind: 'campaign', faces: ['', 'progress', 'report', 'case', 'explain'], viewers: ['zjj-liaison', 'jtj-liaison'] },
  { card: 'campaign-board', number: '', title: '专项行动进展（群）', kind: 'campaign', faces: [''], viewers: ['group'] },
  { card: 'shelf', number: '', title: '暂存、重启、撤回', kind: 'matter', faces: ['shelve', 'reopen', 'withdraw'], viewers: ['reporter', 'ggzy-head', 'ggzy-deputy'] },
  { card: 'organ', number: '', title: '单位名册', kind: 'organ', faces: ['', 'appoint', 'watch', 'rename', 'leave'], viewers: ['ggzy-admin', 'zjj-liaison', 'zjj-deputy', 'slj-deputy'] },
  { card: 'organ-file', number: '', title: '组织文件', kind: 'organ', faces: [''], viewers: ['ggzy-admin'] },
  { card: 'handover', number: 'K39', title: '工作交接', kind: 'handover', faces: ['', '3'], viewers: ['zjj-deputy', 'ggzy-admin', 'zjj-officer3'] },
  { card: 'delivery', number: '', title: '送达待人工确认', kind: 'delivery', faces: [''], viewers: ['ggzy-clerk1', 'zjj-liaison', 'reporter'] },
  { card: 'delegation', number: 'K38', title: '请假代办', kind: 'delegation', faces: [''], viewers: ['zjj-liaison', 'zjj-backup'] },
  { card: 'progress', number: 'K33', title: '进展', kind: 'matter', faces: ['', 'all'], viewers: ofMatter },
  { card: 'how-counted', number: 'K35', title: '期限怎么算的', kind: 'forward', faces: ['T03', 'T04'], viewers: ['zjj-liaison'] },
  { card: 'how-counted', number: 'K35', title: '期限怎么算的', kind: 'referral', faces: ['T07', 'T08', 'T09b'], viewers: ['zjj-head'] },
  { card: 'question', number: 'K48', title: '与举报人的往来', kind: 'matter', faces: ['', 'ask'], viewers: ['reporter', 'ggzy-clerk1', 'zjj-liaison'] },
  { card: 'opening', number: '', title: '查阅举报人信息', kind: 'opening', faces: ['', 'refuse'], viewers: ['keeper', 'ggzy-vault2'] },
  { card: 'reported-person', number: '', title: '核对被反映人', kind: 'matter', faces: [''], viewers: ['ggzy-clerk1'] },
  { card: 'result', number: 'K44', title: '办理结果回告', kind: 'matter', faces: [''], viewers: ['reporter'] },
];
