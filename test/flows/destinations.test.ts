import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import type { Transfer } from '../../src/domain/transfer/transfer.ts';
import { wordsOf } from '../../sandbox/script/card-words.ts';
import { countOf, forwarded, fromBot, quiet, registered, stageFor } from './stage.ts';

describe('one report with two destinations', () => {
  const { stage, on } = stageFor('destinations');
  const transfers = async () => ((await stage().app.store.search({ kind: 'transfer', limit: 9 })) as Document<Transfer>[]).sort((a, b) => a.no.localeCompare(b.no));
  const one = async <D>(kind: 'forward' | 'referral') => (await stage().app.store.search({ kind, limit: 1 }))[0] as Document<D>;
  const files = async (who: string) => (await fromBot(stage(), stage().person(who))).filter((message) => message.type === 'file').map((message) => (message.content as { file_name: string }).file_name);
  let no = '';

  it('is written, signed, and decided destination by destination on one card', async () => {
    const matter = await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼');
    no = await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    await on('zjj-liaison').taps('签收', { on: /件转办单/ });
    await on('zjj-deputy').taps('确认指派', { on: /指派核实人员/, form: { people: ['zjj-officer1', 'zjj-officer2'].map((who) => stage().person(who).id) } });
    for (const who of ['zjj-officer1', 'zjj-officer2']) await on(who).taps('无', { on: /与本案各方有无关系/ });
    await on('zjj-officer1').taps('保存并核对', { on: /核实情况报告/, form: { conclusion: 'partly', facts: '查明三家投标文件由同一人编制', law: '条例40条', item: 'D3', reason: '涉嫌串通投标' } });
    await quiet(stage());
    const { id, matter: of } = await one<Referral>('referral');
    const by = { role: 'person', id: stage().person('zjj-officer2').id, ref: '', reporter: false } as const;
    const added = await stage().app.handle({ kind: 'referral', id, act: 'propose', by, input: { item: 'D6', receiver: 'SCJG', reason: '建议依法对资质作出处理' }, cause: 'second', matter: of });
    expect(added.ok).toBe(true);
    await quiet(stage());
    for (const who of ['zjj-officer1', 'zjj-officer2']) await on(who).taps('签名', { on: /核实情况报告　第 2 版/ });
    const head = on('zjj-head');
    await head.taps('批准移送', { on: /拟移送：市公安局/ });
    await head.taps('批准移送', { on: /拟移送：市市场监管局/ });
    await quiet(stage());
    expect(wordsOf((await head.sees(/移送审批/)).content)).toContain('2 个去向，批准 2 个');
  }, 60_000);

  it('becomes two transfers with a number, a letter and a limit of its own', async () => {
    const [first, second] = await transfers();
    expect([first, second].map((doc) => [doc?.data.receiver, doc?.clocks.filter((clock) => !clock.stoppedAt).map((clock) => clock.rule)])).toEqual([['GAJ', ['T38']], ['SCJG', ['T09']]]);
    expect(new Set([first?.no, second?.no, first?.data.letterNo, second?.data.letterNo]).size).toBe(4);
    expect((await files('zjj-officer1')).filter((name) => name.includes('案件线索移送函'))).toHaveLength(2);
    expect((await files('zjj-head')).filter((name) => name.includes('移送审批表'))).toHaveLength(2);
  });

  it('asks for the department\'s answer only when both have arrived', async () => {
    const officer = on('zjj-officer1');
    const [police = '', market = ''] = (await transfers()).map((doc) => doc.no);
    await officer.taps('登记已移送', { on: police, form: { have: ['letter', 'report'], absent_things: '没有涉案物品', absent_tests: '未作鉴定，不需要', absent_other: '没有其他材料' } });
    await officer.taps('保存', { on: new RegExp(`登记移送回执　${police}`), form: { result: 'accepted', signer: '赵警官' } });
    await quiet(stage());
    expect((await one<Forward>('forward')).data.transfers.map(({ receiver, ended }) => `${receiver} ${ended}`).toSorted()).toEqual(['GAJ true', 'SCJG false']);
    expect(await countOf(stage(), stage().person('zjj-liaison'), '反馈办理结果：')).toBe(0);
    await officer.taps('登记已移送', { on: market });
    await officer.taps('保存', { on: new RegExp(`登记移送回执　${market}`), form: { result: 'redirected', signer: '收件人', words: '转自治区有关部门' } });
    await quiet(stage());
    await on('zjj-liaison').sees(/反馈办理结果：/);
  }, 60_000);

  it('tells the Center how each stands, and nothing of what it says', async () => {
    const card = wordsOf((await on('ggzy-clerk1').sees(new RegExp(`${no} 进展`))).content);
    expect(card).toMatch(/市住建局移送市公安局　已接收/);
    expect(card).toMatch(/市住建局移送市市场监管局　已转其他机关/);
    expect(card).not.toMatch(/同一人编制|涉嫌串通|资质|条例40条/);
  });
});
