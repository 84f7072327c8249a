import { readFileSync } from 'node:fs';
import { none } from '../../src/domain/intake/model.ts';

/** A text with the labels it teaches; none where it speaks for nothing. */
export interface Example { text: string; labels: readonly string[] }

const folder = new URL('../../src/domain/data/intake-examples/', import.meta.url);

/** The examples of one file: 「# CODE」 names the labels of the lines below it; what stands before the first line of words is a remark. */
export function examplesIn(file: 'violations' | 'categories' | 'intents' | 'kinds'): Example[] {
  let labels: string[] = [];
  return readFileSync(new URL(`${file}.txt`, folder), 'utf8').split('\n').flatMap((line) => {
    const text = line.trim();
    if (text.startsWith('#')) labels = text.slice(1).trim().split(/\s+/).filter((label) => label !== none);
    return text === '' || text.startsWith('#') ? [] : [{ text, labels }];
  });
}

/** Violations that people tell without naming what is traded. */
const thingless = ['CT', 'ZTCT', 'NXZJ', 'GK', 'XM', 'HZWL', 'JQ', 'ZJWG', 'DLWG', 'CXWG', 'EYTS', 'PTWG', 'SX', 'WZ', 'HTZP', 'XHF', 'BZW'];

/** What each model learns from. Whoever tells of a violation reports, so that examples of one field also teach another. */
export function lessons(): Record<'violations' | 'categories' | 'intents' | 'kinds', Example[]> {
  const violations = examplesIn('violations');
  const categories = examplesIn('categories').map(({ text, labels }) => ({ text, labels: labels.filter((label) => label !== 'QT') }));
  const kinds = examplesIn('kinds');
  const told = violations.filter(({ labels }) => labels.length > 0);
  const some = told.filter((_, index) => index % 4 === 0);
  return {
    violations,
    categories: [...categories, ...violations.filter(({ labels }) => labels.length === 0 || labels.some((label) => thingless.includes(label))).map(({ text }) => ({ text, labels: [] }))],
    intents: [...examplesIn('intents'), ...[...kinds, ...some].map(({ text }) => ({ text, labels: ['report'] }))],
    kinds: [...kinds, ...some.map(({ text }) => ({ text, labels: ['report'] }))],
  };
}
