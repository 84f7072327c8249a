import { lists } from '../../cards/index.ts';
import type { Card } from '../../cards/kit/kit.ts';
import { dutiesOf, type Duty } from '../../src/domain/duties.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Document } from '../../src/domain/document.ts';
import { snoozeChoices, usualPreferences } from '../../src/domain/push/push.ts';
import { readLead } from '../../src/domain/intake/intake.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { Sample } from '../../test/cards/samples.ts';
import { world } from '../../test/cards/town.ts';

/** A list or notice with the situation it is drawn in. */
export interface ListShot { name: string; title: string; state: string; card: Card }

const now = new Date('2026-11-30T09:00:00+08:00');
const phone = '0477-8580000';

/** Every card that belongs to no document, in the situations in which people meet it. */
export function listShots(samples: Readonly<Record<string, Sample>>): ListShot[] {
  const docs = Object.values(samples).map(({ doc }) => doc);
  const matters = docs.filter((doc): doc is Document<Matter> => doc.kind === 'matter');
  const some = (...states: readonly string[]) => states.flatMap((state) => matters.find((doc) => doc.state === state) ?? []);
  const ask = (question: string) => lists.basis({ question, reading: readLead(question, { now }) });
  const shot = (name: string, titled: string, cards: Readonly<Record<string, Card>>): ListShot[] => Object.entries(cards).map(([state, card]) => ({ name, title: titled, state, card }));
  return [
    ...shot('secret', 'K23 请尽快撤回', { 刚发: lists.secret({ at: '2026-11-30T00:59:00.000Z', now }), 隔几天: lists.secret({ at: '2026-11-26T01:05:00.000Z', now }) }),
    ...shot('found', 'K25 查询结果', { 有: lists.found({ query: '青格勒', matters: some('forwarded', 'closed', 'registered') }), 无: lists.found({ query: '青格勒', matters: [] }) }),
    ...shot('welcome', 'K26 欢迎', { 无待办: lists.welcome({ duties: 0, phone }), 有待办: lists.welcome({ duties: 4, phone }) }),
    ...shot('file-first', '先收到文件', { '3 份': lists['file-first']({ count: 3 }) }),
    ...shot('needs', '先问两点', { 两问: lists.needs({ questions: ['是哪个项目？', '您看到或听到了什么？'], words: '我觉得那个路的标有问题' }) }),
    ...shot('todo', 'K31 我的待办', { 多: lists.todo({ now, calendar: world.calendar, duties: dutiesIn(docs, 14) }), 少: lists.todo({ now, calendar: world.calendar, duties: dutiesIn(docs, 3) }), 无: lists.todo({ now, calendar: world.calendar, duties: [] }) }),
    ...shot('mine', 'K32 我报的', { 有: lists.mine({ matters: some('forwarded', 'closed'), angry: false }), 追问: lists.mine({ matters: some('forwarded', 'closed'), angry: true }), 无: lists.mine({ matters: [], angry: false }) }),
    ...shot('basis', 'K34 依据查询', { 串标: ask('串通投标归谁管'), 转包: ask('学校综合楼的标转包怎么处理') }),
    ...shot('campaigns', '专项行动', { 两个: lists.campaigns({ list: docs.filter((doc): doc is Document<Campaign> => doc.kind === 'campaign' && ['z.plan', 'z.running'].includes(doc.state)).slice(1, 3), card: 'campaign' }), 无: lists.campaigns({ list: [], card: 'campaign' }) }),
    ...shot('preserve', '保留证据', { 选一件: lists.preserve({ message: 'om_1', count: 2, matters: some('forwarded', 'registered').map(({ id, no, data }) => ({ id, no, project: data.project })) }) }),
    ...shot('digest', 'K36 每日汇总', { 多: lists.digest({ now, calendar: world.calendar, duties: dutiesIn(docs, 11) }), 少: lists.digest({ now, calendar: world.calendar, duties: dutiesIn(docs, 3) }) }),
    ...shot('approvals', '移送审批，多件', { 五件: lists.approvals({ now, duties: dutiesIn(docs, 5).map((duty) => ({ ...duty, verb: '移送审批' })) }) }),
    ...shot('reminders', 'K40 提醒设置', { 本人: lists.reminders({ prefs: usualPreferences }), 从一件打开: lists.reminders({ prefs: usualPreferences, item: { kind: 'forward', id: 'f', no: 'XS-20261123-0001', choices: snoozeChoices('2026-12-15', { now, calendar: world.calendar }) } }) }),
    ...shot('stale', 'K45 卡片失效', { 已转办: lists.stale(some('forwarded')[0] as Document<Matter>, 'progress') }),
    ...shot('fault', 'K46 未完成', { 未保存: lists.fault({ number: '7F21C9', typed: { facts: '三家标书是同一人做的' } }), 已保存: lists.fault({ number: '7F21C9', saved: true, again: { do: 'ask', what: 'todo' } }) }),
    ...shot('help', 'K47 帮助', { 常用: lists.help({ phone }) }),
    ...shot('pick', '选一件', { 撤回: lists.pick({ ask: '要撤回哪一件？', matters: some('registered', 'forwarded'), tap: ({ id }) => ({ do: 'ask', what: 'open', arg: `matter|${id}|shelf|withdraw` }) }) }),
    ...shot('again', '报过的一件', { 同一天: lists.again({ matter: some('registered')[0] as Document<Matter>, message: 'om_1', words: '青格勒学校综合楼那个标，三家的标书还是同一个人做的', now }) }),
    ...shot('access-log', '查阅登记', { 无: lists['access-log']({ openings: [] }) }),
    ...shot('identity', '举报人信息', { 一分钟: lists.identity({ no: 'XS-20261123-0001', openId: 'ou_1', name: '', organ: '' }), 转发: lists.identity({ no: 'XS-20261123-0001', openId: 'ou_1', name: '王磊', organ: '市住建局', writers: ['ou_2'] }) }),
    ...shot('safety', '您现在安全吗', { 无回音: lists.safety({ phone }) }),
    ...shot('urgent', 'K49 紧急情况', { 有危险: lists.urgent({ told: ['市交易中心值班'], phone }) }),
  ];
}

// A full list needs more duties than one story has; the same duty on other days stands for other matters.
function dutiesIn(docs: readonly Document[], count: number): Duty[] {
  const found = docs.flatMap((doc) => ['zjj-liaison', 'zjj-deputy', 'zjj-head'].flatMap((id) => dutiesOf(doc, id, { directory: world.directory, now })));
  const kinds = [...new Map(found.map((duty) => [duty.verb, duty])).values()];
  const days = ['2026-11-27', '2026-11-30', '2026-12-02', '2026-12-03', '2026-12-10', '2026-12-15'];
  return Array.from({ length: count }, (_, at) => kinds[at % kinds.length]).filter((duty) => duty !== undefined)
    .map((duty, at) => ({ ...duty, dueDate: days[at % days.length] ?? '', dueAt: '' }));
}
