import { describe, expect, it } from 'vitest';
import { dateIn, listOf, minuteIn, namesOf, yuanIn } from '../../cards/kit/form-values.ts';
import { inputFrom } from '../../cards/kit/forms.ts';
import { moneyText, wanText } from '../../cards/kit/labels.ts';

describe('the values of a form', () => {
  it('a date comes without its zone, an untouched one as empty, an absent one not at all', () => {
    expect(dateIn({ day: '2025-06-10 +0800' }, 'day')).toBe('2025-06-10');
    expect(dateIn({ day: '' }, 'day')).toBe('');
    expect(dateIn({}, 'day')).toBeUndefined();
  });
  it('a day and time come as the picker shows them', () => expect(minuteIn({ at: '2026-12-07 15:00 +0800' }, 'at')).toBe('2026-12-07 15:00'));
  it('names are divided by the marks people use, each once', () => expect(namesOf({ named: ' 甲公司、乙公司，甲公司\n丙 ' }, 'named')).toEqual(['甲公司', '乙公司', '丙']));
  it('a multiple choice is a list even where one was chosen', () => expect(listOf({ organs: 'ZJJ' }, 'organs')).toEqual(['ZJJ']));
  it.each([['2386', 23_860_000], ['2386万', 23_860_000], ['12.6', 126_000], ['1.26亿', 126_000_000], ['23,860,000元', 23_860_000], ['76万元', 760_000], ['', null], ['约三千', '约三千']])('the sum %s is %s', (typed, yuan) => {
    expect(yuanIn({ amountYuan: typed }, 'amountYuan')).toBe(yuan);
  });
  it.each([[23_860_000, '2386万元', '2386'], [126_000, '12.6万元', '12.6'], [126_000_000, '1.26亿元', '12600'], [8600, '8600元', '0.86']])('%s yuan reads %s', (yuan, shown, typed) => {
    expect(moneyText(yuan)).toBe(shown);
    expect(wanText(yuan)).toBe(typed);
    expect(yuanIn({ sum: wanText(yuan) }, 'sum')).toBe(yuan);
  });
});

describe('forms of acts', () => {
  it('an own date goes before the offered one, and an offered one is the day that was shown', () => {
    const input = (form: object) => inputFrom({ kind: 'matter', act: 'send' }, { organs: ['ZJJ'], ...form });
    expect(input({ days: '15:2026-12-15', dueDate: '2026-12-20 +0800' })).toMatchObject({ dueDate: '2026-12-20' });
    expect(input({ days: '15:2026-12-15', dueDate: '' })).toMatchObject({ dueDate: '2026-12-15' });
    expect(input({ days: '', dueDate: '' })).not.toHaveProperty('dueDate');
  });
  it('a field that the form does not hold is left as it is', () => {
    expect(inputFrom({ kind: 'matter', act: 'correct' }, { project: '甲', cityLevel: '' })).toEqual({ project: '甲' });
  });
  it('an act without a reader takes its values as they are', () => {
    expect(inputFrom({ kind: 'matter', act: 'discard' }, { note: ' 甲 ', list: ['a'], yes: true })).toEqual({ note: '甲', list: ['a'], yes: true });
  });
});
