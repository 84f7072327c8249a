import { minute } from '../../src/domain/time/deadlines.ts';
import { meetingStates, resolutionKinds, standing, tasksOf, type Meeting, type Resolution } from '../../src/domain/meeting/meeting.ts';
import { shortName } from '../../src/domain/people.ts';
import { back, choicesOf, must, organOptions, peopleOf } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedList, typedText, type DrawInput } from '../kit/draw.ts';
import { card, day, facts, focus, form, help, input, line, multiSelect, people, select, submit, type Card, type Child, type Element } from '../kit/kit.ts';
import { confirmedOf, dutyLine } from './meeting-lines.ts';

type At = DrawInput<Meeting>;

/** The group's card while the meeting is held: what was decided so far, without its words. */
export function held(at: At): Card {
  const { doc } = at;
  const some = standing(doc.data).length > 0;
  return card({ title: `会商进行中　${doc.no}`, tint: 'purple', tag: `已议定 ${standing(doc.data).length} 项`, summary: `${doc.no} 会商进行中` }, [
    refusalLine(at), focus(some ? `已议定 ${standing(doc.data).length} 项` : '尚未记录议定事项'), facts([['到会', presentOf(at)]]), ...duties(at),
    choicesOf([
      may(at, 'resolve') && { text: '记一条议定', tap: show(at, 'board', 'resolve') },
      some && may(at, 'finish') && { text: '结束', tap: act(at, 'finish', { card: 'board' }), confirm: { title: '结束会商？', text: '结束后生成纪要，送到会单位确认。' } },
    ]),
    help('仅会商秘书可操作；讨论请在本卡片的话题里'),
  ]);
}

/** The face on which a decision is recorded, on the group's card or the secretary's own. */
export function recording(at: At, name: 'board' | 'secretary'): Card {
  const { doc } = at;
  return card({ title: `会商进行中　${doc.no}`, tint: 'purple', tag: '记一条议定', summary: `${doc.no} 会商进行中` }, [
    refusalLine(at), focus(`第 ${standing(doc.data).length + 1} 项议定`), ...duties(at),
    form('resolve', [
      ...resolutionFields(at, { clear: at.viewer.group }),
      submit('send', '记一条议定', { tap: act(at, 'resolve', { card: name }), look: 'primary_filled', wide: true }),
    ]),
    back(at, name), at.viewer.group && help('仅会商秘书可操作'),
  ]);
}

/** The fields of a decision; `clear` where a refused form would show words to the whole group, which is why they are required on the client. */
export function resolutionFields(at: At, { was, clear }: { was?: Resolution; clear: boolean }): Child[] {
  const { doc, world } = at;
  const organs = doc.data.guests.map((guest) => guest.organ);
  const all = organOptions(world.directory, [], ['department', 'center', 'outside']).filter((option) => organs.includes(option.value));
  const asked = clear ? must : (field: Element) => field;
  const typed = (field: 'what' | 'organ' | 'person' | 'dueDate') => typedText(at, field, was?.[field] ?? '');
  return [
    select('kind', '种类', { options: Object.entries(resolutionKinds).map(([value, text]) => ({ value, text })), value: typedText(at, 'kind', was?.kind ?? 'other') }),
    asked(input('what', '事项 *', { value: clear ? '' : typed('what'), rows: 2, placeholder: '按问题种类写，不写项目和名称' })),
    asked(select('organ', '责任单位 *', { options: all, value: typed('organ') })),
    multiSelect('co', '配合单位', { options: all, values: typedList(at, 'co', was?.co ?? []), placeholder: '可不选' }),
    people('person', '责任人', { ids: peopleOf(world.directory, organs), single: true, values: [typed('person')].filter(Boolean) }),
    asked(day('dueDate', '完成日期 *', { value: typed('dueDate').slice(0, 10) })),
  ];
}

/** The group's card afterwards. */
export function settled(at: At): Card {
  const { doc } = at;
  const state = meetingStates[doc.state as keyof typeof meetingStates] ?? doc.state;
  const words: Readonly<Record<string, string>> = {
    'c.minutes': `纪要待确认 ${confirmedOf(at)}`, 'c.confirmed': `纪要已确认，${tasksOf(doc.data).length} 项任务已派出`, 'c.done': '任务已全部办结', 'c.cancelled': '会商已取消',
  };
  const off = doc.state === 'c.cancelled';
  return card({ title: `会商　${doc.no}`, subtitle: doc.data.minutesNo || doc.data.noticeNo, tint: off ? 'grey' : doc.state === 'c.minutes' ? 'purple' : 'green', tag: state, summary: `${doc.no} ${state}` }, [
    focus(words[doc.state] ?? state), off ? line(`原定 ${minute(doc.data.start)}`) : facts([['到会', presentOf(at)]]), ...(off ? [] : duties(at)),
  ]);
}

function duties(at: At): Child[] {
  const all = standing(at.doc.data);
  return [...all.slice(0, 8).map((task, index) => line(dutyLine(at, task, index + 1))), all.length > 8 && help(`还有 ${all.length - 8} 项`)];
}

function presentOf({ doc, world }: At): string {
  const present = doc.data.guests.filter((guest) => guest.present);
  return `${present.map((guest) => shortName(world.directory, guest.organ)).join('、')}（${present.length}/${doc.data.guests.length} 单位）`;
}
