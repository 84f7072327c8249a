import { activeMembers, pendingChange, unreported, type Joint } from '../../src/domain/joint/joint.ts';
import { isFromAbove } from '../../src/domain/joint/acting-rows.ts';
import { shortName } from '../../src/domain/people.ts';
import { cut } from '../kit/branch-lines.ts';
import { back, choicesOf, paperLink, sentenceFace, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedList, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, form, help, input, multiSelect, plain, submit, type Card, type Child } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';
import { actionFace, changeFace, planFace } from './joint-forms.ts';
import { actionPanel, agreedOf, dissentPanel, dueOf, isLate, memberRows, membersOf, planPanel, reportedOf, resultPanel, stateOf, tintOf, triggerOf } from './joint-lines.ts';

type At = DrawInput<Joint>;
const name = 'enforcement-desk';

/** 联合执法统筹: for the Center, which coordinates, and the lead department, which records: members, plan, actions, results, ending. */
export const enforcementDesk: DocCard<Joint> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const face = faces[at.face];
  return face && face.acts.some((one) => may(at, one)) ? face.draw(at) : whole(at);
};

const faces: Readonly<Record<string, { acts: readonly string[]; draw(at: At): Card }>> = {
  plan: { acts: ['plan'], draw: (at) => planFace(at, head(at, '修改方案')) },
  action: { acts: ['record'], draw: (at) => actionFace(at, head(at, '登记行动')) },
  join: { acts: ['askChange'], draw: (at) => changeFace(at, { card: name, what: 'join', head: head(at, '成员变更') }) },
  leave: { acts: ['askChange'], draw: (at) => changeFace(at, { card: name, what: 'leave', head: head(at, '成员变更') }) },
  withdraw: { acts: ['withdraw'], draw: (at) => sentence(at, { focus: '撤销启动，各单位不再办理', verb: '撤销启动', act: 'withdraw' }) },
  suspend: { acts: ['suspend'], draw: (at) => sentence(at, { focus: '中止联合执法，期限停止计算', verb: '中止', act: 'suspend' }) },
  resume: { acts: ['resume'], draw: (at) => sentence(at, { focus: '恢复联合执法，中止的日子不计入期限', verb: '恢复', act: 'resume' }) },
  summary: { acts: ['summarise'], draw: (at) => sentence(at, { focus: '各单位已报齐，提交汇总', verb: '提交汇总', act: 'summarise', field: 'words', label: '汇总 *' }) },
  close: { acts: ['close'], draw: (at) => sentence(at, { focus: '办结联合执法', verb: '办结', act: 'close', label: '结论 *', note: isFromAbove(at.doc.data) ? '办结后请将结果书面报送交办机关' : '处罚、移送、失信各按其程序继续' }) },
  back: { acts: ['sendBack'], draw: sendingBack },
};

function head(at: At, tag: string) {
  return { title: `联合执法统筹　${at.doc.no}`, subtitle: at.doc.data.matterNo, tint: tintOf(at), tag, summary: `${at.doc.no} 联合执法，${stateOf(at)}` } as const;
}

function sentence(at: At, what: { focus: string; verb: string; act: string; field?: string; label?: string; note?: string }): Card {
  return card(head(at, what.verb), sentenceFace(at, {
    card: name, focus: what.focus, label: what.label ?? '理由 *', verb: what.verb, tap: act(at, what.act, { card: name }), ...(what.field ? { field: what.field } : {}), ...(what.note ? { note: what.note } : {}),
  }));
}

function sendingBack(at: At): Card {
  const options = activeMembers(at.doc.data).map(({ organ }) => ({ value: organ, text: shortName(at.world.directory, organ) }));
  return card(head(at, '退回补充'), [
    refusalLine(at), focus('退回补充，5 个工作日内重新报送'),
    form('back', [
      multiSelect('organs', '哪些单位', { options, values: typedList(at, 'organs', []), placeholder: '不选即全部' }), input('reason', '补充什么 *', { value: typedText(at, 'reason', ''), rows: 2 }),
      submit('send', '退回补充', { tap: act(at, 'sendBack', { card: name }), look: 'primary_filled', wide: true }),
    ]),
    back(at, name),
  ]);
}

