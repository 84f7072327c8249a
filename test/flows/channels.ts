import { cards } from '../../cards/index.ts';
import { kinds, type Kind } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { askNames } from '../../jobs/answers/answer-asks.ts';
import type { PlatformPort } from '../../jobs/define.ts';

/** What each call to the platform does: tells persons, tells a group, or tells nobody. A new call does not compile before it is said, and so the test of the firewall knows of it. */
export const waysOut: Readonly<Record<keyof PlatformPort, 'persons' | 'groups' | 'both' | 'nobody'>> = {
  sendCard: 'both', sendText: 'both', sendFile: 'both', patchCard: 'both', createChat: 'groups', addToChat: 'groups', createEvent: 'persons', moveEvent: 'persons', cancelEvent: 'persons',
  reserveMeeting: 'persons', createTask: 'persons', completeTask: 'persons', uninvite: 'persons', unassign: 'persons', urge: 'persons', removeFromChat: 'groups', disbandChat: 'groups', busy: 'nobody', readEvent: 'nobody', react: 'nobody', download: 'nobody', read: 'nobody', pin: 'nobody',
};

/** Every way in which somebody may ask for a document: what he asks, which card he wants drawn, which act he tries. Taken from the registries, so that none can be forgotten. */
export const waysIn: { asks: readonly string[]; cards: readonly string[]; acts: readonly { kind: Kind; act: string }[] } = {
  asks: askNames,
  cards: Object.keys(cards),
  acts: kinds.flatMap((kind) => [...new Set(flows[kind].rows.map(({ act }) => act))].map((act) => ({ kind, act }))),
};

/** Words by which a matter is asked for, with its number or its project in place of 〇. */
export const wordsIn: readonly string[] = ['查 〇', '〇 进度', '〇', '查看举报人 〇', '撤回 〇', '签收 〇', '反馈 〇', '我的待办', '我报的', '我的会议', '查阅登记', '催一下 〇', '导出 〇'];
