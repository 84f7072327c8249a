import type { Document, Effect } from '../../../src/domain/document.ts';
import { decidePush, heardAfter, usualPreferences, type Heard, type Urgency } from '../../../src/domain/push/push.ts';
import { urgencyOf } from '../../../src/domain/push/urgency.ts';
import { addWorkingDays } from '../../../src/domain/time/calendar.ts';
import { instantAt } from '../../../src/domain/time/time.ts';
import { brief, report } from '../gate-story.ts';
import { as, blank, directory, run, worldAt } from '../town.ts';
import { chanceFrom, type Chance } from '../walk/chance.ts';

/** A message that made somebody's phone sound: one card, or one list of several. */
export interface Rang { who: string; at: Date; urgency: Urgency; cards: readonly string[]; heardBefore: Heard }

interface Waiting { who: string; doc: Document; card: string; urgency: Urgency; until: number; id: string; place: string; why: 'join' | 'digest' }

/** What a month of one city came to: what rang, what still waits, what was done. */
export interface Month { rang: readonly Rang[]; waiting: readonly Waiting[]; acts: number; refused: readonly string[]; until: Date }

const organs = ['ZJJ', 'SLJ', 'RSJ', 'CZJ'];
const { calendar } = worldAt('2026-11-24T09:00:00+08:00');
const minuteMs = 60_000;

/** Plays so many working days of a city from a seed: every day some matters go to departments, which sign, verify, answer or forget them; heads decide, meetings are called. Effects are the flows' own, and each card goes through the push decision as `jobs/cards` asks it. */
export function monthOf({ seed, days, perDay }: { seed: number; days: number; perDay: number }): Month {
  const chance = chanceFrom(seed);
  const queue: { at: number; does: () => void }[] = [];
  const docs = new Map<string, Document>();
  const heard = new Map<string, Heard>();
  const shown = new Set<string>();
  const rang: Rang[] = [];
  const refused: string[] = [];
  let waiting: Waiting[] = [];
  let acts = 0;
  let now = 0;
  const later = (at: number, does: () => void) => void queue.push({ at, does });
  const ears = (who: string): Heard => heard.get(who) ?? { pushes: [], reactedAt: '', snoozes: [], prefs: usualPreferences };

  function act(id: string, command: { act: string; who: string; input?: object }): boolean {
    const doc = docs.get(id) as Document;
    if (directory.people.has(command.who)) isThere(command.who);
    const decision = run(doc, { act: command.act, by: as(command.who), input: command.input ?? {} }, new Date(now));
    acts += 1;
    if (decision.kind !== 'done') {
      refused.push(`${doc.kind} ${doc.state} ${command.act} ${decision.kind === 'refused' ? decision.refusal.code : ''}`);
      return false;
    }
    docs.set(id, { ...decision.doc, effects: [] });
    for (const effect of decision.effects) if (effect.job === 'send-card') send(docs.get(id) as Document, effect);
    for (const alarm of decision.doc.alarms.filter((one) => !doc.alarms.some(({ id: known }) => known === one.id))) {
      later(Date.parse(alarm.at), () => void ((docs.get(id) as Document).alarms.some((one) => one.id === alarm.id) && act(id, { act: 'alarm', who: 'clock', input: { id: alarm.id, rule: alarm.rule, stage: alarm.stage } })));
    }
    return true;
  }

  function send(doc: Document, { id, data }: Effect): void {
    const who = data['to'] === 'person' ? String(data['person']) : '';
    if (!directory.people.has(who)) return;
    const card = String(data['card']);
    const asked = { card, rule: String(data['rule'] ?? ''), stage: String(data['stage'] ?? '') };
    const urgency = (data['urgency'] as Urgency | undefined) ?? urgencyOf(asked, doc);
    const verdict = decidePush({ id, urgency, to: { who, roles: directory.people.get(who)?.roles ?? [] }, ...(asked.rule ? { reminds: doc.id } : {}) }, ears(who), { now: new Date(now), calendar });
    if (verdict.push === 'now') return ring(who, { urgency, cards: [`${card} ${doc.id}`], id });
    if (verdict.push === 'join' && shown.has(`${who} ${doc.id}`)) return;
    const place = `${who} ${doc.id}`;
    waiting = [...waiting.filter((one) => one.place !== place), { who, doc, card, urgency, until: verdict.until.getTime(), id, place, why: verdict.push }];
    later(verdict.until.getTime(), () => bring(who));
  }

  // As the waiting room: what has gathered comes as one message.
  function bring(who: string): void {
    const ready = waiting.filter((one) => one.who === who && one.until <= now);
    const [first] = ready;
    if (!first) return;
    const verdict = decidePush({ id: first.id, urgency: 'first', to: { who, roles: directory.people.get(who)?.roles ?? [] } }, ears(who), { now: new Date(now), calendar });
    if (verdict.push !== 'now') {
      for (const one of ready) one.until = verdict.until.getTime();
      return later(verdict.until.getTime(), () => bring(who));
    }
    waiting = waiting.filter((one) => !ready.includes(one));
    ring(who, { urgency: ready.some(({ urgency }) => urgency === 'first') ? 'first' : 'morning', cards: ready.map(({ card, doc }) => `${card} ${doc.id}`), id: first.id });
  }

  function ring(who: string, { urgency, cards, id }: { urgency: Urgency; cards: readonly string[]; id: string }): void {
    const before = ears(who);
    rang.push({ who, at: new Date(now), urgency, cards, heardBefore: before });
    for (const card of cards) shown.add(`${who} ${card.split(' ')[1]}`);
    if (urgency !== 'answer') heard.set(who, heardAfter(before, { id, at: new Date(now) }));
    if (chance.happens(0.6)) later(now + chance.among([2, 15, 40, 120]) * minuteMs, () => isThere(who));
  }

  function isThere(who: string): void {
    heard.set(who, { ...ears(who), reactedAt: new Date(now).toISOString() });
    for (const one of waiting) if (one.who === who && one.why === 'join') one.until = Math.min(one.until, now);
    later(now, () => bring(who));
  }

  const play = { act, later, atWork: (date: string, after = 0) => atWork(date, chance, after), chance, add: (doc: Document) => void docs.set(doc.id, doc) };
  for (let day = 0, date = '2026-11-24'; day < days; day += 1, date = addWorkingDays(date, 1, calendar)) {
    for (let each = 0; each < perDay; each += 1) matter(`m${day}-${each}`, date, play);
    if (day % 5 === 2) meeting(`c${day}`, date, play);
  }
  const last = instantAt(addWorkingDays('2026-11-24', days + 30, calendar), '20:00').getTime();
  while (queue.length) {
    const next = queue.reduce((least, one, index) => (one.at < (queue[least] as { at: number }).at ? index : least), 0);
    const [{ at, does }] = queue.splice(next, 1) as [{ at: number; does: () => void }];
    if (at > last) continue;
    now = Math.max(now, at);
    does();
  }
  return { rang, waiting, acts, refused, until: new Date(last) };
}

