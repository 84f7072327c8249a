import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Page } from 'playwright-core';
import type { SheetRequest } from './card-sheet-request.ts';

const origin = 'http://cards.sandbox';
const kinds: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/**
 * Draws card JSON in a Chromium page from the built `sandbox/page/dist`, without any server; afterwards each card is
 * `page.locator('[data-card="0"] .card-frame')`. Throws when `npx vite build sandbox/page` was not run.
 */
export async function drawCards(page: Page, request: SheetRequest): Promise<void> {
  const dist = join(import.meta.dirname, 'dist');
  await page.route(`${origin}/**`, async (route) => {
    const path = normalize(new URL(route.request().url()).pathname);
    const body = await readFile(join(dist, path)).catch(() => undefined);
    if (body === undefined) await route.fulfill({ status: 404, body: '' });
    else await route.fulfill({ body, contentType: `${kinds[extname(path)] ?? 'application/octet-stream'}; charset=utf-8` });
  });
  await page.addInitScript((given) => { window.__cards = given; }, request);
  await page.goto(`${origin}/card.html`);
  await page.waitForSelector('.sheet', { timeout: 10_000 });
  await page.waitForFunction(() => document.querySelector('.chart-box[data-state="waiting"]') === null, undefined, { timeout: 20_000 });
}
