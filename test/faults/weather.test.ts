import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultPlan } from '../../sandbox/api/faults.ts';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import { startStage, type Stage } from '../../scripts/tour/stage.ts';
import { encrypted, signed, textEvent } from '../feishu/push.ts';
import { fromBot, leadAbout, quiet, saidIn, stageFor } from '../flows/stage.ts';
import { ownParts } from '../parts.ts';

const patient = { timeoutMs: 45_000 };
const calm: FaultPlan = { seed: 7 };

describe('a platform in bad weather', () => {
  const { stage, on } = stageFor('weather');
  const weather = (faults: FaultPlan) => stage().client.faults({ ...calm, ...faults });
  const titles = async (who: string) => (await fromBot(stage(), stage().person(who))).map((message) => (message.type === 'interactive' ? `${message.chat} ${glance(message.content).title}` : `${message.chat} ${saidIn(message).replace(/"file_key":"[^"]*",?/, '')}`));
  let no = '';

  it('a fifth of the calls fails by frequency: the words become one draft and the draft one matter', async () => {
    await weather({ api429: 0.2 });
    const reporter = on('ggzy-staff1');
    await reporter.says(leadAbout('青格勒学校综合楼'));
    await reporter.sees('青格勒学校综合楼', patient);
    await reporter.taps('确认登记', { on: '青格勒学校综合楼' });
    no = /XS-\d{8}-\d{4}/.exec(wordsOf((await reporter.sees('已登记', patient)).content))?.[0] ?? '';
    await quiet(stage(), 40_000);
    expect(await stage().app.store.search({ kind: 'matter', limit: 9 })).toHaveLength(1);
  }, 90_000);

  it('a fifth of the calls fails at the platform: claimed and sent, each liaison has one card', async () => {
    await weather({ api5xx: 0.2 });
    const clerk = on('ggzy-clerk1');
    await clerk.taps('我来办', { on: new RegExp(`新来件.*${no}`) });
    const card = await clerk.sees(new RegExp(`分办.*${no}`), patient);
    const days = /"(15:\d{4}-\d{2}-\d{2})"/.exec(JSON.stringify(card.content))?.[1] ?? '';
    await clerk.taps('转办', { on: new RegExp(`分办.*${no}`), form: { organs: ['ZJJ'], days } });
    await on('zjj-liaison').sees('举报件转办单', patient);
    await quiet(stage(), 40_000);
    for (const who of ['zjj-liaison', 'zjj-backup']) expect((await titles(who)).filter((title) => title.includes('举报件转办单') && !title.includes('.docx')), who).toHaveLength(1);
  }, 90_000);

  it('a fifth of the tokens is refused: signed and assigned, and the verifiers have one card each', async () => {
    await weather({ tokenExpired: 0.2 });
    await on('zjj-liaison').taps('签收', { on: '举报件转办单' });
    await on('zjj-deputy').sees('指派核实人员', patient);
    const people = stage().cast('ZJJ', 'HANDLER').slice(0, 2).map((cast) => cast.id);
    await on('zjj-deputy').taps('确认指派', { on: '指派核实人员', form: { people } });
    await on('zjj-officer1').sees('回避声明', patient);
    await quiet(stage(), 40_000);
    for (const who of ['zjj-officer1', 'zjj-officer2']) expect((await titles(who)).filter((title) => title.includes('回避声明')), who).toHaveLength(1);
  }, 90_000);

  it('a fifth of the calls is never answered, done or not: the report is signed and reaches the head once', async () => {
    await weather({ apiTimeout: 0.2 });
    for (const who of ['zjj-officer1', 'zjj-officer2']) await on(who).taps('无', { on: /与本案各方有无关系/ });
    await on('zjj-officer1').taps('保存并核对', { on: /核实情况报告/, form: { conclusion: 'partly', facts: '经调阅投标文件、询问有关人员，查明主要情况部分属实。', law: '招标投标法实施条例', item: 'D3', receiver: 'GAJ', reason: '涉嫌串通投标，建议移送。' } });
    await on('zjj-officer1').taps('签名', { on: /核实情况报告/ });
    await on('zjj-officer2').sees('核实情况报告', patient);
    await on('zjj-officer2').taps('签名', { on: /核实情况报告/ });
    await on('zjj-head').sees('移送审批', patient);
    await weather({});
    await quiet(stage(), 60_000);
    expect((await titles('zjj-head')).filter((title) => title.includes('移送审批'))).toHaveLength(1);
  }, 150_000);

  it('every event comes twice: nothing is said twice and nothing is made twice', async () => {
    await weather({ eventDuplicate: 1 });
    const reporter = on('ggzy-staff2');
    await reporter.says(leadAbout('康巴什小学教学楼'));
    await reporter.sees('康巴什小学教学楼');
    await reporter.says('我报的');
    await reporter.sees('我报的');
    await weather({});
    await quiet(stage());
    const seen = await titles('ggzy-staff2');
    expect(seen.filter((title, index) => seen.indexOf(title) !== index)).toEqual([]);
    expect(await stage().app.store.search({ text: '康巴什小学教学楼', limit: 9 })).toHaveLength(1);
  });

  it('after all of it nobody has anything twice, and the trail is whole', async () => {
    const { people } = await stage().client.city();
    for (const person of people) {
      const messages = (await stage().client.messages(person.id, { limit: 500 })).filter((message) => message.from.bot && message.type === 'file');
      const files = messages.map((message) => `${message.chat} ${(message.content as { file_name?: string }).file_name}`);
      expect(new Set(files).size, person.name).toBe(files.length);
    }
  });
});

