import type { Outcome } from '../../src/domain/document.ts';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.ts';

type Sentence = (values: Readonly<Record<string, string>>) => string;
const or = (value: string | undefined, otherwise: string) => value || otherwise;

/** A sentence for every refusal: what is the matter, and what to do. A refusal without one does not compile. */
export const sentences: Record<RefusalCode, Sentence> = {
  'E-101': (v) => `请先补充：${or(v['missing'], '必填项')}`,
  'E-102': (v) => `该消息已登记为 ${or(v['no'], '线索')}，说「我报的」可查看`,
  'E-103': () => '项目是否市本级为必选项，请选「是」「否」或「暂不清楚」',
  'E-104': () => '更正须注明依据，请先确认项目是否市本级',
  'E-105': () => '牵头单位只能有一个',
  'E-201': () => '未设置反馈时限，不能转办，请在「反馈时限」里选一项',
  'E-202': (v) => `拟转单位即被反映单位，请改选${v['organ'] ? `（${v['organ']}）` : ''}`,
  'E-203': () => '仅本部门联络员可签收，请转告本部门联络员',
  'E-204': () => '到期日须晚于今天，请另选一天',
  'E-205': () => '短于法定处理期限（举报核查 15 个工作日），请确认：改选时限，或在「改选理由」写明',
  'E-206': () => '请填写退回理由和建议承办单位',
  'E-207': () => '已两次退回，须会商确定，请点「提交会商」',
  'E-301': () => '到期后不能申请延期，可点「说明原因」',
  'E-302': () => '原则上只能延期一次，可点「说明原因」',
  'E-303': () => '法定期限不可由中心延长',
  'E-304': () => '请选择处理结论',
  'E-305': () => '查实的须填写依据条款，请补填「依据」',
  'E-401': () => '核实人员不得少于2人，请再选一人',
  'E-402': (v) => `${or(v['name'], '该人员')} 需要回避：${or(v['reason'], '已声明回避')}，请改选`,
  'E-403': (v) => `不能指派审批人为核实人员${v['name'] ? `（${v['name']}）` : ''}，请改选`,
  'E-404': () => '全部核实人员签名后才能报批',
  'E-405': () => '证据校验值不一致，请重新上传',
  'E-406': (v) => `仅主要负责人可审批${v['head'] ? `，本案由 ${v['head']} 审批` : ''}`,
  'E-407': () => '不批准须填写理由，不少于 10 个字',
  'E-408': () => '您是本案核实人员，不能审批',
  'E-409': (v) => `缺少必附材料：${or(v['missing'], '附件')}，请补齐或在「缺项说明」写明原因`,
  'E-410': () => '请上传回执影像或填写签收人',
  'E-411': () => '“不予立案”请选择：提请复议／建议立案监督／依法行政处理',
  'E-501': () => '未关联案件的会商不能发起',
  'E-502': (v) => `需回避人员已自动移除：${or(v['names'], '')}`,
  'E-503': () => '有议定事项未写明责任单位或时限，请补齐',
  'E-504': () => '请选择启动情形并上传依据',
  'E-801': () => '需要回避的人员不能查看本案',
  'E-900': (v) => `当前状态不能进行该操作${v['state'] ? `（${v['state']}）` : ''}`,
  'E-901': () => '您没有此项权限，如需办理请联系管理员',
  'E-902': (v) => `未找到：${or(v['query'], '该事项')}`,
  notice: (v) => `按规定应提前 ${or(v['days'], '3')} 个工作日通知。确需${or(v['day'], '提前')}开，请选「紧急」并写明理由`,
  input: (v) => or(v['fields'], '请检查所填内容'),
  stale: (v) => (v['what'] ? `已由 ${or(v['who'], '他人')} ${v['what']}` : '内容已更新，请看最新一版'),
  'new-version': (v) => `报告已更新为第 ${or(v['version'], '新')} 版，请重新核对`,
  reason: (v) => `${or(v['what'], '该操作')}须写明理由`,
  'open-referral': (v) => `${or(v['no'], '核实移送')} 尚未办结，请先完成核实、移送并登记回执`,
  'not-alone': () => '中心不能单独移送，须有至少一个行政监督部门同意会同移送（第十一条（七））',
  undecided: () => '本件涉嫌犯罪，主要负责人作出是否移送的决定后才能以处罚办结，请先报批',
  'not-major': () => '投诉举报、日常监管中的问题须先标记为重大（由中心负责人或部门主要负责人标记），再启动联合执法',
  'few-officers': () => '执法人员不得少于 2 人，且须为不同的人，请再选一人',
  'not-found': (v) => `没有找到${or(v['what'], '该内容')}，请核对后再试`,
};

/** The sentence of a refusal, with its code where it is one of the field's. */
export function sentenceOf(refusal: Refusal): string {
  return sentences[refusal.code](refusal.with);
}

/** What the platform shows for a moment after a tap. */
export interface Toast { type: 'success' | 'info' | 'warning' | 'error'; content: string }

/** Toasts of acts where 「已 + verb」 is not enough, by `kind.act`. */
const recusalToasts: Readonly<Record<string, (note: string) => string>> = {
  declare: (note) => (note === '无需回避' ? '已声明' : '已提交负责人决定'),
  raise: () => '已提交负责人决定',
  sayRecusal: () => '已提交负责人决定',
  decideRecusal: (note) => `已决定${note}`,
};

