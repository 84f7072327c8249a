import { createHash } from 'node:crypto';
import { readLead } from '../../src/domain/intake/intake.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import type { Item } from '../../src/domain/referral/referral.ts';
import cases from '../domain/sample-cases.json' with { type: 'json' };
import type { Sample } from './samples.ts';
import { createStage, reporter, type Stage } from './stage.ts';
import { personWith } from './town.ts';

/** The clerk who handles every story. */
export const clerk = personWith('GGZY', 'C_CLERK').id;

/** The forward, the referral and the meeting of every story. */
const forwardId = 'c1-f-zjj';
const referralId = `${forwardId}-y`;
const transferId = `${referralId}-t-p1`;
const meetingId = 'c1-c-1';

/** One story of a matter: its stage, acts on its parts, and what is kept of it. */
export interface Story {
  stage: Stage;
  does(kind: Part, act: string, by: string, input?: object): void;
  convene(organs?: readonly string[]): void;
  take(name: string, kind?: Part, id?: string): void;
}

type Part = 'forward' | 'referral' | 'transfer' | 'meeting' | 'joint';
const ids: Record<Part, string> = { forward: forwardId, referral: referralId, transfer: transferId, meeting: meetingId, joint: 'c1-l-1' };

/** C1 up to 已转办 on 2026-11-24, 15 working days. */
export function begin(taken: Record<string, Sample>): Story {
  const stage = createStage('2026-11-23T09:12:00+08:00');
  const matter = (act: string, by: string | typeof reporter, input: object = {}) => void stage.does({ kind: 'matter', id: 'c1', act, by, input });
  const words = cases.find(({ id }) => id === 'C1')?.text ?? '';
  matter('draft', reporter, draftOf(readLead(words, { now: stage.now() }), words));
  for (const name of ['现场照片.jpg', '来信扫描件.pdf']) matter('attach', reporter, { id: `f${name.length}`, name, size: 2_200_000, sha256: createHash('sha256').update(name).digest('hex'), at: '2026-11-23T01:14:00.000Z' });
  matter('register', reporter, { kind: 'report', source: 'phone', cityLevel: 'yes' });
  matter('claim', clerk);
  stage.at('2026-11-24T10:02:00+08:00');
  matter('send', clerk, { organs: ['ZJJ'], days: 15 });
  return {
    stage,
    does: (kind, act, by, input = {}) => void stage.does({ kind, id: ids[kind], act, by, input }),
    convene: (organs = ['ZJJ', 'JTJ', 'CZJ']) => void stage.does({ kind: 'matter', id: 'c1', act: 'convene', by: clerk, input: { organs } }),
    take: (name, kind = 'forward', id = ids[kind]) => {
      taken[`${kind} ${name}`] = { doc: stage.get(id), related: stage.ofMatter('c1'), now: stage.now() };
    },
  };
}

/** Begins a story anew. */
export type Begin = () => Story;

/** A story whose forward was signed on the day it came. */
export function signed(start: Begin): Story {
  const story = start();
  story.stage.at('2026-11-24T15:20:00+08:00');
  story.does('forward', 'sign', 'zjj-liaison');
  return story;
}

/** What the verifiers wrote, but for the destination. */
export const report = { conclusion: 'partly', facts: '三家投标文件由同一台电脑制作，机器码一致。', law: '招标投标法实施条例40条（一）', reason: '投标文件同一人编制，涉嫌串通投标' };

/** A story whose report was written by 刘洋 on 2026-12-09, with one destination. */
export function written(start: Begin, item: Item, reason = report.reason): Story {
  const story = signed(start);
  story.stage.at('2026-11-25T09:00:00+08:00');
  story.does('referral', 'assign', 'zjj-deputy', { people: ['zjj-officer1', 'zjj-officer2'] });
  for (const id of ['zjj-officer1', 'zjj-officer2']) story.does('referral', 'declare', id, { tied: 'none' });
  story.stage.at('2026-12-09T10:20:00+08:00');
  story.does('referral', 'write', 'zjj-officer1', { ...report, reason, item, receiver: receivers[item] ?? '' });
  return story;
}

/** The same, signed by 刘洋 and 其其格. */
export function verified(start: Begin, item: Item, reason = report.reason): Story {
  const story = written(start, item, reason);
  for (const id of ['zjj-officer1', 'zjj-officer2']) story.does('referral', 'signReport', id);
  return story;
}

const receivers: Partial<Record<Item, string>> = { D3: 'GAJ', D6: 'JTJ', D2: 'JWJW' };

/** The same sample with other data, in the document and among its matter's. */
export function changed(sample: Sample | undefined, change: (data: Record<string, unknown>) => object): Sample {
  if (!sample) throw new Error('no such sample');
  const doc = { ...sample.doc, data: change(sample.doc.data as Record<string, unknown>) };
  return { ...sample, doc, related: sample.related.map((other) => (other.id === doc.id ? doc : other)) };
}
