import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { Stage } from '../page-stage.ts';

/** A browser on a busy machine is slow. */
export const patient = { timeout: 6000 };

/** Opens the page as 王磊 in his chat with the bot. */
export async function openChat(stage: Stage, size?: { width: number; height: number }): Promise<Page> {
  const page = await stage.open(size);
  await page.locator('#column-0 .picker').click();
  await page.getByRole('searchbox', { name: '搜索人员' }).fill('wl');
  await page.keyboard.press('Enter');
  await page.locator('#column-0 .chat-row', { hasText: '小助手' }).click();
  await page.locator('#column-0 .composer').waitFor();
  return page;
}

/** The bot sends 王磊 a card; gives it on the page, once it is there. */
export async function showCard(stage: Stage, page: Page, { title, elements, more = {} }: { title: string; elements: object[]; more?: object }): Promise<Locator> {
  await send(stage, { schema: '2.0', header: { title: { tag: 'plain_text', content: title } }, body: { elements }, ...more });
  const card = page.locator('#column-0 .card', { has: page.getByRole('heading', { name: title, exact: true }) }).last();
  await card.waitFor();
  return card;
}

// The platform takes five messages a second to one chat, and a test is quicker than that.
async function send(stage: Stage, card: object): Promise<void> {
  const limited = await stage.sendCard('wl', card).then(() => false, (fault: Error) => {
    if (fault.message.includes('230020')) return true;
    throw fault;
  });
  if (!limited) return;
  await wait(300);
  await send(stage, card);
}

/** A plain text object. */
export const plain = (content: string): object => ({ tag: 'plain_text', content });

/** What a callback carries. */
export const tells = (act: string): object[] => [{ type: 'callback', value: { act } }];
