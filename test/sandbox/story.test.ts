import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../../sandbox/script/card-words.ts';
import type { Deed } from '../../sandbox/script/person.ts';
import { startBot, type RegistryBot } from './bot.ts';
import { startTown, type Town } from './city.ts';

let town: Town;
let bot: RegistryBot;
beforeEach(async () => {
  town = await startTown();
  bot = await startBot(town);
});
afterEach(async () => {
  bot.stop();
  await town.sandbox.stop();
});

describe('a script that reads like a story', () => {
  it('somebody says something, fills the form by its labels and sees what became of it', async () => {
    const wang = town.client.person('王磊');
    await wang.says('学校的楼有问题');
    await wang.sees(/您说：学校/);
    await wang.fills({ 项目名称: '学校综合楼', 类别: '举报', 经办人: '王磊' }, '登记', { toast: '已登记' });
    expect(wordsOf((await wang.sees(/已登记 \d+-\d+/)).content)).toContain('学校综合楼');
    const sent = (await town.client.log()).findLast((entry) => entry.kind === 'callback');
    expect(JSON.stringify(sent?.request)).toContain(`"form_value":{"project":"学校综合楼","kind":"r","who":"${await wang.id()}"}`);
  });

  it('a refusal is told apart from success, both ways', async () => {
    const wang = town.client.person('u1');
    await wang.says('没事');
    expect(await wang.isRefused('不登记')).toBe('请先说明理由');
    await expect(wang.taps('不登记')).rejects.toThrow('王磊 点「不登记」未成功：请先说明理由');
    await expect(wang.fills({}, '登记')).rejects.toThrow('有必填项未填写');
    await expect(wang.fills({ 金额: '1' }, '登记')).rejects.toThrow('the form has no 金额; it has 项目名称、类别、经办人');
  });

  it('what does not come is named, and so is who is not there', async () => {
    const wang = town.client.person('王磊', { patience: 100 });
    await expect(wang.sees('已办结')).rejects.toThrow('王磊 did not get a card that says 已办结 within 100 ms');
    await expect(town.client.person('张三').says('喂')).rejects.toThrow('nobody in the city is called 张三');
  });

  it('since a moment: what was there before does not count', async () => {
    await town.client.person('王磊').says('旧的');
    await town.client.person('王磊').sees('旧的');
    await town.client.passes('1 分钟');
    const { now } = await town.client.clock();
    const later = town.client.person('王磊', { since: now, patience: 200 });
    await expect(later.sees('旧的')).rejects.toThrow('did not get');
    await later.says('新的');
    await later.sees('新的');
  });

  it('whoever keeps a record hears of every deed', async () => {
    const deeds: Deed[] = [];
    const wang = town.client.person('王磊', { heard: (deed) => void deeds.push(deed) });
    await wang.says('甲');
    await wang.fills({ 项目名称: '乙' });
    expect(deeds.map((deed) => [deed.kind, deed.words])).toEqual([
      ['says', '甲'],
      ['taps', '登记'],
    ]);
  });

  it('in a group he speaks by its name and mentions by name', async () => {
    const wang = town.client.person('王磊');
    const apps = (await town.client.city()).apps.map((app) => app.appId);
    await town.client.act('group', { as: await wang.id(), name: '值班群', people: [town.people[1]], apps });
    await wang.says('看一下', { in: '值班群', mention: ['助手'] });
    await town.client.person('李娜').hears('看一下 @助手');
    await expect(wang.says('喂', { in: '没有的群' })).rejects.toThrow('王磊 is in no chat called 没有的群');
  });

  it.each([
    ['3 天', 3 * 24],
    ['2 小时', 2],
    ['30 分钟', 0.5],
    ['1 个工作日', undefined],
  ])('%s pass', async (words, hours) => {
    const before = Date.parse((await town.client.clock()).now);
    const after = Date.parse((await town.client.passes(words)).now);
    if (hours === undefined) expect((await town.client.clock()).workingDay).toBe(true);
    else expect((after - before) / 3_600_000).toBeCloseTo(hours, 1);
    await expect(async () => town.client.passes('一会儿')).rejects.toThrow('no such time: 一会儿');
  });
});
