import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';

/** A person puts himself into a column, found by what is typed. */
export async function become(page: Page, column: number, query: string): Promise<Locator> {
  await page.locator(`#column-${column} .picker`).click();
  await page.getByRole('searchbox', { name: /搜索人员|Search people/ }).fill(query);
  await page.keyboard.press('Enter');
  const place = page.locator(`#column-${column}`);
  await place.locator('.chat-row').first().waitFor({ state: 'attached' });
  return place;
}

/** Opens the chat of a name in a column. */
export async function enter(column: Locator, name: string): Promise<void> {
  await column.locator('.chat-row', { has: column.page().locator('.chat-name', { hasText: name }) }).click();
  await column.locator('.chat-head h2', { hasText: name }).waitFor();
  await column.locator('.chat-main').waitFor();
}

/** Writes a text and sends it with Enter. */
export async function says(column: Locator, words: string): Promise<void> {
  await column.getByRole('textbox', { name: '输入消息' }).fill(words);
  await column.page().keyboard.press('Enter');
}

/** Opens the menu of the newest message that holds the words and chooses an entry. */
export async function chooses(column: Locator, words: string, entry: string): Promise<void> {
  const message = column.locator('.flow .message', { hasText: words }).last();
  await message.hover();
  await message.getByRole('button', { name: '对这条消息' }).click();
  await column.page().locator('.floating').getByRole('button', { name: entry, exact: true }).click();
}

/** What axe finds serious or critical on the page as it stands. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