function whole(at: At): Card {
  const { doc } = at;
  const tag = doc.state === 'j.plan' ? `已确认 ${agreedOf(at)}` : doc.state === 'j.acting' ? `已报送 ${reportedOf(at)}` : stateOf(at);
  return card(head(at, tag), [
    refusalLine(at), focus(boldOf(at)), doc.state === 'j.suspended' && plain(`中止理由：${cut(doc.data.pausedFor, 200)}`), doc.data.summary !== '' && plain(`汇总：${cut(doc.data.summary, 200)}`), doc.data.closing !== '' && plain(`结论：${cut(doc.data.closing, 200)}`),
    facts([['启动依据', triggerOf(at)], ['依据文件', cut(doc.data.document, 40)], ['牵头', membersOf(at)], ['完成日期', `${dueOf(at)}前`]]),
    ...changeOf(at), memberRows(at), dissentPanel(at), planPanel(at), actionPanel(at), resultPanel(at),
    withLink(help(doc.state === 'j.closed' && isFromAbove(doc.data) ? '结果请书面报送交办机关' : '中心负责统筹，不是执法主体'), paperLink(doc, 'joint-plan', '方案全文')), tapsOf(at),
  ]);
}

function boldOf(at: At): string {
  const { doc } = at;
  const missing = unreported(doc.data).length;
  const words: Readonly<Record<string, string>> = {
    'j.plan': `等待主要负责人确认 ${agreedOf(at)}`, 'j.acting': isLate(at) ? `应于 ${dueOf(at)}报送，尚缺 ${missing} 家` : missing ? `行动 ${doc.data.actions.length} 次，待报送 ${missing} 家` : '各单位已报送，请牵头部门汇总', 'j.suspended': '已中止，期限停止计算',
    'j.result': may(at, 'close') ? '已汇总，请办结或退回补充' : '已汇总，等待中心办结', 'j.closed': '联合执法已办结', 'j.dropped': `启动已撤销：${cut(doc.data.dropped, 60)}`,
  };
  return doc.state === 'j.dropped' ? '启动已撤销' : (words[doc.state] ?? stateOf(at));
}

function changeOf(at: At): Child[] {
  const change = pendingChange(at.doc.data);
  if (!change) return [];
  const what = `${shortName(at.world.directory, change.organ)} ${change.what === 'join' ? '申请加入' : '申请退出'}`;
  const decide = (agree: 'yes' | 'no') => act(at, 'decideChange', { card: name, input: { id: change.id, agree } });
  return [plain(`${what}：${cut(change.reason, 120)}`), may(at, 'decideChange') && choicesOf([{ text: change.what === 'join' ? '同意加入' : '同意退出', tap: decide('yes') }, { text: '不同意', tap: decide('no') }])];
}

function tapsOf(at: At): Child {
  const waits = pendingChange(at.doc.data) !== undefined && may(at, 'decideChange');
  const go = (face: string) => show(at, name, face);
  const done = unreported(at.doc.data).length === 0;
  if (waits) return undefined;
  const records = may(at, 'record');
  return choicesOf([
    may(at, 'summarise') && done && { text: '提交汇总', tap: go('summary') }, may(at, 'record') && { text: '登记行动', tap: go('action') },
    may(at, 'close') && { text: '办结', tap: go('close') }, may(at, 'sendBack') && { text: '退回补充', tap: go('back') }, may(at, 'resume') && { text: '恢复', tap: go('resume') },
    may(at, 'plan') && { text: '修改方案', tap: go('plan') }, !records && may(at, 'askChange') && at.doc.state === 'j.acting' && { text: '增加成员', tap: go('join') },
  ], [
    may(at, 'askChange') && (records || at.doc.state !== 'j.acting') && { text: '增加成员', tap: go('join') }, may(at, 'askChange') && activeMembers(at.doc.data).length > 2 && { text: '成员退出', tap: go('leave') }, may(at, 'suspend') && { text: '中止', tap: go('suspend') }, may(at, 'withdraw') && { text: '撤销启动', tap: go('withdraw') },
  ]);
}
