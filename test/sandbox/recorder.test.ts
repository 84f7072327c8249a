import { afterEach, describe, expect, it } from 'vitest';
import { startBot, type RegistryBot } from './bot.ts';
import { app, startTown, type Town } from './city.ts';
import { runRecorded } from './run-recorded.ts';

const open: { town: Town; bot: RegistryBot }[] = [];
afterEach(async () => {
  for (const { town, bot } of open.splice(0)) {
    bot.stop();
    await town.sandbox.stop();
  }
});

async function stage(): Promise<Town> {
  const town = await startTown();
  open.push({ town, bot: await startBot(town) });
  return town;
}

/** What two people do, through the API that the page uses too. */
async function plays({ client }: Town): Promise<void> {
  const wang = client.person('王磊');
  const li = client.person('李娜');
  await wang.opens();
  await wang.says("学校的'楼'有问题");
  await wang.isRefused('不登记', { on: '请核对' });
  await wang.fills({ 项目名称: '学校综合楼', 类别: '投诉', 经办人: '王磊' }, '登记');
  await wang.sends('证据.txt', Buffer.from('原件'));
  await client.passes('2 天');
  await client.act('group', { as: await li.id(), name: '值班群', people: [await wang.id()], apps: [app.appId] });
  await li.says('看一下', { in: '值班群', mention: ['助手'] });
  await wang.sees('看一下');
}

describe('the recorder', () => {
  it('turns what people did and saw into a test that runs as it stands, and that fails when the bot does not answer', async () => {
    const town = await stage();
    await town.client.recorder(true);
    await plays(town);
    const { test, steps, on } = await town.client.recorder(false);
    expect([steps, on]).toEqual([8, false]);
    expect(test).toContain(
      `await u1.fills({ 项目名称: '学校综合楼', 类别: '投诉', 经办人: '王磊' }, '登记', { on: '请核对', toast: '已登记' });`,
    );
    expect(test).toContain('await u1.sees(/已登记 \\d+-\\d+/);');
    expect(test).toContain(`await u1.isRefused('不登记', { on: '请核对' });`);
    expect(test).toContain(`await city.passes('2 天');`);
    expect(await runRecorded(test, (await stage()).sandbox.url)).toMatch(/Tests\s+1 passed/);
    const deaf = await startTown();
    open.push({ town: deaf, bot: { taken: [], stop: () => undefined } });
    expect(await runRecorded(test.replaceAll('20_000', '300'), deaf.sandbox.url)).toContain('王磊 did not get a card that says 请核对');
  }, 60_000);

  it('keeps nothing of what was refused, looked at or set up, and nothing before it was turned on', async () => {
    const { client } = await stage();
    await client.person('王磊').says('之前');
    await client.recorder(true);
    await client.faults({ seed: 2 });
    await expect(client.say({ as: 'ou_nobody', to: app.appId, text: '谁' })).rejects.toThrow('没有这个人');
    await client.person('王磊').says('之后');
    const { test, steps } = await client.recorder();
    expect(steps).toBe(1);
    expect(test).toContain('之后');
    expect(test).not.toMatch(/之前|谁|seed/);
  });
});
