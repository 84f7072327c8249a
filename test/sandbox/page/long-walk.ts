import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openChromium } from '../../../scripts/chromium.ts';
import { buildPage } from '../../../scripts/page.ts';
import { createSandbox } from '../../../sandbox/server.ts';
import { layHeavyCity } from '../heavy.ts';

/** The page over a city of 300 people and 50,000 messages, half of them in one group. */
export interface LongStage {
  page: Page;
  url: string;
  /** Milliseconds until the first view stood. */
  firstViewMs: number;
  end(): Promise<void>;
}

/** Builds the page, starts the heavy city and opens it. */
export async function openLongCity(): Promise<LongStage> {
  await buildPage();
  const folder = mkdtempSync(join(tmpdir(), 'long-'));
  layHeavyCity(folder);
  const sandbox = await createSandbox({ port: 0, dataDir: folder });
  const browser = await openChromium();
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' })).newPage();
  page.setDefaultTimeout(15_000);
  const before = performance.now();
  await page.goto(sandbox.url);
  await page.locator('#column-0 .picker').waitFor();
  const firstViewMs = performance.now() - before;
  const end = async () => {
    await browser.close();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, url: sandbox.url, firstViewMs, end };
}

/** Milliseconds that some work takes until it is done. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** Becomes the first person of the city in column 0; milliseconds until the picker stood, until the person's chats stood. */
export async function becomeFirst(page: Page): Promise<{ pickerMs: number; chatsMs: number }> {
  const pickerMs = await timed(async () => {
    await page.locator('#column-0 .picker').click();
    await page.locator('.person-option').first().waitFor();
  });
  const chatsMs = await timed(async () => {
    await page.getByRole('searchbox', { name: '搜索人员' }).fill('王磊');
    await page.keyboard.press('Enter');
    await page.locator('#column-0 .chat-row').first().waitFor();
  });
  return { pickerMs, chatsMs };
}

/** Opens the group of everybody; milliseconds until its messages stood. */
export function openEverybody(page: Page): Promise<number> {
  return timed(async () => {
    await page.locator('#column-0 .chat-row', { has: page.locator('.chat-name', { hasText: '全体群' }) }).click();
    await page.locator('#column-0 .message').first().waitFor();
  });
}

/** Scrolls a list upwards for some frames as a wheel does; how long each frame took, ms, ascending. */
export async function scrollFrames(page: Page, frames: number): Promise<number[]> {
  await page.locator('#column-0 .flow').hover();
  const taken = await page.evaluate(async (count) => {
    const flow = document.querySelector('#column-0 .flow');
    const times: number[] = [];
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    for (let at = 0; at < count; at += 1) {
      flow?.dispatchEvent(new WheelEvent('wheel', { deltaY: -90, bubbles: true }));
      flow?.scrollBy(0, -90);
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      times.push(now - last);
      last = now;
    }
    return times;
  }, frames);
  return taken.toSorted((a, b) => a - b);
}

/** The share of a sorted list: `at(times, 0.95)` is the 95th of a hundred. */
export function at(times: number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}
