import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../page-stage.ts';
import { seriousFindings } from './findings.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
}, 60_000);
afterAll(() => stage.end());

const patient = { timeout: 6000 };
const faults = async () => (await (await fetch(`${stage.sandbox.url}/sandbox/faults`)).json()) as Record<string, unknown>;
const city = async () => (await (await fetch(`${stage.sandbox.url}/sandbox/city`)).json()) as { people: unknown[] };

describe('the first line', { timeout: 40_000 }, () => {
  it.each([375, 720, 1024, 1440])('says in full that this is not Feishu at a width of %i, in both languages, while faults are on and a recording runs', async (width) => {
    await stage.post('/sandbox/faults', { api429: 0.1 });
    await stage.post('/sandbox/recorder', { on: true });
    const page = await stage.open({ width, height: 740 });
    await page.locator('.faults-on').waitFor();
    for (const language of ['zh', 'en']) {
      await page.evaluate((id) => localStorage.setItem('sandbox-page', JSON.stringify({ ...JSON.parse(localStorage.getItem('sandbox-page') ?? '{}'), language: id })), language);
      await page.reload();
      const words = page.locator('.banner-text > span').first();
      await expect.poll(() => words.innerText(), patient).toBe(language === 'zh' ? '不是真实飞书' : 'not the real Feishu');
      const box = await words.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((await page.locator('.clock').boundingBox())?.x ?? 0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await stage.post('/sandbox/recorder', { on: false });
    await stage.post('/sandbox/faults', {});
    await page.context().close();
  });
});

describe('the fault switches', { timeout: 40_000 }, () => {
  it('turn on weather in one tap, and the first line says so until it is calm again', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: '故障开关' }).click();
    await page.getByRole('button', { name: '平台限流' }).click();
    await expect.poll(faults, patient).toMatchObject({ api429: { chance: 0.4 } });
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.banner').innerText(), patient).toContain('故障 1');
    await page.getByRole('button', { name: '故障 1' }).click();
    await page.getByRole('button', { name: '风平浪静' }).click();
    await expect.poll(() => page.locator('.faults-on').count(), patient).toBe(0);
    expect(Object.keys(await faults())).toEqual(['seed']);
    await page.context().close();
  });

  it('strike one API only, as often as one says, from the seed one gives', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: '故障开关' }).click();
    await page.getByLabel('接口报 5xx').selectOption('1');
    await page.getByLabel('只对').fill('POST /im/v1/messages');
    await page.getByLabel('只对').press('Tab');
    await expect.poll(faults, patient).toMatchObject({ api5xx: { only: 'POST /im/v1/messages' } });
    await page.getByLabel('次数').fill('3');
    await page.getByLabel('次数').press('Tab');
    await page.getByLabel('种子').fill('7');
    await page.getByLabel('种子').press('Tab');
    await expect.poll(faults, patient).toEqual({ seed: 7, api5xx: { chance: 1, only: 'POST /im/v1/messages', times: 3 } });
    await stage.post('/sandbox/faults', {});
    await page.context().close();
  });

  it('show what a script turned on', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: '故障开关' }).waitFor();
    await stage.post('/sandbox/faults', { api429: 0.1, ackLost: 1 });
    await expect.poll(() => page.locator('.banner').innerText(), patient).toContain('故障 2');
    await stage.post('/sandbox/faults', {});
    await expect.poll(() => page.locator('.faults-on').count(), patient).toBe(0);
    await page.context().close();
  });
});

describe('the saves', { timeout: 40_000 }, () => {
  it('keep the scene under a name and bring time back only after a question', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: '存档' }).click();
    const dialog = page.getByRole('dialog', { name: '存档' });
    await expect.poll(() => dialog.innerText(), patient).toContain('还没有存档');
    await dialog.getByRole('textbox', { name: '给存档起个名字' }).fill('开头');
    await dialog.getByRole('button', { name: '存下' }).click();
    await expect.poll(() => dialog.innerText(), patient).toMatch(/开头.*3 人/s);
    expect(await seriousFindings(page)).toEqual([]);

    const before = await page.locator('.clock-now').innerText();
    await stage.post('/sandbox/clock', { days: 40 });
    await expect.poll(() => page.locator('.clock-now').innerText(), patient).not.toBe(before);
    await dialog.getByRole('button', { name: '读取' }).click();
    expect(await dialog.innerText()).toContain('自己的数据不会跟着退回');
    await dialog.getByRole('button', { name: '读取' }).click();
    await expect.poll(() => page.locator('.clock-now').innerText(), patient).toContain(before.slice(0, 14));
    await page.context().close();
  });

  it('travel as one file, and can be thrown away', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: '存档' }).click();
    const dialog = page.getByRole('dialog', { name: '存档' });
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: '导出「开头」' }).click()]);
    expect(download.suggestedFilename()).toContain('沙盘数据');
    const bytes = await readFile(await download.path());
    await dialog.getByRole('button', { name: '删除「开头」' }).click();
    await dialog.getByRole('button', { name: '删除' }).click();
    await expect.poll(() => dialog.innerText(), patient).toContain('还没有存档');
    await dialog.getByLabel('导入存档').setInputFiles({ name: '开头.zip', mimeType: 'application/zip', buffer: bytes });
    await expect.poll(() => dialog.innerText(), patient).toContain('开头');
    expect((await city()).people).toHaveLength(3);
    await page.context().close();
  });
});

describe('the recorder', { timeout: 40_000 }, () => {
  it('writes down what is done on the page as a test, and shows while it runs', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: '录制' }).click();
    await page.getByRole('button', { name: '开始录制' }).click();
    await expect.poll(() => page.locator('.banner').innerText(), patient).toContain('录制中 0');
    await stage.post('/sandbox/say', { as: stage.idOf('wl'), to: 'cli_a1b2c3d4e5f60718', text: '今天开会' });
    await expect.poll(() => page.locator('.banner').innerText(), patient).toContain('录制中 1');
    await page.getByRole('button', { name: '录制中 1' }).click();
    const dialog = page.getByRole('dialog', { name: '录制' });
    await dialog.getByRole('button', { name: '停止录制' }).click();
    await expect.poll(() => dialog.innerText(), patient).toMatch(/录到 1 个操作.*今天开会/s);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await dialog.getByRole('link', { name: '下载测试' }).getAttribute('download')).toContain('沙盘数据');
    await page.context().close();
  });
});
