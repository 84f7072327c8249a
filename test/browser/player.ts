import type { Browser, Locator, Page } from 'playwright-core';
import { openChromium } from '../../scripts/chromium.ts';
import { seriousFindings } from '../sandbox/page/findings.ts';

/** A person at the page, by what he sees and clicks. */
export interface Hand {
  /** The column in which he stands. */
  column: Locator;
  /** His newest card that holds the words; waits for it. */
  sees(words: string | RegExp): Promise<Locator>;
  says(text: string): Promise<void>;
  enters(chat: string): Promise<void>;
  /** Clicks a button of the newest card that holds `on`, says yes where asked, and answers the toast. */
  clicks(button: string, on: string | RegExp): Promise<string>;
  /** Chooses options by their words in the field that stands beside `label`. */
  chooses(label: string, words: readonly string[], on: string | RegExp): Promise<void>;
  writes(label: string, text: string, on: string | RegExp): Promise<void>;
}

/** The page in a real browser. */
export interface Player {
  page: Page;
  /** Chooses a person by hand in a column. */
  chooses(column: number, name: string): Promise<Hand>;
  /** Follows the mark of news to a person. */
  follows(name: string): Promise<Hand>;
  /** Serious and critical findings of axe. */
  findings(): Promise<string[]>;
  end(): Promise<void>;
}

/** Opens the page at `url` in Chromium. */
export async function openPlayer(url: string): Promise<Player> {
  const browser: Browser = await openChromium();
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', colorScheme: 'light', reducedMotion: 'reduce' })).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(url);
  const stands = (name: string) => page.locator('.column', { has: page.locator('.picker-name', { hasText: name }) });
  const arrive = async (name: string) => {
    await stands(name).waitFor();
    return handOf(page, stands(name));
  };
  return {
    page,
    chooses: async (column, name) => {
      await page.locator(`#column-${column} .picker`).click();
      await page.getByRole('searchbox', { name: '搜索人员' }).fill(name);
      await page.keyboard.press('Enter');
      return arrive(name);
    },
    follows: async (name) => {
      await page.locator('.news-chip', { hasText: name }).click();
      return arrive(name);
    },
    findings: () => seriousFindings(page),
    end: () => browser.close(),
  };
}

function handOf(page: Page, column: Locator): Hand {
  const card = (words: string | RegExp) => column.locator('.message.has-card', { hasText: words }).last();
  const toasts = column.locator('.toast');
  const bell = column.locator('[aria-label^="最近提示"]');
  const field = (label: string, on: string | RegExp) => card(on).locator(
    `xpath=(.//*[starts-with(normalize-space(.), "${label}") and string-length(normalize-space(.)) <= ${label.length + 2}])[last()]/following::*[self::textarea or self::input or contains(@class, "select")][1]`,
  );
  return {
    column,
    sees: async (words) => {
      await card(words).waitFor();
      return card(words);
    },
    says: async (text) => {
      await column.getByRole('textbox', { name: '输入消息' }).fill(text);
      await page.keyboard.press('Enter');
    },
    enters: (chat) => column.locator('.chat-row', { has: page.locator('.chat-name', { hasText: chat }) }).click(),
    clicks: async (button, on) => {
      const before = await bell.getAttribute('aria-label');
      const answered = page.waitForResponse((response) => response.url().endsWith('/sandbox/tap'));
      await card(on).getByRole('button', { name: button, exact: true }).click();
      const answer = (await (await answered).json()) as { outcome: string };
      if (answer.outcome === 'confirm') await page.locator('dialog[open]').getByRole('button', { name: '确认' }).click();
      await column.locator(`[aria-label^="最近提示"]:not([aria-label="${before ?? ''}"])`).waitFor();
      return toasts.last().innerText();
    },
    chooses: async (label, words, on) => {
      await field(label, on).click();
      for (const each of words) await page.getByRole('option', { name: each }).first().click();
      const done = page.locator('.choices-foot').getByRole('button', { name: '确定' });
      if (await done.count() > 0) await done.click();
    },
    writes: (label, text, on) => field(label, on).fill(text),
  };
}
