import { decisionRule, isPaused, regimes, results, type Complaint } from '../../src/domain/complaint/complaint.ts';
import { shortName } from '../../src/domain/people.ts';
import { running } from '../../src/domain/time/clocks.ts';
import { dayText } from '../../src/domain/time/deadlines.ts';
import { cut } from '../kit/branch-lines.ts';
import { choicesOf, sentenceFace } from '../kit/controls.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, plain, type Card, type Tint } from '../kit/kit.ts';
import { nothing } from '../kit/unseen.ts';

type At = DrawInput<Complaint>;
const name = 'complaint-told';

/** What the complainant may be told: who has his complaint, what is asked of him, how it ended. One card, changed in place. Face: withdraw. */
export const complaintTold: DocCard<Complaint> = (at) => {
  if (!at.viewer.reporter || at.viewer.group) return nothing();
  if (at.face === 'withdraw' && may(at, 'withdraw')) return withdrawing(at);
  const { doc, world } = at;
  const { data } = doc;
  return card({ title: `投诉　${data.matterNo}`, subtitle: regimes[data.regime], tint: looks[doc.state]?.tint ?? 'blue', tag: looks[doc.state]?.tag ?? '', summary: `${data.matterNo} ${looks[doc.state]?.tag ?? ''}` }, [
    refusalLine(at),
    focus(headline(at)),
    doc.state === 'correcting' && plain(cut(data.fix.words, 400), 8),
    facts([['由谁办', shortName(world.directory, data.organ)], ['决定书', data.decision.no || data.rejection.no || data.acceptNo], ['项目活动', isPaused(data) && `暂停到 ${dayText(data.pause.until)}`]]),
    data.decision.result !== '' && plain(cut(data.decision.remedies, 200), 4),
    help(outlook(at)),
    choicesOf([
      doc.state === 'correcting' && may(at, 'fixed') && { text: '已补正', tap: act(at, 'fixed', { card: name, input: {} }), confirm: { title: '已全部补正？', text: '材料请先发到这里，或者当面交到该部门。' } },
    ], [may(at, 'withdraw') && { text: '撤回投诉', tap: show(at, name, 'withdraw') }, { text: '我报的', tap: { do: 'ask', what: 'mine' } }]),
  ]);
};

const looks: Readonly<Record<string, { tint: Tint; tag: string }>> = {
  received: { tint: 'blue', tag: '已转交' }, correcting: { tint: 'yellow', tag: '请补正' }, accepted: { tint: 'blue', tag: '已受理' }, suspended: { tint: 'blue', tag: '鉴定中' }, withdrawing: { tint: 'blue', tag: '撤回审查中' },
  rejected: { tint: 'grey', tag: '不予受理' }, redirected: { tint: 'grey', tag: '由他部门受理' }, withdrawn: { tint: 'grey', tag: '已撤回' }, decided: { tint: 'green', tag: '已决定' }, merged: { tint: 'grey', tag: '已并入' },
};

function headline({ doc, world }: At): string {
  const { data } = doc;
  const organ = shortName(world.directory, data.organ);
  const first = running(doc.clocks, 'T15') ?? running(doc.clocks, 'T26');
  const decision = running(doc.clocks, decisionRule(data));
  switch (doc.state) {
    case 'received':
      return `${organ}受理审查中${first ? `，${dayText(first.due.dueDate)}前有结果` : ''}`;
    case 'correcting':
      return `请于 ${dayText(data.fix.dueDate)}前补正`;
    case 'accepted':
      return decision ? `${organ} ${dayText(decision.due.dueDate)}前作出处理决定` : `${organ}正在处理`;
    case 'suspended':
      return '鉴定期间不计入处理期限';
    case 'withdrawing':
      return `${organ}正在审查您的撤回申请`;
    case 'rejected':
      return '不予受理，理由见决定书';
    case 'redirected':
      return `由 ${shortName(world.directory, data.redirect.organ)} 受理，中心将转该部门`;
    case 'withdrawn':
      return '投诉已撤回，处理终止';
    case 'merged':
      return `由最先收到的 ${shortName(world.directory, data.first?.organ ?? '')} 处理`;
    default:
      return data.decision.result ? results[data.decision.result] : '已作出处理决定';
  }
}

function outlook({ doc }: At): string {
  switch (doc.state) {
    case 'correcting':
      return '期满未补正的，按规定不予受理';
    case 'withdrawn':
      return '不得以同一事实和理由再次投诉';
    case 'rejected':
      return '对决定不服的，可依法申请行政复议或者提起行政诉讼';
    default:
      return doc.data.withdrawal.answer === 'denied' ? '撤回未获准许，该部门继续处理' : '投诉由有权部门受理和决定，中心不能代为受理';
  }
}

function withdrawing(at: At): Card {
  const procurement = at.doc.data.regime === 'procurement';
  return card({ title: `投诉　${at.doc.data.matterNo}`, tint: 'orange', tag: '撤回', summary: `${at.doc.data.matterNo} 撤回投诉` }, sentenceFace(at, {
    card: name, focus: '撤回投诉', label: '撤回理由 *', note: procurement ? '撤回后处理终止，请另交签字的书面申请' : '由该部门决定是否准予撤回，请另交签字的书面申请', verb: '撤回', tap: act(at, 'withdraw', { card: name }),
  }));
}
