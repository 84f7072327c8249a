import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../page-stage.ts';

describe('an AppLink in the browser', { timeout: 40_000 }, () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await setStage()), 60_000);
  afterAll(() => stage.end());

  it.each([
    ['/client/bot/open?appId=', '.composer'],
    ['/client/calendar/event/detail?eventId=', '.agenda, .empty'],
  ])('%s opens the place for whoever stands in the column', async (link, place) => {
    const page = await stage.open();
    await page.locator('#column-0 .picker').click();
    await page.getByRole('searchbox', { name: '搜索人员' }).fill('wl');
    await page.keyboard.press('Enter');
    await page.locator('#column-0 .picker', { hasText: '王磊' }).waitFor();
    await page.goto(`${stage.sandbox.url}${link}${stage.city.apps[0]?.appId ?? ''}`);
    await page.getByRole('link', { name: '打开' }).click();
    await page.locator('#column-0').locator(place).first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });
});
