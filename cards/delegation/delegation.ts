import { delegable, delegationStates, taskNames, tasksOf, type Delegation } from '../../src/domain/delegation/delegation.ts';
import { candidates, longest } from '../../src/domain/delegation/guards.ts';
import { nameOf } from '../../src/domain/people.ts';
import { dateOf, dayText } from '../../src/domain/time/time.ts';
import { doneLine } from '../kit/branch-lines.ts';
import { act, may, refusalLine, typedList, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { button, buttonRow, card, day, facts, focus, form, help, line, multiSelect, people, submit, type Card } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Delegation>;

/** K38 代办设置: who stands in, from when to when, for what; afterwards how it stands, for both of them. */
export const delegation: DocCard<Delegation> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  return at.doc.state === 'g.draft' ? asking(at) : standing(at);
};

function asking(at: At): Card {
  const { doc, world } = at;
  const { data } = doc;
  const own = tasksOf(world.directory.people.get(data.person) ?? { roles: [] });
  const ids = candidates(world.directory, data.organ, data.person).sort((a, b) => a.name.localeCompare(b.name, 'zh')).map(({ id }) => id);
  return card({ title: '请假期间由谁代办', tint: 'blue', tag: '填写中', summary: '请假代办' }, [
    refusalLine(at), focus(`${taskNames(own)}，可以请同事代办`),
    ids.length ? form('delegation', [
      people('delegate', '代办人 *', { ids, single: true, values: [typedText(at, 'delegate', data.delegate)].filter(Boolean) }),
      day('from', '从 *', { value: typedText(at, 'from', data.from) }),
      day('to', '到 *', { value: typedText(at, 'to', data.to) }),
      multiSelect('tasks', '代办事项 *', { options: own.map((task) => ({ value: task, text: delegable[task].name })), values: typedList(at, 'tasks', data.tasks) }),
      help('移送审批不能代办；须有书面任命的主持工作负责人。指派、核实、签名也由本人办理'),
      submit('send', '确认代办', { tap: act(at, 'set', { card: 'delegation' }), look: 'primary_filled', wide: true }),
    ]) : line('本单位没有可以代办的人员，请告知分管负责人'),
    help(`首尾两天都算，最长 ${longest} 天，到期自己结束`),
  ]);
}

function standing(at: At): Card {
  const { doc, viewer, world } = at;
  const { person, delegate, from, to } = doc.data;
  const mine = viewer.id !== delegate;
  const over = doc.state !== 'g.set';
  const today = dateOf(world.now);
  const tag = over || from <= today ? (over ? delegationStates[doc.state as keyof typeof delegationStates] : '代办中') : '未开始';
  const [away, instead] = [nameOf(world.directory, person), nameOf(world.directory, delegate)];
  return card({ title: mine ? '请假代办' : `代 ${away} 办理`, tint: over ? 'grey' : mine ? 'green' : 'blue', tag, summary: `请假代办　${tag}` }, [
    refusalLine(at), focus(`${dayText(from)}至${dayText(to)}，由 ${instead} 代办`),
    facts([['代办事项', taskNames(doc.data.tasks)], ['请假', away], ['结束', over && (doneLine(doc, 'cancel') || '到期自动结束')]]),
    !over && help(mine ? `留痕记为「${instead} 代 ${away}」，到期自己结束` : `您办的记为「${instead} 代 ${away}」；与本人有关系的件仍须回避`),
    !over && buttonRow(
      !mine && button('我的待办', { do: 'ask', what: 'todo' }, { look: 'primary_filled' }),
      may(at, 'cancel') && button('提前结束', act(at, 'cancel', { card: 'delegation' }), { wide: mine, confirm: { title: '提前结束代办？', text: `从现在起由 ${away} 自己办理，已办的不变。` } }),
    ),
  ]);
}
