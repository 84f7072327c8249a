import { describe, expect, it } from 'vitest';
import { dateText, numberText } from '../../../sandbox/page/card/cell-words.ts';
import { localise } from '../../../sandbox/page/card/localise.ts';
import { summaryOf } from '../../../sandbox/page/chat/message-text.ts';
import { localTime } from '../../../sandbox/page/card/markdown/local-time.ts';
import { parseMarkdown, type MarkNode } from '../../../sandbox/page/card/markdown/tree.ts';

/** A tree as one line: kinds with their attributes, words as they stand. */
const line = (nodes: readonly MarkNode[]): string => nodes.map(({ kind, attrs, text, children }) => {
  if (kind === 'text') return text;
  const given = Object.entries(attrs).map(([name, value]) => ` ${name}=${value}`).join('');
  return `<${kind}${given}>${text}${line(children)}</>`;
}).join('');

describe('card markdown', () => {
  it.each([
    ['bold that ends beside Chinese punctuation', '**粗体：**中文', '<paragraph><strong>粗体：</>中文</>'],
    ['Lark tags with their attributes', "<font color='red'>红<text_tag color=blue>标</text_tag></font>", '<paragraph><font color=red>红<text_tag color=blue>标</></></>'],
    ['an @ of several people', '<at ids=ou_1,ou_2></at>', '<paragraph><at ids=ou_1,ou_2></></>'],
    ['raw text that is not parsed', '<raw>**不**</raw>', '<paragraph>**不**</>'],
    ['the entities of the platform', '&#60;a&#62; &#42; &sim; &#92;', '<paragraph><a> * ~ \\</>'],
    ['a tag that nobody closed ends with its paragraph', "<font color='red'>红\n\n黑", '<paragraph><font color=red>红</></><paragraph>黑</>'],
    ['a closer of nothing is dropped', '甲</font>乙', '<paragraph>甲乙</>'],
    ['HTML stays text', '<img src=x onerror=alert(1)>', '<paragraph><img src=x onerror=alert(1)></>'],
    ['a task list', '- [x] 完\n- [ ] 未', '<bullet_list><list_item task=done>完</><list_item task=open>未</></>'],
    ['an emoji of the platform, and a time that is none', ':OK: 10:30', '<paragraph><emoji>OK</> 10:30</>'],
    ['a picture by its key', '![图](img_v3_1)', '<paragraph><image src=img_v3_1 alt=>图</></>'],
    ['a code block with its language', '```json\n{}\n```', '<fence language=json>{}\n</>'],
    ['one Enter breaks the line', '甲\n乙', '<paragraph>甲<softbreak></>乙</>'],
  ])('reads %s', (_name, source, wanted) => {
    expect(line(parseMarkdown(source))).toBe(wanted);
  });
});

describe('a local date and time', () => {
  const moment = Date.parse('2019-03-14T16:42:53Z');
  it.each([
    ['date_num', '2019-03-15', '2019-03-15'], ['date_short', '3月15日', 'Mar 15'], ['date', '2019年3月15日', 'Mar 15, 2019'], ['week', '星期五', 'Friday'],
    ['week_short', '周五', 'Fri'], ['time', '00:42', '00:42'], ['time_sec', '00:42:53', '00:42:53'], ['timezone', 'GMT+8:00', 'GMT+8:00'], ['unheard_of', '2019-03-15', '2019-03-15'],
  ])('as %s is %s, in English %s', (format, chinese, english) => {
    expect([localTime(moment, format, 'zh_cn'), localTime(moment, format, 'en_us')]).toEqual([chinese, english]);
  });

  it('of a moment that is none is empty', () => expect(localTime(Number.NaN, 'date', 'zh_cn')).toBe(''));
});

describe('the language of a card', () => {
  const text = { tag: 'plain_text', content: '中', i18n_content: { en_us: 'English' } };
  it('is that of the viewer where the card has it', () => {
    expect(localise({ header: { title: text } }, 'en_us')).toMatchObject({ header: { title: { content: 'English' } } });
  });
  it('is the default where the card lacks it or does not allow it', () => {
    expect(localise({ header: { title: text } }, 'ja_jp')).toMatchObject({ header: { title: { content: '中' } } });
    expect(localise({ config: { locales: ['zh_cn'] }, header: { title: text } }, 'en_us')).toMatchObject({ header: { title: { content: '中' } } });
  });
  it('is that of the page in the line of the chat list too', () => {
    const content = { config: { summary: { content: '', i18n_content: { zh_cn: '摘要', en_us: 'Summary' } } } };
    expect(summaryOf({ recalled: false, type: 'interactive', content })).toBe('摘要');
  });
  it('changes nothing that a bot gets to see again', () => {
    const behaviors = [{ type: 'callback', value: { content: '中', i18n_content: { en_us: 'English' } } }];
    expect(localise({ body: { elements: [{ tag: 'button', behaviors }] } }, 'en_us')).toEqual({ body: { elements: [{ tag: 'button', behaviors }] } });
  });
});

describe('cells of a table', () => {
  it.each([[1234.5, { precision: 2, symbol: '¥', separator: true }, '¥1,234.50'], [1234.5, {}, '1234.5'], ['', {}, ''], ['不详', {}, '不详'], [0, { symbol: '%' }, '%0']])('write the number %s by %j as %s', (value, format, wanted) => {
    expect(numberText(value, format)).toBe(wanted);
  });
  it.each([['', '2026/11/24'], ['YYYY年MM月DD日 HH:mm:ss', '2026年11月24日 15:20:42'], ['YY-M-D', '26-11-24']])('write a day by 「%s」 as %s', (format, wanted) => {
    expect(dateText(Date.parse('2026-11-24T15:20:42+08:00'), format)).toBe(wanted);
  });
});
