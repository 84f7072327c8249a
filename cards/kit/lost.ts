import type { Document } from '../../src/domain/document.ts';
import type { Grouped, Lost } from '../../src/domain/group/lost.ts';
import { nameOf, shortName } from '../../src/domain/people.ts';
import { minute } from '../../src/domain/time/deadlines.ts';
import { choicesOf } from './controls.ts';
import { act, may, show, type DrawInput } from './draw.ts';
import type { Child } from './kit.ts';

/** What was lost, in one sentence that says who did it where the platform says so; `group` is what the group is called, `still` what goes on, as a question. */
export function lostWords({ doc: { data: { lost } }, world }: { doc: Pick<Document<Pick<Grouped, 'lost'>>, 'data'>; world: DrawInput['world'] }, { group, still }: { group: string; still: string }): string {
  const by = lost?.who[0] ? `操作人 ${nameOf(world.directory, lost.who[0])}` : '操作人不详';
  const gone = (lost?.who ?? []).map((id) => `${nameOf(world.directory, id)}（${shortName(world.directory, world.directory.people.get(id)?.organ ?? '')}）`).join('、');
  switch (lost?.what) {
    case 'event':
      return `日程被删除（${by}）。${still}`;
    case 'eventMoved':
      return `日程被改到 ${minute(lost.start)}（${by}）。${still}`;
    case 'group':
      return `${group}被解散（${by}）。${still}`;
    case 'bot':
      return `机器人被移出${group}（${by}），不能再提醒。${still}`;
    case 'member':
      return `${gone} 离开了${group}`;
    default:
      return '';
  }
}

const verbs: Readonly<Record<Lost['what'], string>> = { event: '恢复日程', eventMoved: '恢复日程', group: '重新建群', bot: '重新建群', member: '请回群' };

/** What may be done about it: put right by one tap, leave it, or give the whole up. */
export function putRight<D extends Grouped>(at: DrawInput<D>, { card, giveUp }: { card: string; giveUp: { act: string; face: string; text: string } }): Child {
  const { lost } = at.doc.data;
  return choicesOf([
    lost !== null && may(at, 'restore') && { text: verbs[lost.what], tap: act(at, 'restore', { card }) },
    may(at, 'accept') && { text: '知道了', tap: act(at, 'accept', { card }) },
    may(at, giveUp.act) && { text: giveUp.text, tap: show(at, card, giveUp.face) },
  ]);
}
