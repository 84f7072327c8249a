import { describe, expect, it } from 'vitest';
import type { FaultPlan } from '../../sandbox/api/faults.ts';
import { deliver } from '../../jobs/cards/deliver.ts';
import { send } from '../../jobs/send.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { Document } from '../../src/domain/document.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { forwarded, fromBot, hears, passes, quiet, registered, saidIn, stageFor } from './stage.ts';

const unheard = (more: object = {}): FaultPlan => ({ apiReset: { only: 'POST /im/v1/messages', done: true, ...more } });

describe('a message whose answer is lost', () => {
  const { stage, on } = stageFor('delivery');
  const cast = (id: string) => stage().person(id);
  const got = async (id: string, words: string) => (await fromBot(stage(), cast(id))).filter((message) => message.type === 'interactive' && saidIn(message).includes(words));
  const later = (minutes: number) => new Date(stage().app.deps.now().getTime() + minutes * 60_000).toISOString();
  const anHourOn = async () => passes(stage(), later(61));
  const questions = async () => (await stage().app.store.ofMatter(matter.id)).filter(({ kind }) => kind === 'delivery') as Document<Delivery>[];
  const forward = async () => (await stage().app.store.search({ kind: 'forward', limit: 1 }))[0] as Document;
  const officers = ['zjj-officer1', 'zjj-officer2'];
  let matter: Document;

  it('goes out again under the same uuid within the hour: one arrives, and nobody is asked', async () => {
    matter = await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼');
    await stage().client.faults(unheard({ times: 3 }));
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    expect((await stage().client.faults()).apiReset).toMatchObject({ times: 0 });
    for (const who of ['zjj-liaison', 'zjj-backup']) expect(await got(who, '举报件转办单'), who).toHaveLength(1);
    expect(await questions()).toEqual([]);
  });

  it('is drawn again where the document has changed since: what arrived is an older drawing than the one that is noted', async () => {
    const to = { card: 'forward', face: '', uuid: 'lost-1', key: cast('zjj-backup').id, openId: cast('zjj-backup').id, chat: '' };
    await stage().client.faults(unheard({ times: 1 }));
    await expect(deliver({ doc: await forward(), ...to }, stage().app.deps)).rejects.toThrow('platform answered 0');
    await on('zjj-liaison').taps('签收', { on: '举报件转办单' });
    await quiet(stage());
    await deliver({ doc: await forward(), ...to }, stage().app.deps);
    const [newest, ...older] = (await got('zjj-backup', '举报件转办单')).toReversed();
    expect([saidIn(newest ?? never()).includes('签收'), saidIn(newest ?? never()).includes('请签收'), older]).toEqual([true, false, []]);
  });

  it('that was noted as sent is not sent again, however late the process comes back, but is known again and drawn as it is now', async () => {
    const to = { card: 'progress', face: '', uuid: 'noted-1', key: cast('ggzy-clerk2').id, openId: cast('ggzy-clerk2').id, chat: '' };
    const doc = await stage().app.store.load('matter', matter.id) ?? never();
    await deliver({ doc, ...to }, stage().app.deps);
    const [card] = await stage().app.store.cards.with(to.key);
    await stage().app.store.cards.retire(card?.message ?? '');
    await anHourOn();
    await deliver({ doc, ...to }, stage().app.deps);
    expect((await stage().app.store.cards.with(to.key)).map(({ message }) => message)).toContain(card?.message);
    expect(await got('ggzy-clerk2', '进展')).toHaveLength(1);
  });

  it('is not sent again after the hour: whoever caused it is asked, once for each receiver', async () => {
    await stage().client.faults(unheard());
    await on('zjj-deputy').taps('确认指派', { on: '指派核实人员', form: { people: officers.map((id) => cast(id).id) } });
    for (const who of officers) await expect.poll(async () => (await got(who, '回避声明')).length, { timeout: 10_000 }).toBe(1);
    await stage().client.advance({ to: later(61) });
    await stage().client.faults({});
    await quiet(stage());
    for (const who of officers) expect(await got(who, '回避声明'), who).toHaveLength(1);
    const asked = (await questions()).filter(({ data }) => officers.some((id) => cast(id).id === data.to));
    expect(asked.map(({ state, data }) => [state, data.asked, data.title])).toEqual(officers.map(() => ['q.asked', cast('zjj-deputy').id, `回避声明　${matter.no}`]));
    expect(await got('zjj-deputy', '送达待人工确认')).toHaveLength((await questions()).filter(({ data }) => data.asked === cast('zjj-deputy').id).length);
    for (const who of officers) expect(await got('zjj-deputy', `不知是否送到　${cast(who).name}`)).toHaveLength(1);
  }, 60_000);

  it('重新发送 sends it once more, as the document stands, and 已收到 ends it; a second tap on either does nothing', async () => {
    await on('zjj-deputy').taps('重新发送', { on: `不知是否送到　${cast('zjj-officer1').name}` });
    await on('zjj-deputy').taps('已收到', { on: `不知是否送到　${cast('zjj-officer2').name}` });
    await quiet(stage());
    expect([await got('zjj-officer1', '回避声明'), await got('zjj-officer2', '回避声明')].map(({ length }) => length)).toEqual([2, 1]);
    expect(await got('zjj-deputy', `${cast('zjj-deputy').name} `)).not.toEqual([]);
    await on('zjj-officer1').taps('无', { on: /与本案各方有无关系/ });
    for (const question of await questions()) {
      const again = await stage().app.handle({ kind: 'delivery', id: question.id, act: 'again', by: { role: 'person', id: question.data.asked, ref: '', reporter: false }, input: {}, cause: `twice-${question.id}` });
      if (question.state !== 'q.asked') expect(again).toMatchObject({ ok: false, refusal: { code: 'E-900' } });
    }
  }, 60_000);

  it('stands on the trail of the matter with both answers', async () => {
    const { app } = stage();
    const timeline = timelineOf(await app.store.ofMatter(matter.id), { id: cast('ggzy-clerk1').id, bare: false }, { directory: app.deps.directory, now: app.deps.now() });
    const said = timeline.lines.filter(({ kind }) => kind === 'delivery').map(({ entry }) => `${entry.verb} ${entry.note}`);
    expect(said).toEqual(expect.arrayContaining([`送达待人工确认 ${cast('zjj-officer1').name}`, `重新发送 ${cast('zjj-officer1').name}`, `确认已收到 ${cast('zjj-officer2').name}`]));
    expect(timeline.chains.filter((chain) => chain.brokenAt !== undefined)).toEqual([]);
  });

  it('that answers somebody\'s words is not sent again either: he is told to say it once more', async () => {
    await stage().client.faults(unheard());
    await on('ggzy-staff2').says('帮助');
    await expect.poll(async () => (await got('ggzy-staff2', '能帮您做什么')).length, { timeout: 10_000 }).toBe(1);
    await stage().client.advance({ to: later(61) });
    await stage().client.faults({});
    await hears(stage(), cast('ggzy-staff2'), '请再说一遍', 30_000);
    expect(await got('ggzy-staff2', '能帮您做什么')).toHaveLength(1);
  }, 60_000);

  it('a refusal is known: nobody is asked whether it arrived, however long it goes on', async () => {
    const letter = { to: { openId: 'ou_nobody_of_this_city' }, content: { text: '您好' }, uuid: 'known-1', about: { doc: matter } };
    const before = (await questions()).length;
    await expect(send(letter, stage().app.deps)).rejects.toThrow('platform answered');
    await anHourOn();
    await expect(send(letter, stage().app.deps)).rejects.toThrow('platform answered');
    expect(await questions()).toHaveLength(before);
  });
});

function never(): never {
  throw new Error('not there');
}
