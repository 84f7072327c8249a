import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../sandbox/script/card-words.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { fromBot, hears, passes, quiet, registered, saidIn, stageFor } from './stage.ts';

describe('opening the identity of a reporter', () => {
  const { stage, on } = stageFor('vault');
  const reason = '需当面核对原件，转达提问不能解决';
  let matter: Document<Matter>;
  const [first, second] = [() => on('ggzy-vault1'), () => on('ggzy-vault2')];
  const reporter = () => on('ggzy-staff1').cast;
  const openings = async () => (await stage().app.store.ofMatter(matter.id)).filter((doc) => doc.kind === 'opening');
  const latest = async () => (await openings()).at(-1) as Document;
  const reads = async (who: string, words: string) => (await fromBot(stage(), stage().person(who))).some((message) => JSON.stringify(message.content).includes(words));
  const does = async (who: string, act: string, input: object = {}) => {
    const by = { role: 'person', id: stage().person(who).id, ref: '', reporter: false } as const;
    const outcome = await stage().app.handle({ kind: 'opening', id: (await latest()).id, act, by, input, cause: `${who}-${act}-${(await latest()).version}` });
    return outcome.ok ? 'ok' : outcome.refusal.code;
  };

  it('a keeper asks with a reason of ten characters, and sees nothing before another agrees', async () => {
    matter = (await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼')) as Document<Matter>;
    await first().says(`查看举报人 ${matter.no}`);
    expect(await first().isRefused('申请查阅', { on: '查阅举报人信息', form: { reason: '想知道' } })).toContain('不少于 10 个字');
    await first().taps('申请查阅', { on: '查阅举报人信息', form: { reason } });
    await second().sees('阿拉坦 申请查阅');
    await quiet(stage());
    expect((await latest()).state).toBe('o.asked');
    expect(await reads('ggzy-vault1', reporter().name)).toBe(false);
  });

  it('whoever asked cannot agree himself (E-901), nor can anybody who is no keeper, and each attempt is DENIED on the trail', async () => {
    for (const who of ['ggzy-vault1', 'ggzy-clerk1', 'ggzy-head', 'ggzy-admin', 'ggzy-auditor', 'zjj-head']) expect(await does(who, 'agree'), who).toBe('E-901');
    expect((await latest()).audit.filter((line) => line.code === 'DENIED')).toHaveLength(6);
    expect((await latest()).state).toBe('o.asked');
  });

  it('after the consent it is shown once to whoever asked, and goes from his chat after a minute', async () => {
    await second().taps('同意查阅', { on: '阿拉坦 申请查阅' });
    expect(await does('ggzy-vault2', 'show')).toBe('E-901');
    await first().taps('显示', { on: '可以查阅一次' });
    await first().sees('不得转发、截屏或者告知他人；本次');
    await quiet(stage());
    expect(await reads('ggzy-vault1', reporter().name)).toBe(true);
    expect(await reads('ggzy-vault2', reporter().name)).toBe(false);
    await passes(stage(), '2026-11-23T10:30:00+08:00');
    expect(await reads('ggzy-vault1', reporter().name)).toBe(false);
    expect(await reads('ggzy-vault1', reporter().id)).toBe(false);
    expect((await latest()).state).toBe('o.closed');
    expect(await does('ggzy-vault1', 'show')).toBe('E-900');
  });

  it('asked, agreed, shown and ended stand on the trail, the identity does not', async () => {
    const trail = (await latest()).audit.filter((line) => line.code !== 'DENIED').map((line) => [line.act, 'name' in line.by ? line.by.name : line.by.role]);
    expect(trail).toEqual([['open', 'system'], ['ask', '阿拉坦'], ['agree', '许文静'], ['show', '阿拉坦'], ['alarm', 'clock']]);
    for (const trace of [reporter().id, reporter().name]) expect(JSON.stringify(await latest())).not.toContain(trace);
  });

  it('the auditor reads who opened which matter and when, without reason or identity; others do not', async () => {
    await on('ggzy-auditor').says('查阅登记');
    const words = wordsOf((await on('ggzy-auditor').sees('查阅登记')).content);
    for (const told of [matter.no, '申请查阅举报人信息　阿拉坦', '同意查阅　许文静', '显示举报人信息　阿拉坦', '未获准']) expect(words).toContain(told);
    for (const kept of [reason, reporter().name, reporter().id]) expect(words).not.toContain(kept);
    await on('ggzy-clerk1').says('查阅登记');
    await hears(stage(), on('ggzy-clerk1').cast, '由审计员查看');
  });

  it('a clerk who asks by words is refused (E-901) and leaves a DENIED line; whoever has no part in the matter finds nothing', async () => {
    await on('ggzy-clerk1').says(`查看举报人 ${matter.no}`);
    await hears(stage(), on('ggzy-clerk1').cast, '您没有此项权限（E-901）');
    expect((await latest()).audit.at(-1)).toMatchObject({ code: 'DENIED', act: 'ask' });
    await on('slj-liaison').says(`查看举报人 ${matter.no}`);
    await hears(stage(), on('slj-liaison').cast, '未找到该事项。');
    await quiet(stage());
  });

  it('a refusal needs a sentence, ends it, and shows nothing', async () => {
    expect(await does('ggzy-vault2', 'ask', { reason })).toBe('ok');
    expect(await does('ggzy-vault1', 'refuse', { reason: '不' })).toBe('input');
    expect(await does('ggzy-vault1', 'refuse', { reason: '提问转达就够了' })).toBe('ok');
    await quiet(stage());
    expect(await does('ggzy-vault2', 'show')).toBe('E-900');
    expect(await reads('ggzy-vault2', reporter().name)).toBe(false);
  });

  it('what nobody agrees to lapses after three days', async () => {
    await first().says(`查看举报人 ${matter.no}`);
    await first().taps('申请查阅', { on: '为什么需要知道', form: { reason } });
    await passes(stage(), '2026-11-26T12:00:00+08:00');
    expect((await latest()).state).toBe('o.lapsed');
  });

  it('a keeper whom the words report, or who is recused, finds no opening at all (E-902)', async () => {
    await on('ggzy-staff2').says('昨天接了个电话，说市本级“康巴什体育馆”施工标，岚戈建设、沄朔市政两家的标书是同一个人做的，市交易中心许文静提前给他们看了材料。');
    await on('ggzy-staff2').sees('康巴什体育馆');
    await on('ggzy-staff2').taps('确认登记', { on: /康巴什体育馆/ });
    await quiet(stage());
    const other = (await stage().app.store.search({ text: '康巴什体育馆', limit: 1 }))[0] as Document<Matter>;
    await second().says(`查看举报人 ${other.no}`);
    await hears(stage(), second().cast, '未找到该事项。');
    matter = other;
    await first().says(`查看举报人 ${other.no}`);
    await first().sees(new RegExp(`${other.no}[^]*为什么需要知道|为什么需要知道[^]*`));
    await quiet(stage());
    expect(await does('ggzy-vault2', 'ask', { reason })).toBe('E-902');
    expect(await does('ggzy-vault1', 'ask', { reason }), 'the only other keeper is concerned').toBe('not-found');
    const told = (await fromBot(stage(), second().cast)).map(saidIn).join('\n');
    expect(told).not.toContain(other.no);
  });
});
