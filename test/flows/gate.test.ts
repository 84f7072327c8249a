import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../sandbox/api/chats.ts';
import { glance, partsOf } from '../../sandbox/script/card-words.ts';
import { checkEvidence } from '../../jobs/papers/check-evidence.ts';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Kind } from '../../src/domain/document.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import { readLead } from '../../src/domain/intake/intake.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { encrypted, signed } from '../feishu/push.ts';
import { chooses, leadAbout, passes, quiet, saidIn, stageFor } from './stage.ts';

type Form = Record<string, string | string[]>;

// Officer 3 verifies on the 24th and is the acting head on the 25th alone.
const { stage, on } = stageFor('gate', {
  org: ({ organs }) => {
    const officer = organs.find(({ code }) => code === 'ZJJ')?.people.find(({ id }) => id === 'zjj-officer3');
    officer?.roles.push('ACTING_HEAD');
    if (officer) officer.acting = { document: '鄂组任〔2026〕8号', from: '2026-11-25', to: '2026-11-25' };
  },
});
// A second process of the bot, which takes callbacks over HTTP: so the test can push what no honest client would.
let door: App | undefined;
beforeAll(async () => {
  door = await createApp(readConfig({ ...stage().env, FEISHU_TRANSPORT: 'webhook', ROLES: 'web' }));
}, 30_000);
afterAll(async () => door?.stop(), 30_000);

const forward = 'm1-f-zjj';
const referral = `${forward}-y`;
const transfer = `${referral}-t-p1`;
const ids = { matter: 'm1', forward, referral, transfer } as const;
const officers = ['zjj-officer1', 'zjj-officer2', 'zjj-officer3'];
const idOf = (who: string): string => stage().person(who).id;
const load = async (kind: Kind, id: string) => stage().app.store.load(kind, id);

/** An act by hand, to bring the story to where a card is tapped. */
async function does(kind: keyof typeof ids, act: string, who: string, input: object = {}): Promise<void> {
  const by = { role: 'person', id: idOf(who), ref: 'r', reporter: who === 'ggzy-staff1' } as const;
  const outcome = await stage().app.handle({ kind, id: ids[kind], act, by, input, cause: randomUUID() });
  if (!outcome.ok) throw new Error(`${act}: ${outcome.refusal.code}`);
  await quiet(stage());
}

/** The newest card that the bot sent to somebody and that holds the words. */
async function cardOf(who: string, words: RegExp): Promise<MessageView> {
  return stage().client.waitFor(idOf(who), (message) => message.type === 'interactive' && words.test(saidIn(message)), { timeoutMs: 10_000 });
}

/** The callback that the platform would push for a tap on a button of a card, whoever taps and whatever the form holds; answers the toast. */
async function pushes(who: string, card: MessageView, button: string, form?: Form): Promise<string> {
  const part = partsOf(card.content).find((one) => one.tag === 'button' && one.text?.content === button) as { name?: string; behaviors?: { value: object }[] } | undefined;
  if (!part) throw new Error(`no ${button} on ${glance(card.content).title}`);
  const raw = encrypted({
    schema: '2.0', header: { event_id: randomUUID(), event_type: 'card.action.trigger', create_time: '1', token: stage().env['FEISHU_VERIFICATION_TOKEN'], app_id: stage().env['FEISHU_APP_ID'], tenant_key: 't' },
    event: {
      operator: { open_id: idOf(who) }, token: 'c-1', host: 'im_message', context: { open_message_id: card.id, open_chat_id: card.chat },
      action: { tag: 'button', value: part.behaviors?.[0]?.value ?? {}, ...(form ? { name: part.name, form_value: form } : {}) },
    },
  }, stage().env['FEISHU_ENCRYPT_KEY']);
  const answer = await fetch(`${door?.url}/feishu/events`, { method: 'POST', body: new Uint8Array(raw), headers: { 'Content-Type': 'application/json', ...signed(raw, Date.now(), stage().env['FEISHU_ENCRYPT_KEY']) } });
  await quiet(stage());
  return ((await answer.json()) as { toast?: { content: string } }).toast?.content ?? '';
}

const deniedBy = async (who: string) => ((await load('referral', referral))?.audit ?? []).filter((entry) => entry.code === 'DENIED' && 'id' in entry.by && entry.by.id === idOf(who)).map((entry) => entry.note);

