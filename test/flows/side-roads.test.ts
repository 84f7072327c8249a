import { describe, expect, it } from 'vitest';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { botOf, chooses, fromBot, passes, quiet, registered, stageFor } from './stage.ts';

const filesOf = (messages: Awaited<ReturnType<typeof fromBot>>) => messages.filter((message) => message.type === 'file').map((message) => (message.content as { file_name: string }).file_name);

describe('a project of a banner', () => {
  const { stage, on } = stageFor('banner');

  it('is shown as out of scope (K24), and is corrected only with a basis (E-104)', async () => {
    const reporter = on('ggzy-staff1');
    await reporter.says('群众来电反映，达拉特旗“树林召镇供水管网改造”施工标，岚戈建设、沄朔市政两家的标书是同一个人做的。');
    const card = await reporter.sees('该事项不在本办法适用范围');
    expect(wordsOf(card.content)).toContain('项目属达拉特旗，非市本级交易活动');
    expect(glance(card.content).buttons).toEqual(expect.arrayContaining(['生成告知书', '更正为市本级']));
    await reporter.taps('更正为市本级', { on: '该事项不在本办法适用范围' });
    expect(await reporter.isRefused('更正市本级', { on: '项目是否属市本级交易活动', form: { cityLevel: 'yes', basis: '' } })).toContain('E-104');
    await reporter.taps('返回', { on: '项目是否属市本级交易活动' });
    await reporter.taps('生成告知书', { on: '该事项不在本办法适用范围' });
    await quiet(stage());
  });

  it('has no limit of Article 9; the clerk sends the notice to the reporter and gets the letter to the banner\'s department', async () => {
    const clerk = on('ggzy-clerk1');
    await clerk.taps('我来办', { on: /新来件/ });
    const card = await clerk.sees(/分办[^]*非市本级/);
    expect(wordsOf(card.content)).toContain('不计办理期限');
    await clerk.taps('告知不适用', { on: /分办[^]*非市本级/, form: { region: '达拉特旗', receiver: '达拉特旗水利局' } });
    await quiet(stage());
    expect(filesOf(await fromBot(stage(), stage().person('ggzy-staff1')))).toEqual([expect.stringMatching(/^鄂公资告〔2026〕\d+号 不适用告知书\.docx$/)]);
    expect(filesOf(await fromBot(stage(), clerk.cast))).toEqual(expect.arrayContaining([expect.stringMatching(/^鄂公资函〔2026〕\d+号 事项转送函\.docx$/)]));
    expect(wordsOf((await on('ggzy-staff1').sees(/已办结/)).content)).toContain('已转达拉特旗对口部门');
  });
});

describe('what the Center found itself', () => {
  const { stage, on } = stageFor('found');

  it('becomes a 书面报告 (D-02): never without evidence or the reason why there is none', async () => {
    const finder = on('ggzy-staff4');
    await stage().client.sendFile({ as: finder.cast.id, to: botOf(stage()), name: '开标日志.xlsx', bytes: new TextEncoder().encode('MAC 相同') });
    await quiet(stage());
    await finder.says('今天开标，系统提示市本级“沙梁线公路养护工程”的岚戈建设和沄朔市政两家上传投标文件的网卡MAC全部一致。');
    await finder.sees(/沙梁线公路养护工程/);
    const draft = await finder.sees(/请核对线索信息|还差/);
    expect(wordsOf(draft.content)).toContain('系统提示，不作认定');
    if (glance(draft.content).buttons.includes('确认登记')) await finder.taps('确认登记', { on: /沙梁线/ });
    else await finder.taps('补充', { on: /沙梁线/, form: { kind: 'warning', source: 'system', cityLevel: 'yes' } });
    await quiet(stage());
    const clerk = on('ggzy-clerk1');
    await clerk.taps('我来办', { on: /新来件/ });
    await chooses(stage(), clerk, '书面报告（中心发现）', /分办[^]*YJ-/);
    const form = await clerk.sees('违法行为书面报告');
    const days = /"(10:\d{4}-\d{2}-\d{2})"/.exec(JSON.stringify(form.content))?.[1] ?? '';
    await clerk.taps('书面报告', { on: '违法行为书面报告', form: { organs: ['JTJ'], days } });
    await quiet(stage());
    const liaison = on('jtj-liaison');
    const card = wordsOf((await liaison.sees('违法行为书面报告')).content);
    expect(card).toContain('系统提示，不作认定');
    expect(filesOf(await fromBot(stage(), liaison.cast))).toEqual([expect.stringMatching(/^鄂公资报〔2026〕\d+号 违法行为书面报告\.docx$/)]);
  });
});

describe('a lead without facts', () => {
  const { stage, on } = stageFor('shelf');
  let matter: Document<Matter>;
  const again = async () => (await stage().app.store.load('matter', matter.id)) as Document<Matter>;

  it('is shelved by the head of the Center, and its reporter reads so', async () => {
    matter = (await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼')) as Document<Matter>;
    await quiet(stage());
    const head = on('ggzy-head');
    await head.says(`查 ${matter.no}`);
    await chooses(stage(), head, '暂存', new RegExp(`${matter.no} 进展`));
    await quiet(stage());
    await head.taps('暂存', { on: /没有具体事实可查/, form: { reason: '只有传言，没有具体事实' } });
    await quiet(stage());
    expect([(await again()).state, (await again()).clocks.filter((clock) => !clock.stoppedAt)]).toEqual(['shelved', []]);
    await on('ggzy-staff1').sees(/已暂存，有新的线索时重新办理/);
  });

  it('may be taken back by its reporter, which leaves a mark and stops nothing', async () => {
    const reporter = on('ggzy-staff1');
    await chooses(stage(), reporter, '撤回', /已暂存/);
    await reporter.taps('撤回', { on: /撤回您的反映/, form: { reason: '已经自行弄清楚了' } });
    await quiet(stage());
    expect([(await again()).state, (await again()).data.withdrawn?.reason]).toEqual(['shelved', '已经自行弄清楚了']);
  });

  it('comes back to the head after six months', async () => {
    await passes(stage(), '2027-05-24T09:05:00+08:00');
    expect(wordsOf((await on('ggzy-head').sees(new RegExp(`${matter.no} 进展`))).content)).toContain('暂存');
    expect((await again()).audit.at(-1)).toMatchObject({ act: 'alarm', note: 'shelf' });
  });

  it('is opened again by a 分管负责人 for new evidence, with the Center\'s limit from that day', async () => {
    const deputy = on('ggzy-deputy');
    await deputy.says(`查 ${matter.no}`);
    await chooses(stage(), deputy, '重启', new RegExp(`${matter.no} 进展`));
    await quiet(stage());
    await deputy.taps('重启', { on: /重启办理/, form: { reason: '收到新的录音材料' } });
    await quiet(stage());
    const doc = await again();
    expect([doc.state, doc.clocks.at(-1)?.due.dueDate]).toEqual(['registered', '2027-05-26']);
    await on('ggzy-clerk1').sees(new RegExp(`新来件.*${matter.no}`));
  });
});