const toasts: Readonly<Record<string, (note: string) => string>> = {
  'matter.register': () => '已登记，编号见卡片',
  'matter.correct': () => '已保存草稿，说「继续」可接着填',
  'matter.claim': () => '已领办，请到单聊办理',
  'matter.send': () => '已转办，反馈截止见卡片',
  'matter.report': () => '已书面报告，反馈截止见卡片',
  'matter.merge': () => '已并案，本件期限停止',
  'matter.convene': () => '已拟好会商，请核对后发起',
  'matter.assert': () => '已记录，两个单位都主张的提请会商',
  'matter.askMeeting': () => '已提请，由中心决定',
  'meeting.times': () => '已提交，可在截止前修改',
  'meeting.poll': (note) => `已征询 ${note}`,
  'meeting.call': () => '已发起，正在建群和日程',
  'meeting.position': () => '已提交，将如实记入纪要',
  'meeting.readMaterial': () => '已发送到单聊，取阅有记录',
  'matter.ask': () => '已转给举报人，答复会发给您',
  'matter.answer': (note) => (note === '暂不回答' ? '好的，想好了可以再答' : '已转给办理人员'),
  'matter.appraise': () => '谢谢，已记录',
  'forward.sign': (note) => `已签收，${note}`,
  'forward.askReturn': () => '已申请退回，等待中心审核',
  'forward.askExtension': () => '已申请延期，等待中心审核',
  'forward.askSuspension': () => '已申请中止，等待中心审核',
  'forward.resume': (note) => `已恢复办理，${note}`,
  'forward.supervise': (note) => `已发 ${note.split('，')[0] ?? '督办函'}`,
  'forward.feedback': () => '已提交，等待中心审核',
  'forward.saveFeedback': () => '已存草稿',
  'forward.explain': () => '已收到说明，不影响您继续反馈',
  'referral.assign': (note) => `已指派 ${note}，请其作回避声明`,
  'referral.change': () => '已更换人员',
  'referral.write': () => '已保存，请核对后签名',
  'referral.propose': () => '已增加去向，请核对后签名',
  'referral.collect': () => '请把文件发到这里',
  'referral.approve': (note) => (note.startsWith('同意') ? '已同意由本部门处理' : '已批准，请按时完成移送'),
  'referral.refuse': () => '已记录不批准',
  'referral.noTransfer': () => '已确认无需移送',
  'referral.ask': () => '已发给核实人员，期限照常计算',
  'referral.answer': () => '已答复，将显示在审批卡片上',
  'referral.back': () => '已退回，核实期限重新计算',
  'transfer.deliver': () => '已登记移送，等待回执',
  'transfer.receipt': () => '回执已登记',
  'transfer.supplied': () => '已登记，等待回执',
  'transfer.handOver': () => '已登记移交',
  'transfer.copied': () => '已登记抄送',
  'matter.rate': () => '已标记重大',
  'matter.enforce': () => '已启动联合执法，正在通知各单位',
  'campaign.launch': (note) => `已部署到 ${note.split('、').length} 个单位`,
  'campaign.sign': (note) => `已签收，${note.split('，')[1] ?? ''}`,
  'campaign.progress': () => '已更新，各单位可见数字',
  'campaign.explain': () => '已收到说明，不影响继续报送',
  'campaign.collect': () => '正在归入，结果见卡片',
  'campaign.close': (note) => (note.includes('报送部署机关') ? '已结束，请书面报送部署机关' : '已结束专项行动'),
  'joint.confirm': () => '已确认参与',
  'joint.dissent': () => '已如实记载，提请会商',
  'joint.declare': (note) => (note === '无需回避' ? '已声明' : '已记录回避，不再参加本次行动'),
  'joint.askChange': () => '已提交中心决定',
  'joint.staff': () => '已报送，请各人作回避声明',
  'joint.close': (note) => (note ? '已办结，请书面报送交办机关' : '已办结联合执法'),
  'handover.give': (note) => `已交接 ${note.replace('，交给', '，已告知')}`,
  'delegation.set': (note) => `已设置，${note.replace(/（.*?）/, '')}`,
  'delivery.arrived': () => '已记录，不再发送',
  'delivery.again': () => '已重新发送一次',
  'matter.pass': () => '已转办，并书面告知投诉人',
  'complaint.fixed': () => '已登记补正，期限接着计算',
  'complaint.lapse': () => '已出具不予受理决定书',
  'complaint.reject': () => '已出具不予受理决定书',
  'complaint.redirect': () => '已告知投诉人和中心',
  'complaint.serve': () => '已登记发出',
  'complaint.suspend': () => '已中止，期间不计入期限',
  'complaint.resume': (note) => `已恢复办理，${note}`,
  'complaint.withdraw': (note) => `已登记撤回，${note}`,
  'complaint.deny': () => '已告知不准撤回',
  'complaint.decide': (note) => `已作出决定：${note.split('，')[0] ?? ''}`,
  'meeting.reply': (note) => `已回复${note.includes('：') ? `：${note.split('：')[1] ?? ''}` : ''}`,
  'meeting.confirm': () => '已确认',
  'meeting.dissent': () => '已如实记载',
  'meeting.correct': () => '已改正，原记录保留',
  'meeting.strike': () => '已划去，原记录保留',
  'meeting.explain': () => '已收到说明，不影响继续办理',
  'meeting.done': () => '已登记办结',
  'meeting.resolve': () => '已记一条议定',
};

/** The toast of an outcome. A repeated tap says what already happened. */
export function toastFor(outcome: Outcome, asked: { kind: string; act: string }): Toast {
  if (!outcome.ok) {
    const content = sentenceOf(outcome.refusal);
    return { type: 'warning', content: outcome.refusal.code.startsWith('E-') ? `${outcome.refusal.code} ${content}` : content };
  }
  const text = toasts[`${asked.kind}.${asked.act}`] ?? recusalToasts[asked.act];
  return { type: 'success', content: text ? text(outcome.entry.note) : `已${outcome.entry.verb}` };
}
