import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Kind } from '../../src/domain/document.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import { flows } from '../../src/domain/flows.ts';
import { readLead } from '../../src/domain/intake/intake.ts';
import { blank } from '../../src/handle.ts';
import { bookId } from '../../src/domain/organ/organ.ts';
import { refusalCodes, type RefusalCode } from '../../src/domain/refusal.ts';
import { encrypted, signed } from '../feishu/push.ts';
import { leadAbout, passes, quiet, stageFor } from './stage.ts';

/** A document by its kind and id. */
type Place = readonly [Kind, string];
type Code = Extract<RefusalCode, `E-${string}`>;

const { stage, on } = stageFor('refusals');
let door: App | undefined;
beforeAll(async () => {
  door = await createApp(readConfig({ ...stage().env, FEISHU_TRANSPORT: 'webhook', ROLES: 'web' }));
}, 30_000);
afterAll(async () => door?.stop(), 30_000);

const idOf = (who: string): string => stage().person(who).id;

/** An act by hand, to bring a document to where its card is tapped. */
async function does([kind, id]: Place, act: string, who: string, input: object = {}): Promise<void> {
  const by = who === 'system' ? ({ role: 'system' } as const) : ({ role: 'person', id: idOf(who), ref: 'r', reporter: who.startsWith('ggzy-staff') } as const);
  const outcome = await stage().app.handle({ kind, id, act, by, input, cause: randomUUID() });
  if (!outcome.ok) throw new Error(`${act}: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.with)}`);
  await quiet(stage());
}

/** The callback that the platform pushes when somebody taps a button of a card of a document; answers the toast. */
async function taps(who: string, [kind, id]: Place, act: string, form: object = {}): Promise<string> {
  const { FEISHU_APP_ID: app, FEISHU_ENCRYPT_KEY: key, FEISHU_VERIFICATION_TOKEN: token } = stage().env;
  const value = { do: 'act', kind, id, act, card: 'none', input: form };
  // Some cards read their own form, the others take what the button says: both hold the same here.
  const raw = encrypted({
    schema: '2.0', header: { event_id: randomUUID(), event_type: 'card.action.trigger', create_time: '1', token, app_id: app, tenant_key: 't' },
    event: { operator: { open_id: idOf(who) }, token: 'c-1', host: 'im_message', context: { open_message_id: 'om_none', open_chat_id: 'oc_none' }, action: { tag: 'button', value, name: 'send', form_value: form } },
  }, key);
  const answer = await fetch(`${door?.url}/feishu/events`, { method: 'POST', body: new Uint8Array(raw), headers: { 'Content-Type': 'application/json', ...signed(raw, Date.now(), key) } });
  await quiet(stage());
  return ((await answer.json()) as { toast?: { content: string } }).toast?.content ?? '';
}

/** Words of a reporter as a draft, told by him. */
async function drafted(id: string, words: string): Promise<void> {
  await does(['matter', id], 'draft', 'ggzy-staff1', draftOf(readLead(words, { now: stage().app.deps.now() }), words));
}

async function registeredAs(id: string, project: string): Promise<void> {
  await drafted(id, leadAbout(project));
  await does(['matter', id], 'register', 'ggzy-staff1', { kind: 'report', cityLevel: 'yes', source: 'phone' });
  await does(['matter', id], 'claim', 'ggzy-clerk1');
}