describe('Article 11 on the cards, refusal by refusal', () => {
  beforeAll(async () => {
    const words = leadAbout('青格勒学校综合楼');
    await does('matter', 'draft', 'ggzy-staff1', draftOf(readLead(words, { now: new Date() }), words));
    const file = await stage().app.store.files.put('标书对比.pdf', (async function* () { yield new TextEncoder().encode('标书'); })());
    await does('matter', 'attach', 'ggzy-staff1', { ...file, at: '2026-11-23T02:00:00.000Z' });
    await does('matter', 'register', 'ggzy-staff1', { kind: 'report', cityLevel: 'yes', source: 'phone' });
    await does('matter', 'claim', 'ggzy-clerk1');
    await does('matter', 'send', 'ggzy-clerk1', { organs: ['ZJJ'], days: 15 });
    await does('forward', 'sign', 'zjj-liaison');
  }, 60_000);

  it('AC-11.1 one verifier is refused with E-401 on K11', async () => {
    expect(await on('zjj-deputy').isRefused('确认指派', { on: /指派核实人员/, form: { people: [idOf('zjj-officer1')] } })).toContain('E-401');
  });
  it('the head among the verifiers is refused with E-403 on K11', async () => {
    expect(await pushes('zjj-deputy', await cardOf('zjj-deputy', /指派核实人员/), '确认指派', { people: [idOf('zjj-officer1'), idOf('zjj-head')] })).toContain('E-403');
  });
  it('a recused verifier is refused with E-402 on K11, with the reason', async () => {
    await does('referral', 'raise', 'zjj-liaison', { person: idOf('zjj-officer4'), source: 'party', relation: 'R2', why: '近三年任职于投标单位' });
    const said = await pushes('zjj-deputy', await cardOf('zjj-deputy', /指派核实人员/), '确认指派', { people: [idOf('zjj-officer1'), idOf('zjj-officer4')] });
    expect(said).toMatch(/E-402 高娃 需要回避：近三年任职于投标单位/);
  });
  it('whoever others named says on K22 that there is no such relation; he sees nothing of the case, and the head decides', async () => {
    const named = on('zjj-officer4');
    expect(saidIn(await named.sees(/回避提示/))).toContain('您与本案可能存在：三年内在当事单位任职');
    await named.taps('无此情形，说明', { on: /回避提示/ });
    expect((await named.taps('提交说明', { on: /无此情形，请说明/, form: { why: '只是同名，未在该单位任职' } })).toast?.content).toBe('已提交负责人决定');
    await quiet(stage());
    expect(saidIn(await named.sees(/回避提示/))).not.toContain('青格勒');
    expect(saidIn(await on('zjj-head').sees(/高娃 是否回避本案/))).toContain('无此情形。只是同名，未在该单位任职');
    expect(((await load('referral', referral))?.data as Referral | undefined)?.recusals[0]?.decided).toBe('');
  });
  it('a report that two signed while the third is out goes to the head', async () => {
    await on('zjj-deputy').taps('确认指派', { on: /指派核实人员/, form: { people: officers.map(idOf) } });
    for (const who of officers) await on(who).taps('无', { on: /与本案各方有无关系/ });
    await does('referral', 'raise', 'zjj-deputy', { person: idOf('zjj-officer3'), source: 'party', relation: 'R4', why: '当事人申请其回避' });
    await on('zjj-officer1').taps('保存并核对', { on: /核实情况报告/, form: { conclusion: 'partly', facts: '查明三家投标文件由同一人编制', law: '条例40条', item: 'D3', reason: '涉嫌串通投标' } });
    for (const who of ['zjj-officer1', 'zjj-officer2']) await on(who).taps('签名', { on: /核实情况报告/ });
    expect((await load('referral', referral))?.state).toBe('v.done');
  });
  it('AC-11.3 a deputy\'s approval is refused with E-406 and kept as DENIED', async () => {
    expect(await pushes('zjj-deputy', await cardOf('zjj-head', /移送审批/), '批准移送')).toContain('E-406');
    expect(await deniedBy('zjj-deputy')).toEqual(['E-406']);
  });
  it('a refusal with fewer than ten characters is refused with E-407 on K13, and the words stay', async () => {
    await on('zjj-head').taps('不批准', { on: /移送审批/ });
    expect(await on('zjj-head').isRefused('提交不批准', { on: /不批准移送/, form: { choice: '证据不足以移送', reason: '再看' } })).toContain('E-407');
    expect(JSON.stringify((await on('zjj-head').sees(/不批准移送/)).content)).toContain('再看');
    await on('zjj-head').taps('返回', { on: /不批准移送/ });
  });
  it('what the head asks from K13 goes to the verifiers, and the answer stands on his card', async () => {
    await chooses(stage(), on('zjj-head'), '向核实人员提问', /移送审批/);
    await on('zjj-head').taps('提问', { on: /向核实人员提问/, form: { words: '投标文件是谁比对的？' } });
    await quiet(stage());
    expect((await on('zjj-officer2').taps('答复', { on: /投标文件是谁比对的/, form: { words: '由我和刘洋当场比对' } })).toast?.content).toBe('已答复，将显示在审批卡片上');
    await quiet(stage());
    expect(saidIn(await on('zjj-head').sees(/移送审批[^]*批准移送/))).toMatch(/投标文件是谁比对的[^]*由我和刘洋当场比对/);
    expect(saidIn(await on('zjj-officer2').sees(/核实情况　XS/))).toContain('由我和刘洋当场比对');
  });
  it('an approval before a verifier whose recusal was refused has signed is refused with E-404 on K13', async () => {
    const shown = await cardOf('zjj-head', /移送审批/);
    await does('referral', 'decideRecusal', 'zjj-head', { person: idOf('zjj-officer3'), agree: 'no' });
    expect(await pushes('zjj-head', shown, '批准移送')).toContain('E-404');
    await does('referral', 'back', 'zjj-head', { proposal: 'p1', reason: '请回避申请未准的人员一并签名' });
  });
  it('a signature on evidence whose bytes changed is refused with E-405 on K12', async () => {
    const shown = await cardOf('zjj-officer3', /核实情况报告[^]*签名/);
    const client = await new mongoose.mongo.MongoClient(stage().env['MONGODB_URI'] ?? '').connect();
    const file = ((await load('referral', referral))?.data as Referral | undefined)?.evidence[0];
    await client.db().collection('evidence.chunks').updateOne({ files_id: file?.id as never }, [{ $set: { data: Buffer.from('tampered') } }] as never);
    await client.close();
    const doc = await load('referral', referral);
    if (doc) await checkEvidence.run({ doc, effect: 'night', data: {} }, stage().app.deps);
    await quiet(stage());
    expect(await pushes('zjj-officer3', shown, '签名')).toContain('E-405');
    const again = await stage().app.store.files.put('标书对比.pdf', (async function* () { yield new TextEncoder().encode('标书，重新提交'); })());
    await does('referral', 'attach', 'zjj-officer1', { ...again, at: '2026-11-23T03:00:00.000Z' });
    for (const who of officers) await does('referral', 'signReport', who);
  });
  it('a report that was sent back lies before the head again with what changed on top, and the card of the former version approves nothing', async () => {
    const shown = await cardOf('zjj-head', /移送审批[^]*批准移送/);
    expect(saidIn(shown)).toContain('与您退回的第 1 版相比：证据增 1 份、删 1 份');
    const old = structuredClone(shown);
    const part = partsOf(old.content).find((one) => one.tag === 'button' && one.text?.content === '批准移送') as { behaviors: { value: { seen: number; input: { hash: string } } }[] };
    Object.assign(part.behaviors[0]?.value ?? {}, { seen: 1, input: { proposal: 'p1', hash: 'version-1' } });
    expect(await pushes('zjj-head', old, '批准移送')).toBe('报告已更新为第 2 版，请重新核对');
  });
  it('one who verified is refused with E-408 on K13 although he heads the department by then, and the head out of office with E-406', async () => {
    const shown = await cardOf('zjj-head', /移送审批[^]*批准移送/);
    await passes(stage(), '2026-11-25T10:00:00+08:00');
    expect(await pushes('zjj-officer3', shown, '批准移送')).toContain('E-408');
    expect(await pushes('zjj-head', shown, '批准移送')).toContain('E-406');
    expect(await deniedBy('zjj-officer3')).toEqual(['E-408']);
    await passes(stage(), '2026-11-26T10:00:00+08:00');
    expect((await on('zjj-head').taps('批准移送', { on: /移送审批/ })).toast?.content).toContain('已批准');
  });
  it('a delivery to the police with an attachment neither there nor explained is refused with E-409 on K14', async () => {
    const officer = on('zjj-officer1');
    const have = ['letter', 'report', 'other'];
    expect(await officer.isRefused('登记已移送', { on: /完成移送/, form: { have, absent_things: '没有涉案物品' } })).toContain('E-409 缺少必附材料：检验鉴定意见');
    expect(JSON.stringify((await officer.sees(/完成移送/)).content)).toContain('没有涉案物品');
    await officer.taps('登记已移送', { on: /完成移送/, form: { have, absent_things: '没有涉案物品', absent_tests: '未作鉴定，不需要' } });
  });
  it('a receipt without image and signer is refused with E-410 on K15', async () => {
    expect(await on('zjj-officer1').isRefused('保存', { on: /登记移送回执/, form: { result: 'accepted' } })).toContain('E-410');
  });
  it('不予立案 without a way is refused with E-411 on K15', async () => {
    const officer = on('zjj-officer1');
    await officer.taps('保存', { on: /登记移送回执/, form: { result: 'declined', signer: '赵警官', no: '鄂公不立〔2026〕3号' } });
    expect(await officer.isRefused('登记', { on: /市公安局不予立案/, form: {} })).toContain('E-411');
    await officer.taps('登记', { on: /市公安局不予立案/, form: { way: 'review' } });
    await quiet(stage());
    const file = await stage().client.waitFor(idOf('zjj-officer2'), (message) => message.type === 'file' && saidIn(message).includes('不予立案复议申请'), { timeoutMs: 10_000 });
    expect(saidIn(file)).toMatch(/移复〔2026〕1号 不予立案复议申请\.docx/);
    expect(saidIn(await officer.sees(/已提请复议，等待结果/))).toContain('移复〔2026〕1号');
    await officer.taps('登记结果', { on: /已提请复议/, form: { result: 'upheld', no: '鄂公复〔2026〕2号' } });
    await quiet(stage());
    await officer.taps('登记', { on: /市公安局不予立案/, form: { way: 'own' } });
    expect((await load('transfer', transfer))?.state).toBe('t.closed');
  });
});