describe('one event delivered five times', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(ownParts('five'), { transport: 'webhook' });
  }, 60_000);
  afterAll(async () => stage?.stop(), 30_000);

  const deliver = async (plain: object): Promise<{ status: number; body: { toast?: { type: string; content: string } } }> => {
    const raw = encrypted(plain, stage.env['FEISHU_ENCRYPT_KEY']);
    const answer = await fetch(`${stage.bot}/feishu/events`, { method: 'POST', body: new Uint8Array(raw), headers: { 'Content-Type': 'application/json', ...signed(raw, Date.now(), stage.env['FEISHU_ENCRYPT_KEY']) } });
    return { status: answer.status, body: (await answer.json()) as { toast?: { type: string; content: string } } };
  };
  const five = async (plain: object) => [...(await Promise.all([deliver(plain), deliver(plain), deliver(plain)])), await deliver(plain), await deliver(plain)];
  const keys = () => ({ token: stage.env['FEISHU_VERIFICATION_TOKEN'] ?? '', app: stage.env['FEISHU_APP_ID'] ?? '' });

  it('a message makes one draft and one card', async () => {
    const reporter = stage.person('ggzy-staff1');
    const answers = await five(textEvent('om_five', leadAbout('青格勒学校综合楼'), { ...keys(), openId: reporter.id }));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    await stage.client.waitFor(reporter.id, (message) => saidIn(message).includes('青格勒学校综合楼'), { timeoutMs: 10_000 });
    await quiet(stage);
    expect(await fromBot(stage, reporter)).toHaveLength(1);
    expect(await stage.app.store.search({ kind: 'matter', limit: 9 })).toHaveLength(1);
  });

  it('a tap acts once and gives the same answer each time', async () => {
    const reporter = stage.person('ggzy-staff1');
    const [draft] = await stage.app.store.search({ kind: 'matter', limit: 1 });
    const [card] = await fromBot(stage, reporter);
    const tap = {
      schema: '2.0', header: { event_id: randomUUID(), event_type: 'card.action.trigger', create_time: `${Date.now()}000`, token: keys().token, app_id: keys().app, tenant_key: 't' },
      event: {
        operator: { open_id: reporter.id }, token: 'c-1', host: 'im_message', context: { open_message_id: card?.id ?? '', open_chat_id: card?.chat ?? '' },
        action: { tag: 'button', value: { do: 'act', kind: 'matter', id: draft?.id ?? '', act: 'register', card: 'intake', seen: draft?.round ?? 0, input: {} } },
      },
    };
    const answers = await five(tap);
    expect(answers.map((answer) => answer.body.toast?.type)).toEqual(Array.from({ length: 5 }, () => 'success'));
    await quiet(stage);
    const matter = await stage.app.store.load('matter', draft?.id ?? '');
    expect(matter?.audit.filter((entry) => entry.act === 'register')).toHaveLength(1);
    const clerk = stage.person('ggzy-clerk1');
    expect((await fromBot(stage, clerk)).filter((message) => saidIn(message).includes(`新来件　${matter?.no}`))).toHaveLength(1);
  });
});