const due = (days: number): string => new Date(stage().app.deps.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const forward = 'm1-f-zjj';
const clerk = 'ggzy-clerk1';
const liaison = 'zjj-liaison';

/** Every code that a callback of this file brings about: who taps what, in the order of the story. */
const here: readonly (readonly [Code, () => Promise<string>])[] = [
  ['E-901', async () => { await registeredAs('m1', '青格勒学校综合楼'); return taps('zjj-officer1', ['matter', 'm1'], 'claim'); }],
  ['E-105', () => taps('ggzy-admin', ['organ', bookId('FGW')], 'coordinate')],
  ['E-902', () => taps(liaison, ['matter', 'm-of-nobody'], 'claim')],
  ['E-104', () => taps(clerk, ['matter', 'm1'], 'setScope', { cityLevel: 'no', basis: '' })],
  ['E-201', () => taps(clerk, ['matter', 'm1'], 'send', { organs: ['ZJJ'] })],
  ['E-204', () => taps(clerk, ['matter', 'm1'], 'send', { organs: ['ZJJ'], dueDate: due(0) })],
  ['E-202', async () => {
    await drafted('m5', leadAbout('乌审旗路灯'));
    await does(['matter', 'm5'], 'register', 'ggzy-staff1', { kind: 'report', cityLevel: 'yes', source: 'phone', reported: ['ZJJ'] });
    return taps('ggzy-vault1', ['matter', 'm5'], 'send', { organs: ['ZJJ'], dueDate: due(21) });
  }],
  ['E-205', () => taps(clerk, ['matter', 'm1'], 'send', { organs: ['SCJG'], dueDate: due(7) })],
  ['E-504', () => taps(clerk, ['matter', 'm1'], 'enforce', { trigger: 'inspection', document: '', lead: 'ZJJ', members: ['CZJ'], goal: '查清转包并依法处理', firstAt: '2026-12-01 09:30', dueDate: due(20) })],
  ['E-203', async () => { await does(['matter', 'm1'], 'send', clerk, { organs: ['ZJJ'], days: 15 }); return taps('zjj-officer1', ['forward', forward], 'sign'); }],
  ['E-900', async () => { await does(['forward', forward], 'sign', liaison); return taps(liaison, ['forward', forward], 'sign'); }],
  ['E-206', () => taps(liaison, ['forward', forward], 'askReturn', { reason: '属于交通工程' })],
  ['E-302', async () => {
    await does(['forward', forward], 'askExtension', liaison, { dueDate: due(30), reason: '等待检测结论' });
    await does(['forward', forward], 'agreeExtension', clerk);
    return taps(liaison, ['forward', forward], 'askExtension', { dueDate: due(40), reason: '仍在等待检测' });
  }],
  ['E-207', async () => {
    await does(['forward', forward], 'askReturn', liaison, { reason: '属于交通工程', suggest: 'JTJ' });
    await does(['forward', forward], 'agreeReturn', clerk);
    await does(['forward', 'm1-f-jtj'], 'sign', 'jtj-liaison');
    await does(['forward', 'm1-f-jtj'], 'askReturn', 'jtj-liaison', { reason: '并非交通工程', suggest: 'ZJJ' });
    return taps(clerk, ['forward', 'm1-f-jtj'], 'agreeReturn');
  }],
  ['E-801', async () => {
    await registeredAs('m2', '康巴什体育馆');
    await does(['matter', 'm2'], 'send', clerk, { organs: ['ZJJ'], days: 15 });
    await does(['forward', 'm2-f-zjj'], 'sign', liaison);
    await does(['referral', 'm2-f-zjj-y'], 'assign', 'zjj-deputy', { people: ['zjj-officer1', 'zjj-officer2', 'zjj-officer3'].map(idOf) });
    await does(['referral', 'm2-f-zjj-y'], 'declare', 'zjj-officer3', { tied: 'recuse', relation: 'R2', why: '近三年任职于岚戈建设' });
    return taps('zjj-officer3', ['referral', 'm2-f-zjj-y'], 'signReport');
  }],
  ['E-503', async () => {
    await held();
    return taps(clerk, ['meeting', 'm2-c-9'], 'resolve', { what: '核实转包事实' });
  }],
  ['E-501', async () => {
    const doc = { ...blank(flows.meeting, { kind: 'meeting', id: 'm2-c-8' }, stage().app.deps.now()), state: 'c.proposed', version: 1 };
    const [entry] = (await stage().app.store.load('meeting', 'm2-c-9'))?.audit ?? [];
    if (entry) await stage().app.store.save({ before: undefined, after: doc, entry, effects: [] });
    return taps(clerk, ['meeting', 'm2-c-8'], 'call');
  }],
  ['E-303', async () => {
    const brief = ((await stage().app.store.load('forward', 'm2-f-zjj'))?.data as { brief: object } | undefined)?.brief;
    await does(['complaint', 'm2-s-zjj'], 'open', 'system', { matterNo: 'TS-20261123-0009', organ: 'ZJJ', clerk: idOf(clerk), brief: { ...brief, kind: 'complaint' }, words: '请求重新评审' });
    return taps(liaison, ['complaint', 'm2-s-zjj'], 'askExtension', { dueDate: due(60), reason: '等待检测结论' });
  }],
  ['E-301', async () => { await registeredAs('m3', '乌兰木伦小学'); await does(['matter', 'm3'], 'send', clerk, { organs: ['ZJJ'], days: 1 }); await does(['forward', 'm3-f-zjj'], 'sign', liaison); await passes(stage(), '2026-11-26T10:00:00+08:00'); return taps(liaison, ['forward', 'm3-f-zjj'], 'askExtension', { dueDate: due(20), reason: '等待检测结论' }); }],
];

/** A meeting on the second matter that has begun. */
async function held(): Promise<void> {
  const start = new Date(stage().app.deps.now().getTime() + 9 * 86_400_000).toISOString();
  const guests = ['ZJJ', 'CZJ'].map((organ) => ({ organ, person: idOf(`${organ.toLowerCase()}-head`) }));
  await does(['meeting', 'm2-c-9'], 'open', 'system', { matterNos: ['XS-20261123-0002'], matterIds: ['m2'], topic: '转包核实', convener: idOf(clerk), place: '3 楼会议室', start, end: start, guests, questions: [], materials: [], why: 'center' });
  await does(['meeting', 'm2-c-9'], 'call', clerk, { start });
  await does(['meeting', 'm2-c-9'], 'start', clerk, { organs: ['ZJJ', 'CZJ'] });
}

/** Codes that other tests of this folder bring about by the card itself. */
const beside: Readonly<Partial<Record<Code, string>>> = {
  'E-401': 'gate.test.ts', 'E-402': 'gate.test.ts', 'E-403': 'gate.test.ts', 'E-404': 'gate.test.ts', 'E-405': 'gate.test.ts', 'E-406': 'gate.test.ts', 'E-407': 'gate.test.ts', 'E-408': 'gate.test.ts', 'E-409': 'gate.test.ts', 'E-410': 'gate.test.ts', 'E-411': 'gate.test.ts',
};

/** Codes of the field's list that are no refusal of this version, and why. */
const none: Readonly<Record<string, string>> = {
  'E-106': 'Article 4: lists of powers are not in this version',
  'E-502': 'not a refusal: the names stand on the secretary\'s card of the meeting',
  'E-601': 'Article 7: joint discipline is not in this version', 'E-602': 'Article 7', 'E-603': 'Article 7',
  'E-604': 'Article 6: inspections are not in this version',
  'E-701': 'Article 8: warnings are not in this version',
};

describe('every error code of the field, by a callback', { timeout: 60_000 }, () => {
  it('E-101 and E-103 say what a draft still lacks, E-102 that it is registered already', async () => {
    const reporter = on('ggzy-staff1');
    await reporter.says('有人反映岚戈建设、沄朔市政两家的标书是同一个人做的，来电人不愿留名字。');
    expect(await reporter.isRefused('补充', { on: /还差.*项/, form: {} })).toContain('E-101 请先补充');
    const card = await reporter.sees(/还差.*项/);
    const draft = (await stage().app.store.search({ kind: 'matter', text: '岚戈建设', limit: 5 })).find(({ state }) => state === 'draft');
    expect(card.content).toBeTruthy();
    const id = draft?.id ?? '';
    expect(await taps('ggzy-staff1', ['matter', id], 'register', { kind: 'report', project: '达拉特路', violations: ['CT'], source: 'phone' })).toContain('E-103');
    await taps('ggzy-staff1', ['matter', id], 'register', { kind: 'report', project: '达拉特路', violations: ['CT'], source: 'phone', cityLevel: 'yes' });
    expect(await taps('ggzy-staff1', ['matter', id], 'register', { cityLevel: 'yes' })).toMatch(/E-102 该消息已登记为 (XS|TS|YJ)-/);
  });

  it('E-304 and E-305 ask a feedback for its conclusion and for the basis of what was found true', async () => {
    await registeredAs('m4', '杭锦路改造');
    await does(['matter', 'm4'], 'send', clerk, { organs: ['ZJJ'], days: 15 });
    await does(['forward', 'm4-f-zjj'], 'sign', liaison);
    expect(await taps(liaison, ['forward', 'm4-f-zjj'], 'feedback', { facts: '已核实主要事实' })).toContain('E-304');
    expect(await taps(liaison, ['forward', 'm4-f-zjj'], 'feedback', { conclusion: 'true', facts: '已核实主要事实', tell: 'result' })).toContain('E-305');
  });

  it.each(here)('%s is what the tap is told', async (code, tap) => {
    expect(await tap()).toContain(code);
  });

  it('none is forgotten: each has its tap here or beside, or is named with the reason', () => {
    const files = Object.fromEntries(readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts')).map((name) => [name, readFileSync(`${import.meta.dirname}/${name}`, 'utf8')]));
    const own = ['E-101', 'E-102', 'E-103', 'E-304', 'E-305', ...here.map(([code]) => code)];
    const codes = refusalCodes.filter((code) => code.startsWith('E-')) as Code[];
    const missing = codes.filter((code) => !own.includes(code) && !(code in none) && !new RegExp(`(toContain\\('|toMatch\\(/)${code}`).test(files[beside[code] ?? ''] ?? ''));
    expect(missing).toEqual([]);
  });
});
