import { describe, expect, it } from 'vitest';
import { glance, partsOf, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { deliver } from '../../jobs/cards/deliver.ts';
import type { Document } from '../../src/domain/document.ts';
import { fromBot, leadAbout, passes, quiet, registered, saidIn, stageFor } from './stage.ts';

describe('taps on cards', () => {
  const { stage, on } = stageFor('taps');
  const cardOf = async (who: string, words: string) => (await on(who).sees(words)).id;
  const tapBoth = (taps: { as: string; message: string; text: string }[]) =>
    Promise.all(taps.map((tap) => stage().client.tap({ as: stage().person(tap.as).id, message: tap.message, at: { text: tap.text }, confirmed: true })));
  const again = async (who: string, message: string) => (await stage().client.messages(stage().person(who).id, { limit: 200 })).find((one) => one.id === message);
  let no = '';

  it('two clerks claim at once: one has it, the other is told who, and the group card says so with the time', async () => {
    const matter = await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼');
    no = matter.no;
    const message = await cardOf('ggzy-clerk1', `新来件　${no}`);
    const answers = await tapBoth([{ as: 'ggzy-clerk1', message, text: '我来办' }, { as: 'ggzy-clerk2', message, text: '我来办' }]);
    await quiet(stage());
    expect(answers.filter((answer) => answer.toast?.type === 'success')).toHaveLength(1);
    const loser = answers.find((answer) => answer.toast?.type !== 'success');
    expect(loser?.toast?.content).toMatch(/已由 (李娜|哈斯图雅) 领办/);
    const acts = (await stage().app.store.load('matter', matter.id))?.audit.map((entry) => entry.act) ?? [];
    expect(acts.filter((act) => act === 'claim')).toHaveLength(1);
    expect(wordsOf((await again('ggzy-clerk2', message))?.content)).toMatch(/(李娜|哈斯图雅) 11月23日（周一）\d\d:\d\d 领办/);
  });

  it('one person taps twice: one act, and the second tap is no fault', async () => {
    const clerk = (await stage().app.store.byNo(no))?.data as { clerk: string };
    const actor = ['ggzy-clerk1', 'ggzy-clerk2'].find((one) => stage().person(one).id === clerk.clerk) ?? '';
    const desk = await on(actor).sees(`分办　${no}`);
    const before = JSON.stringify(desk.content);
    const tap = { as: stage().person(actor).id, message: desk.id, at: { text: '转办' }, form: { organs: ['ZJJ'], days: /"(15:\d{4}-\d{2}-\d{2})"/.exec(before)?.[1] ?? '' } };
    const answers = await Promise.all([stage().client.tap(tap), stage().client.tap(tap)]);
    await quiet(stage());
    expect(answers.map((answer) => answer.outcome)).toEqual(['ok', 'ok']);
    const matter = await stage().app.store.byNo(no);
    expect(matter?.audit.filter((entry) => entry.act === 'send')).toHaveLength(1);
    expect(await stage().app.store.search({ kind: 'forward', text: no, limit: 5 })).toHaveLength(1);
  });

  it('liaison and backup sign at once: one signature, the other is told who signed, and both cards lose the button', async () => {
    const cards = { 'zjj-liaison': await cardOf('zjj-liaison', '举报件转办单'), 'zjj-backup': await cardOf('zjj-backup', '举报件转办单') };
    const answers = await tapBoth(Object.entries(cards).map(([as, message]) => ({ as, message, text: '签收' })));
    await quiet(stage());
    expect(answers.filter((answer) => answer.toast?.type === 'success')).toHaveLength(1);
    expect(answers.find((answer) => answer.toast?.type !== 'success')?.toast?.content).toMatch(/已由 (王磊|萨仁) 签收/);
    for (const [who, message] of Object.entries(cards)) {
      const shown = (await again(who, message))?.content;
      expect(glance(shown).buttons, who).not.toContain('签收');
      expect(wordsOf(shown), who).toMatch(/(王磊|萨仁) [^\n]*\d\d:\d\d[^\n]*签收/);
    }
  });

  it('a button from before somebody acted shows the present state and does nothing', async () => {
    const matter = await registered(stage(), on('ggzy-staff2'), '康巴什体育馆');
    const message = await cardOf('ggzy-clerk1', `新来件　${matter.no}`);
    await stage().app.handle({ kind: 'matter', id: matter.id, act: 'claim', by: { role: 'person', id: stage().person('ggzy-clerk2').id, ref: '', reporter: false }, input: {}, cause: 'elsewhere' });
    const answer = await stage().client.tap({ as: stage().person('ggzy-clerk1').id, message, at: { text: '我来办' }, confirmed: true });
    expect(answer.toast?.type).toBe('warning');
    expect(wordsOf((await again('ggzy-clerk1', message))?.content)).toMatch(/哈斯图雅 11月23日（周一）\d\d:\d\d 领办/);
    const after = await stage().app.store.load('matter', matter.id);
    expect((after?.data as { clerk: string } | undefined)?.clerk).toBe(stage().person('ggzy-clerk2').id);
  });

  it('a card that was on its way while somebody acted arrives late and still tells the truth', async () => {
    const matter = await registered(stage(), on('ggzy-staff1'), '东胜区游泳馆');
    const { app } = stage();
    const [first, second] = [stage().person('ggzy-clerk1').id, stage().person('ggzy-clerk2').id];
    const doc = (await app.store.load('matter', matter.id)) as Document;
    const claimed = async () => {
      await app.handle({ kind: 'matter', id: matter.id, act: 'claim', by: { role: 'person', id: second, ref: '', reporter: false }, input: {}, cause: 'meanwhile' });
      await quiet(stage());
    };
    const slow: typeof app.deps.platform.sendCard = async (...wanted) => {
      const sent = await app.deps.platform.sendCard(...wanted);
      await claimed();
      return sent;
    };
    await deliver({ doc, card: 'duty', face: '', uuid: 'late-card', key: first, openId: first, chat: '' }, { ...app.deps, platform: { ...app.deps.platform, sendCard: slow } });
    const late = (await fromBot(stage(), stage().person('ggzy-clerk1'))).findLast((message) => saidIn(message).includes(matter.no));
    expect(late && saidIn(late)).toMatch(/哈斯图雅 11月23日（周一）\d\d:\d\d 领办/);
  });

  it('AC-9.1 转办 without a limit is refused with E-201, and what was typed stays', async () => {
    const clerk = on('ggzy-clerk2');
    const sentence = await clerk.isRefused('转办', { on: /分办[^]*康巴什体育馆/, form: { organs: ['ZJJ'], requirement: '重点核实报价规律' } });
    expect(sentence).toContain('E-201 未设置反馈时限，不能转办');
    const card = await clerk.sees(/分办[^]*康巴什体育馆/);
    expect(partsOf(card.content).find((part) => part.name === 'requirement')?.default_value).toBe('重点核实报价规律');
  });

  it('AC-9.4 a department that is itself reported is neither offered nor accepted (E-202)', async () => {
    const reporter = on('ggzy-staff3');
    await reporter.says(`${leadAbout('伊旗综合服务楼')}我们向市住建局反映了两次，他们都不管。`);
    await reporter.sees('伊旗综合服务楼');
    await quiet(stage());
    const draft = (await stage().app.store.search({ text: '伊旗综合服务楼', limit: 1 }))[0];
    expect((draft?.data as { reported: string[] } | undefined)?.reported).toContain('ZJJ');
    await reporter.taps('确认登记', { on: /伊旗综合服务楼/ });
    await quiet(stage());
    const matter = await stage().app.store.load('matter', draft?.id ?? '');
    for (const who of ['ggzy-vault1', 'ggzy-clerk1']) {
      const by = { role: 'person', id: stage().person(who).id, ref: '', reporter: false } as const;
      const outcome = await stage().app.handle({ kind: 'matter', id: matter?.id ?? '', act: 'send', by, input: { organs: ['ZJJ'], days: 15, reason: '照旧转给' }, cause: `by-hand-${who}` });
      expect(outcome.ok ? '' : outcome.refusal.code, who).toBe(who === 'ggzy-vault1' ? 'E-202' : 'E-901');
    }
    expect((await stage().app.store.search({ kind: 'forward', text: matter?.no ?? '', limit: 1 }))).toEqual([]);
  });

  it('one verifier alone is refused (E-401), and the head or deputy among them (E-403)', async () => {
    const deputy = on('zjj-deputy');
    const officers = stage().cast('ZJJ', 'HANDLER').map((cast) => cast.id);
    expect(await deputy.isRefused('确认指派', { on: '指派核实人员', form: { people: officers.slice(0, 1) } })).toContain('E-401 核实人员不得少于2人');
    const referral = (await stage().app.store.search({ kind: 'referral', organ: 'ZJJ', limit: 1 }))[0];
    for (const boss of ['zjj-head', 'zjj-deputy']) {
      const outcome = await stage().app.handle({
        kind: 'referral', id: referral?.id ?? '', act: 'assign', by: { role: 'person', id: deputy.cast.id, ref: '', reporter: false }, input: { people: [officers[0], stage().person(boss).id] }, cause: `try-${boss}`,
      });
      expect(outcome.ok ? '' : outcome.refusal.code, boss).toBe('E-403');
    }
    await deputy.taps('确认指派', { on: '指派核实人员', form: { people: officers.slice(0, 2) } });
  });

  it('a verifier who declared a relation is out, cannot be chosen again (E-402), and no longer sees the case', async () => {
    const [first, second, third] = ['zjj-officer1', 'zjj-officer2', 'zjj-officer3'];
    await on(second ?? '').taps('有，申请回避', { on: /与本案各方有无关系/ });
    await on(second ?? '').taps('申请回避', { on: /什么关系/, form: { relation: 'R1', why: '与投标人是亲属' } });
    await quiet(stage());
    const deputy = on('zjj-deputy');
    const ids = [first, second, third].map((one) => stage().person(one ?? '').id);
    const card = await deputy.sees('指派核实人员');
    const offered = partsOf(card.content).find((part) => part.name === 'people')?.options?.map((option) => option.value) ?? [];
    expect(offered).not.toContain(ids[1]);
    const referral = (await stage().app.store.search({ kind: 'referral', organ: 'ZJJ', limit: 1 }))[0];
    const outcome = await stage().app.handle({ kind: 'referral', id: referral?.id ?? '', act: 'change', by: { role: 'person', id: deputy.cast.id, ref: '', reporter: false }, input: { people: [ids[0], ids[1]], why: 'recusal' }, cause: 'recused' });
    expect(outcome.ok ? '' : outcome.refusal.code).toBe('E-402');
    await deputy.taps('更换人员', { on: '指派核实人员', form: { people: [ids[0] ?? '', ids[2] ?? ''], why: 'recusal' } });
    const out = on(second ?? '');
    await out.says('我的待办');
    await out.sees('现在没有需要您办理的事项');
  });

  it('only the head decides (E-406), and one who verified never does (E-408)', async () => {
    const writer = on('zjj-officer1');
    const other = on('zjj-officer3');
    for (const officer of [writer, other]) await officer.taps('无', { on: /与本案各方有无关系/ });
    await writer.taps('保存并核对', { on: /核实情况报告/, form: { conclusion: 'partly', facts: '经调阅投标文件、询问有关人员，查明主要情况部分属实。', law: '招标投标法实施条例', item: 'D3', receiver: 'GAJ', reason: '涉嫌串通投标，建议移送。' } });
    for (const officer of [writer, other]) await officer.taps('签名', { on: /核实情况报告/ });
    const head = on('zjj-head');
    const approval = await head.sees('移送审批');
    await quiet(stage());
    const referral = (await stage().app.store.search({ kind: 'referral', organ: 'ZJJ', limit: 1 }))[0];
    const hash = (referral?.data as Referral | undefined)?.report.hash ?? '';
    const tries = { 'zjj-deputy': 'E-406', 'zjj-liaison': 'E-406', 'slj-head': 'E-406', 'zjj-officer1': /E-40[68]/ };
    for (const [who, code] of Object.entries(tries)) {
      const by = { role: 'person', id: stage().person(who).id, ref: '', reporter: false } as const;
      const outcome = await stage().app.handle({ kind: 'referral', id: referral?.id ?? '', act: 'approve', by, input: { proposal: 'p1', hash }, cause: `try-${who}` });
      expect(outcome.ok ? 'approved' : outcome.refusal.code, who).toMatch(code);
    }
    const audit = (await stage().app.store.load('referral', referral?.id ?? ''))?.audit ?? [];
    expect(audit.filter((entry) => entry.code === 'DENIED').length).toBeGreaterThanOrEqual(3);
    expect(glance(approval.content).buttons).toContain('批准移送');
  });

  it('不批准 without a reason of ten characters is refused (E-407), and the words stay in the form', async () => {
    const head = on('zjj-head');
    await head.taps('不批准', { on: '移送审批' });
    const sentence = await head.isRefused('提交不批准', { on: '不批准移送', form: { choice: '证据不足以移送', reason: '再看' } });
    expect(sentence).toContain('E-407');
    expect(JSON.stringify((await head.sees('不批准移送')).content)).toContain('再看');
    await head.taps('返回', { on: '不批准移送' });
  });

  it('approving asks for a confirmation that names the receiver and the 24 hours, and takes two taps', async () => {
    const head = stage().person('zjj-head');
    const card = await stage().client.waitFor(head.id, (message) => message.type === 'interactive' && glance(message.content).buttons.includes('批准移送'));
    const asked = await stage().client.tap({ as: head.id, message: card.id, at: { text: '批准移送' } });
    expect(asked.confirm?.title).toBe('批准移送市公安局？');
    expect(asked.confirm?.text).toContain('24 小时');
    const done = await stage().client.tap({ as: head.id, message: card.id, at: { text: '批准移送' }, confirmed: true });
    expect(done.toast?.type).toBe('success');
    const second = await stage().client.tap({ as: head.id, message: card.id, at: { text: '批准移送' }, confirmed: true }).catch(() => undefined);
    expect(second?.toast?.type).not.toBe('success');
    await quiet(stage());
    const referral = (await stage().app.store.search({ kind: 'referral', organ: 'ZJJ', limit: 1 }))[0];
    expect(referral?.audit.filter((entry) => entry.code === 'APV_OK')).toHaveLength(1);
  });

  it('a limit that ends while somebody fills a form in leaves his form alone, and he may still hand it in', async () => {
    const writer = on('zjj-officer1');
    const form = await stage().client.waitFor(writer.cast.id, (message) => message.type === 'interactive' && glance(message.content).buttons.includes('登记已移送'));
    await passes(stage(), '2026-11-24T10:00:00+08:00');
    await writer.taps('登记已移送', { form: { have: ['letter', 'report'], absent_things: '没有涉案物品', absent_tests: '检验鉴定尚未出具，出具后补送', absent_other: '没有其他材料' } });
    expect(await again('zjj-officer1', form.id)).toBeDefined();
  });
});
