import { latest } from '../../src/domain/time/clocks.ts';
import { limits, time } from '../../src/domain/time/deadlines.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import { hasOpenDeputy } from '../../src/domain/forward/access.ts';
import { hasDeputy, nameOf, type Person } from '../../src/domain/people.ts';
import { eligibleStaff, isForPolice, mayApprove } from '../../src/domain/referral/guards.ts';
import { referralStates, type Referral } from '../../src/domain/referral/referral.ts';
import { shut } from './ended.ts';
import { doneLine, pointOf } from '../kit/branch-lines.ts';
import { back, choicesOf } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedList, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, form, help, multiSelect, select, submit, type Card } from '../kit/kit.ts';
import { activeVerifiers } from '../../src/domain/referral/verifiers.ts';
import { outOf, recusalOf } from '../../src/domain/recusal/recusal.ts';

type At = DrawInput<Referral>;

/** K11 指派核实人员, for the deputy: at least two of the own organ, neither approvers nor recused; again where one dropped out. */
export const assign: DocCard<Referral> = (at) => {
  const closed = shut(at, '核实人员');
  if (closed) return closed;
  const short = at.doc.state === 'v.working' && activeVerifiers(at.doc.data).length < 2;
  const changing = may(at, 'change') && (short || at.face === 'again');
  return may(at, 'assign') || changing ? choosing(at) : assigned(at);
};

function eligible({ doc, world }: At): { listed: Person[]; approvers: number; recused: number } {
  const staff = eligibleStaff(doc.data, world.directory);
  const approves = (person: Person) => mayApprove(doc.data, person, world);
  const recused = (person: Person) => recusalOf(doc.data, person.id) !== undefined;
  const listed = staff.filter((person) => !approves(person) && !recused(person)).sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  return { listed: listed.slice(0, 50), approvers: staff.filter(approves).length, recused: staff.filter((person) => !approves(person) && recused(person)).length };
}

// Why it is, it does not say: whoever reads it need not know.
function isForHead({ doc, world }: At): boolean {
  return hasDeputy(world.directory, doc.data.organ) && !hasOpenDeputy(doc, world.directory);
}

function choosing(at: At): Card {
  const { doc, related } = at;
  const { listed, approvers, recused } = eligible(at);
  const part = related?.find((other): other is Document<Forward> => other.kind === 'forward' && other.id === doc.data.forward);
  const due = part && latest(part.clocks, 'T03');
  const left = [approvers && `审批人 ${approvers} 人`, recused && `需要回避 ${recused} 人`].filter(Boolean).join('、');
  const again = doc.state === 'v.working';
  return card(
    { title: '指派核实人员（不少于2人）', subtitle: `${doc.data.matterNo}${due ? `　${time.dueText(due.due)}前反馈` : ''}`, tint: 'blue', tag: again ? '名单有调整' : '待指派', summary: `${doc.data.matterNo} 指派核实人员` },
    [
      refusalLine(at), focus(again ? '请补足 2 名以上核实人员' : '请指派 2 名以上核实人员'),
      form('assign', [
        multiSelect('people', '核实人员 *', { options: listed.map((person) => ({ value: person.id, text: `${person.name}${person.licence ? '（证）' : ''}` })), values: typedList(at, 'people', activeVerifiers(doc.data).map((verifier) => verifier.id)) }),
        again && select('why', '更换原因 *', { options: [{ value: 'recusal', text: '回避' }, { value: 'absence', text: '不能到岗' }], value: typedText(at, 'why', outOf(doc.data).length ? 'recusal' : '') }),
        isForHead(at) && help('分管负责人不参与本件，由您指派'),
        left && help(`未列出：${left}`),
        doc.data.former && help(`本单位此前核实过本件，核实人员可参考当时的报告（第 ${doc.data.former.version} 版）`),
        isForPolice(doc.data) && help('涉嫌犯罪的须为持证执法人员（名字后标「证」）'),
        help(again ? '核实期限不因更换人员改变' : `指派后 ${time.spanText(limits.T07.amount ?? 0, limits.T07.unit)}内核实并出具报告（系统默认）`),
        submit('send', again ? '更换人员' : '确认指派', { tap: act(at, again ? 'change' : 'assign', { card: 'assign' }), look: 'primary_filled', wide: true }),
      ]),
      again && activeVerifiers(doc.data).length >= 2 && back(at, 'assign'),
    ],
  );
}

function assigned(at: At): Card {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T07');
  const state = referralStates[doc.state as keyof typeof referralStates] ?? doc.state;
  return card(
    { title: '核实人员', subtitle: doc.data.matterNo, tint: doc.state === 'v.none' ? 'blue' : 'green', tag: doc.state === 'v.none' ? '待指派' : '已指派', summary: `${doc.data.matterNo} ${state}` },
    [
      focus(doneLine(doc, 'assign', 'change') || '由分管负责人指派核实人员'),
      facts([
        ['核实人员', activeVerifiers(doc.data).map((verifier) => nameOf(world.directory, verifier.id)).join('、')], ['核实期限', due && !due.stoppedAt && `${pointOf(due)}前`], ['环节', state],
        ['接下来', doc.state === 'v.working' && '核实人员作回避声明，核实并签名'],
      ]),
      doc.state === 'v.working' && choicesOf([], [may(at, 'change') && { text: '更换人员', tap: show(at, 'assign', 'again') }, may(at, 'raise') && { text: '提出回避', tap: { do: 'show', kind: doc.kind, id: doc.id, card: 'recusal', face: 'raise' } }]),
    ],
  );
}
