import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CityPerson } from '../../sandbox/api/city.ts';
import { drawCards } from '../../sandbox/page/render-static.ts';
import { directory } from '../../test/cards/town.ts';
import type { Shot } from './shots.ts';

/** How the cards are looked at: the width of the screen in px, and light or dark. */
export interface Look { name: string; title: string; theme: 'light' | 'dark'; width: number }

/** The looks of the gallery: a phone by day and by night, and a desk. */
export const looks: readonly Look[] = [
  { name: 'phone', title: '手机　375', theme: 'light', width: 375 },
  { name: 'desk', title: '电脑　600', theme: 'light', width: 600 },
  { name: 'night', title: '深色　375', theme: 'dark', width: 375 },
];

/** How many cards share a page: opening pages takes time, and a very tall page makes each picture slow. */
const perPage = 20;

const people: CityPerson[] = [...directory.people.values()].map(({ id, name, title, organ }) => ({ id, userId: id, name, title, department: directory.organs.get(organ)?.short ?? organ, email: '' }));

/** Takes a picture of each card in one look into `<folder>/<id>-<look>.png`; `sharp` pictures have two dots per px. */
export async function photograph(browser: Browser, shots: readonly Shot[], { folder, look, sharp = false }: { folder: string; look: Look; sharp?: boolean }): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(shots.length / perPage) }, (_, at) => shots.slice(at * perPage, (at + 1) * perPage));
  for (const chunk of chunks) {
    const page = await browser.newPage({ viewport: { width: look.width + 40, height: 900 }, colorScheme: look.theme });
    await drawCards(page, { cards: chunk.map(({ card }) => ({ title: '', card })), theme: look.theme, width: look.width, people, ...(chunk[0] ? { now: chunk[0].now } : {}) });
    await capture(page, chunk, { scale: sharp ? 2 : 1, pathOf: (shot) => join(folder, `${shot.id}-${look.name}.png`) });
    await page.close();
  }
}

// Asked of the browser itself: the library's own picture waits and scrolls for each card, five times as slow.
async function capture(page: Page, shots: readonly Shot[], { scale, pathOf }: { scale: number; pathOf: (shot: Shot) => string }): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height });
  const boxes = await page.locator('.card-frame').evaluateAll((frames) => frames.map((frame) => {
    const { x, y, width, height } = frame.getBoundingClientRect();
    return { x, y, width, height };
  }));
  const devtools = await page.context().newCDPSession(page);
  for (const [at, shot] of shots.entries()) {
    const clip = boxes[at];
    if (!clip) throw new Error(`没有画出 ${shot.id}`);
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'png', clip: { ...clip, scale }, captureBeyondViewport: false, optimizeForSpeed: true });
    await writeFile(pathOf(shot), data, 'base64');
  }
}
