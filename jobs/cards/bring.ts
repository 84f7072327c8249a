import { digest as digestCard } from '../../cards/asked/digest.ts';
import { digest } from '../../src/domain/audit.ts';
import type { Document } from '../../src/domain/document.ts';
import { dutiesOf, numberOf, type Duty } from '../../src/domain/duties.ts';
import { morningAfter } from '../../src/domain/push/push.ts';
import { addWorkingDays, dateOf } from '../../src/domain/time/deadlines.ts';
import { latest, running } from '../../src/domain/time/clocks.ts';
import type { Deps, WaitingPush } from '../define.ts';
import { sendLoose } from '../say.ts';
import { deliver, type Receiver } from './deliver.ts';
import { mayReach } from './drawing.ts';
import { claim } from './push.ts';
import { waitingFor } from './waiting.ts';

interface Ready { push: WaitingPush; doc: Document }

/** What a row of the list says of a card that is no duty of its reader. */
const words: Readonly<Record<string, string>> = { overdue: '已过期限', unsigned: '尚未签收', 'late-part': '已过期限', 'late-transfer': '已过期限', 'triage-late': '已过期限', progress: '进展', minutes: '会商纪要', task: '会商任务' };

/** Brings somebody what has waited for him: one thing as its own card, several as one list; what has been done meanwhile is left out. */
export async function bring(who: string, deps: Deps): Promise<void> {
  const pushes = await deps.store.waiting.of(who, deps.now());
  const ready = (await Promise.all(pushes.map((push) => readyOf(push, deps)))).filter((one) => one !== undefined);
  const first = ready[0];
  if (!first) return deps.store.waiting.drop(pushes);
  const receiver = await receiverOf(first, deps);
  if (!receiver) return deps.store.waiting.drop(pushes);
  const verdict = await claim({ ...receiver, doc: first.doc, uuid: first.push.id, urgency: 'first' }, deps);
  if (verdict.push !== 'now') return deps.store.waiting.postpone(pushes, verdict.until);
  const known = await send({ ready, receiver, others: pushes.length - ready.length }, deps);
  if (known) return deps.store.waiting.drop(pushes);
  // Whether the list arrived nobody knows: what it held comes with the next one.
  const { heard } = await deps.store.attention.of(who);
  await deps.store.waiting.postpone(pushes, morningAfter(who, heard.prefs, { now: deps.now(), calendar: deps.calendar }));
}

async function readyOf(push: WaitingPush, deps: Deps): Promise<Ready | undefined> {
  const doc = await deps.store.load(push.kind, push.doc);
  return doc && isWanted(push, doc, deps) ? { push, doc } : undefined;
}

function isWanted(push: WaitingPush, doc: Document, { directory, now }: Deps): boolean {
  if (directory.people.has(push.to) && !mayReach(doc, { person: push.to, card: push.card }, { directory })) return false;
  if (push.rule) {
    const clock = running(doc.clocks, push.rule);
    return clock !== undefined && clock.pausedFrom === undefined;
  }
  const isPerson = directory.people.has(push.to);
  return !isPerson || push.line !== '' || doc.round === push.round || dutiesOf(doc, push.to, { directory, now: now() }).length > 0;
}

async function receiverOf({ push, doc }: Ready, deps: Deps): Promise<Receiver | undefined> {
  if (push.to.startsWith('chat:')) return { key: push.to, openId: '', chat: push.to.slice('chat:'.length) };
  if (push.to !== 'reporter') return { key: push.to, openId: push.to, chat: '' };
  const who = await deps.store.vault.who(doc.matter);
  return who ? { key: 'reporter', openId: who.openId, chat: '' } : undefined;
}

async function send({ ready, receiver, others }: { ready: readonly Ready[]; receiver: Receiver; others: number }, deps: Deps): Promise<boolean> {
  const lines = ready.map(({ push }) => push.line).filter(Boolean);
  const own = receiver.key === receiver.openId ? await listed(ready, receiver.openId, deps) : [];
  const [first] = ready;
  const alone = ready.length === 1 && !lines.length && (own.length <= 1 || first?.push.why !== 'digest');
  if (first && !alone && own.length) {
    const list = digestCard({ now: deps.now(), calendar: deps.calendar, duties: own, lines, others });
    return (await sendLoose({ openId: receiver.openId, uuid: `d${digest([first.push.id, dateOf(deps.now())]).slice(0, 40)}` }, list, deps)) !== undefined;
  }
  for (const { push, doc } of ready) await deliver({ doc, card: push.card, face: push.face, uuid: push.id, ...receiver }, deps);
  return true;
}

/** Everything that came together, and what else of his is overdue or due within three working days. */
async function listed(ready: readonly Ready[], person: string, deps: Deps): Promise<Duty[]> {
  const world = { directory: deps.directory, now: deps.now() };
  const soon = addWorkingDays(dateOf(world.now), 3, deps.calendar);
  const pressing = (await waitingFor(person, deps)).filter((duty) => duty.dueDate !== '' && duty.dueDate <= soon);
  const came = ready.map(({ push, doc }) => dutiesOf(doc, person, world).find((duty) => !push.face || duty.face === push.face) ?? only(push, doc));
  const placeOf = ({ doc, face }: Duty): string => `${doc.id} ${face}`;
  return [...new Map([...pressing, ...came].map((duty) => [placeOf(duty), duty])).values()].sort((a, b) => (a.dueDate || '9').localeCompare(b.dueDate || '9'));
}

function only(push: WaitingPush, doc: Document): Duty {
  const due = push.rule ? latest(doc.clocks, push.rule)?.due : undefined;
  return { doc, verb: words[push.card] ?? '请查看', no: numberOf(doc), card: push.card, face: push.face, dueDate: due?.dueDate ?? '', dueAt: due?.dueAt ?? '', urgentHours: false };
}
