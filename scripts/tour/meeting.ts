import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Troupe } from './play.ts';
import { passes, tenMinutes, type Cast } from './stage.ts';

/** A consultation from the invitations to the confirmed minutes and the done tasks, with the clock moved to its reminders. */
export async function hold(troupe: Troupe, { no, lead }: { no: string; lead: string }): Promise<void> {
  const { stage } = troupe;
  const { client } = stage;
  const secretary = troupe.actor(stage.cast('GGZY', 'SECRETARY')[0] as Cast);
  const clerk = troupe.actor(stage.cast('GGZY', 'C_CLERK')[0] as Cast);
  // Whoever has just got the 转办 and has not touched it is left in peace for ten minutes.
  await tenMinutes(stage);
  const board = await secretary.sees(/会商　HS[^]*已回复/);
  const meeting = /HS-\d{8}-\d{4}/.exec(wordsOf(board.content))?.[0] ?? no;
  const count = Number(/已回复 \d+\/(\d+)/.exec(wordsOf(board.content))?.[1] ?? 0) || Number(/已回复 \d+\/(\d+)/.exec(glance(board.content).tag)?.[1] ?? 0);
  const guests = await invited(troupe, meeting, count);
  for (const organ of guests) await troupe.actor(stage.cast(organ, 'LIAISON')[0] as Cast).taps('参加', { on: /会商通知/ });
  const today = Date.parse((await client.clock()).now);
  const start = (await client.calendar((stage.cast(lead, 'LIAISON')[0] as Cast).id)).map((event) => Date.parse(event.start)).filter((at) => at > today).sort((a, b) => a - b)[0] ?? today;
  await passes(stage, new Date(start - 9 * 60_000).toISOString());
  // An earlier meeting of the same city was announced in the same words.
  await client.waitFor(secretary.cast.id, (message) => Date.parse(message.at) > today && message.type === 'text' && JSON.stringify(message.content).includes('10 分钟后开始'));
  await clerk.taps('开始', { on: meeting });
  await clerk.taps('开始', { on: /到会/, form: { organs: guests } });
  const due = new Date(Date.parse((await client.clock()).now) + 9 * 86_400_000).toISOString().slice(0, 10);
  await clerk.taps('记一条议定', { on: /会商进行中/ });
  await clerk.taps('记一条议定', { on: /责任单位/, form: { what: '核实主要事实并依法处理', organ: lead, dueDate: `${due} +0800` } });
  await clerk.taps('结束', { on: /会商进行中/ });
  await tenMinutes(stage);
  for (const organ of guests) await troupe.actor(stage.cast(organ, 'LIAISON')[0] as Cast).taps('确认', { on: /会商纪要/ });
  await tenMinutes(stage);
  const task = troupe.actor(stage.cast(lead, 'LIAISON')[0] as Cast);
  await task.taps('办结', { on: /任务|议定事项/ });
  await tenMinutes(stage);
}

/** The organs whose liaisons got the invitation; waits until all `count` have it. */
async function invited(troupe: Troupe, meeting: string, count: number): Promise<string[]> {
  for (const end = Date.now() + 30_000; ; ) {
    const organs = await holding(troupe, meeting);
    if (organs.length >= count || Date.now() > end) return organs;
  }
}

async function holding(troupe: Troupe, meeting: string): Promise<string[]> {
  const organs: string[] = [];
  for (const code of ['FGW', 'GXJ', 'CZJ', 'ZRZY', 'STHJ', 'ZJJ', 'JTJ', 'SLJ', 'NMJ', 'SWJ', 'WJW', 'GZW', 'SCJG', 'NYJ', 'LCJ', 'YBJ', 'RSJ', 'GAJ', 'JCY', 'JWJW', 'SJJ', 'YJJ']) {
    const liaison = troupe.stage.cast(code, 'LIAISON')[0];
    const card = liaison && (await troupe.stage.client.lastCard(liaison.id, (message) => glance(message.content).title.includes('会商通知') && wordsOf(message.content).includes(meeting)));
    if (card) organs.push(code);
  }
  return organs;
}
