import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../sandbox/page/language/en-data.ts';
import { languages, speak, t } from '../../sandbox/page/language/language.ts';
import { zh } from '../../sandbox/page/language/zh-data.ts';
import { fullDay } from '../../sandbox/page/kit/dates.ts';
import { withoutComments } from '../rooms-scan.ts';

const page = join(import.meta.dirname, '../../sandbox/page');
const han = /[\u3400-\u9fff「」（）：，。、]/;

function sources(): string[] {
  return readdirSync(page, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(page.length + 1))
    // The sample cards of the gallery are content, not words of the page.
    .filter((file) => !file.startsWith('dist/') && !file.startsWith('language/') && file !== 'gallery/samples-data.ts');
}

function placeholders(pattern: string): string[] {
  return [...new Set([...pattern.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].toSorted();
}

describe('the languages of the page', () => {
  it('no part of the page holds a Chinese word of its own', () => {
    const found = sources().filter((file) => !file.endsWith('-data.ts')).flatMap((file) => withoutComments(readFileSync(join(page, file), 'utf8')).split('\n').filter((line) => han.test(line)).map((line) => `${file}: ${line.trim()}`));
    expect(found).toEqual([]);
  });

  it('every word stands in both languages, takes the same values, and English has no Chinese', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted());
    for (const [key, pattern] of Object.entries(zh)) expect([key, placeholders(en[key as keyof typeof zh])]).toEqual([key, placeholders(pattern)]);
    expect(Object.entries(en).filter(([, words]) => han.test(words))).toEqual([]);
  });

  it('every word of the dictionary is used', () => {
    const all = sources().map((file) => readFileSync(join(page, file), 'utf8')).join('\n');
    const unused = Object.keys(zh).filter((key) => !new RegExp(`['"\`]${key.replace(/\d+$/, '(\\d+|\\$\\{[^`]*)')}['"\`]`).test(all));
    expect(unused).toEqual([]);
  });

  it('English counts one and many, and dates follow the language', async () => {
    await speak('en');
    expect([t('newBelow', { count: 1 }), t('newBelow', { count: 3 })]).toEqual(['1 new message', '3 new messages']);
    expect(fullDay('2026-11-24T10:00:00+08:00')).toBe('Tue 2026-11-24');
    await speak('zh');
    expect(fullDay('2026-11-24T10:00:00+08:00')).toBe('2026年11月24日（周二）');
    expect(languages.map((language) => language.id)).toEqual(['zh', 'en']);
  });
});
