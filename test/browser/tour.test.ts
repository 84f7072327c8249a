import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPage } from '../../scripts/page.ts';
import { guidedTour } from '../../scripts/tour/guide-data.ts';
import { botOf, quiet, stageFor } from '../flows/stage.ts';
import { openPlayer, type Player } from './player.ts';

const patient = { timeout: 20_000 };

describe('the tour that npm start hands over', { timeout: 180_000 }, () => {
  const { stage } = stageFor('tour');
  let player: Player;
  beforeAll(async () => {
    await buildPage();
    await stage().client.act('tour', { ...guidedTour(botOf(stage())) });
    player = await openPlayer(stage().env['FEISHU_DOMAIN'] ?? '');
  }, 60_000);
  afterAll(() => player?.end());

  it('says who one is and what to press, and hides the inspector', async () => {
    const { page } = player;
    await page.getByRole('button', { name: /^带我走一遍/ }).click();
    const panel = page.getByRole('dialog', { name: '带我走一遍' });
    await expect.poll(() => panel.innerText(), patient).toMatch(/第 1 步 共 9 步\s*现在您是：.*赵敏/s);
    await page.locator('.tour-ring').waitFor();
    expect(await page.locator('#inspector').count()).toBe(0);
    expect(await page.locator('.column textarea').first().inputValue()).toContain('青格勒学校综合楼');
    expect(await player.findings()).toEqual([]);
  });

  it('goes on when the person presses by hand', async () => {
    const { page } = player;
    await page.getByRole('button', { name: '我来点' }).click();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.tour').innerText(), patient).toContain('第 2 步 共 9 步');
  });

  it('runs to the receipt by 替我点 alone and tells what was done', async () => {
    const { page } = player;
    const press = page.getByRole('button', { name: '替我点' });
    const ended = page.getByRole('dialog', { name: '刚才办了什么' });
    for (let moves = guidedTour('').steps.flatMap((step) => step.moves).length - 1; moves > 0; moves -= 1) {
      const words = await page.locator('.tour-words').innerText();
      await page.locator('.tour button:not([disabled])', { hasText: '替我点' }).waitFor(patient);
      await press.click();
      await expect.poll(async () => (await ended.count()) > 0 || (await page.locator('.tour-words').innerText()) !== words, patient).toBe(true);
    }
    await ended.waitFor(patient);
    const told = await ended.innerText();
    for (const { title } of guidedTour('').steps) expect(told).toContain(title);
    await expect.poll(() => page.locator('.column', { hasText: '巴特尔' }).locator('.message').last().innerText(), patient).toMatch(/移送回执.*鄂公（经）受/s);
    expect(await player.findings()).toEqual([]);
  });

  it('broke no rule of the platform', async () => {
    await quiet(stage());
    expect((await stage().client.breaches()).entries.map((entry) => `${entry.title}: ${entry.breaches.join()}`)).toEqual([]);
  });
});