interface Play { act(id: string, command: { act: string; who: string; input?: object }): boolean; later(at: number, does: () => void): void; atWork(date: string, after?: number): number; chance: Chance; add(doc: Document): void }

function matter(id: string, date: string, { act, later, atWork, chance, add }: Play): void {
  const organ = chance.among(organs);
  const at = organ.toLowerCase();
  const dueDate = addWorkingDays(date, 15, calendar);
  add(blank('forward', id, id));
  // Now and then the Center works late.
  const opens = chance.happens(0.2) ? instantAt(date, '21:40').getTime() : atWork(date);
  later(opens, () => void act(id, { act: 'open', who: 'system', input: { matterNo: `XS-20261124-${id}`, organ, docNo: `鄂公资转〔2026〕${id}号`, dueDate, requirement: '核实', brief: { ...brief, title: `项目 ${id}` }, clerk: 'clerk', returns: 0 } }));
  const signs = chance.happens(0.85) ? 1 : 3;
  later(atWork(addWorkingDays(date, signs, calendar)), () => void act(id, { act: 'sign', who: `${at}-liaison` }));
  if (chance.happens(0.5)) verification(id, addWorkingDays(date, signs, calendar), { act, later, atWork, chance, add }, organ);
  const answers = chance.among([6, 9, 12, 14, 15, 15, 17, 21]);
  later(atWork(addWorkingDays(date, answers, calendar)), () => void act(id, { act: 'feedback', who: `${at}-liaison`, input: { conclusion: 'untrue', facts: '经核实未发现所反映的问题', basis: '', decisionNo: '', tell: 'result' } }));
  later(atWork(addWorkingDays(date, answers + 1, calendar)), () => void act(id, { act: 'pass', who: 'clerk' }));
}

function verification(id: string, date: string, { act, later, atWork, add }: Play, organ: string): void {
  const at = organ.toLowerCase();
  const own = `${id}-y`;
  const both = [`${at}-one`, `${at}-two`];
  const on = (days: number, who: string, deed: string, input: object = {}) => later(atWork(addWorkingDays(date, days, calendar), days * 3), () => void act(own, { act: deed, who, input }));
  add(blank('referral', own, id));
  on(0, 'system', 'open', { forward: id, matterNo: `XS-20261124-${id}`, organ, brief: { ...brief, flags: [], dest: ['D6'] } });
  on(1, `${at}-deputy`, 'assign', { people: both });
  for (const who of both) on(2, who, 'declare', { tied: 'none' });
  on(3, both[0] ?? '', 'write', { ...report, item: 'D6', receiver: 'SCJG' });
  for (const [index, who] of both.entries()) on(4 + index, who, 'signReport');
  on(7, `${at}-head`, 'approve', { proposal: 'p1' });
}

function meeting(id: string, date: string, { act, later, atWork, add }: Play): void {
  const start = instantAt(addWorkingDays(date, 4, calendar), '15:00').toISOString();
  const guests = ['ZJJ', 'SLJ', 'CZJ'].map((organ) => ({ organ, person: `${organ.toLowerCase()}-liaison` }));
  add(blank('meeting', id, id));
  const moment = atWork(date);
  later(moment, () => void act(id, { act: 'open', who: 'system', input: { matterNos: [`XS-20261124-${id}`], topic: '承办单位', convener: 'clerk', place: '三楼', start, end: new Date(Date.parse(start) + 5_400_000).toISOString(), guests } }));
  later(moment + minuteMs, () => void act(id, { act: 'call', who: 'secretary' }));
}

// Some moment of the office's hours; `after` keeps the order of deeds on one document.
function atWork(date: string, chance: Chance, after: number): number {
  return instantAt(date, '09:15').getTime() + Math.floor(chance.next() * 400 + after) * minuteMs;
}
