import type { Locator, Page } from 'playwright-core';
import { plain, tells } from './card-desk.ts';

/** What a case needs to know of the stage. */
export interface TapGround {
  people: { wl: string; bt: string; qq: string };
  images: string[];
}

/** One component: how it is written, how a person uses it, and what must reach the bot. */
export interface TapCase {
  name: string;
  component: (ground: TapGround) => Record<string, unknown>;
  use: (card: Locator, page: Page) => Promise<void>;
  /** Inside `action`, or the value in `form_value`. */
  sends: (ground: TapGround) => unknown;
}

const option = (value: string, words: string) => ({ text: plain(words), value });
const zone = 'Asia/Shanghai';

async function pickFrom(card: Locator, page: Page, [field, words]: [field: RegExp, words: string[]]): Promise<void> {
  await card.getByRole('button', { name: field }).click();
  for (const each of words) await page.getByRole('option', { name: each }).click();
}

async function pickTime(page: Page, hour: string, minute: string): Promise<void> {
  await page.getByRole('combobox', { name: '时' }).selectOption(hour);
  await page.getByRole('combobox', { name: '分' }).selectOption(minute);
  await page.getByRole('button', { name: '确定' }).click();
}

const day = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

/** Components that call back by themselves (contract 6.2, outside a form). */
export const outside: TapCase[] = [
  { name: 'button', component: () => ({ tag: 'button', text: plain('办理'), behaviors: tells('go') }), use: (card) => card.getByRole('button', { name: '办理' }).click(), sends: () => ({ tag: 'button', value: { act: 'go' }, timezone: zone }) },
  {
    name: 'button with a confirm question',
    component: () => ({ tag: 'button', text: plain('作废'), confirm: { title: plain('作废？'), text: plain('不能恢复。') }, behaviors: tells('void') }),
    use: async (card, page) => {
      await card.getByRole('button', { name: '作废' }).click();
      await page.getByRole('dialog', { name: '作废？' }).getByRole('button', { name: '确认' }).click();
    },
    sends: () => ({ tag: 'button', value: { act: 'void' }, timezone: zone }),
  },
  {
    name: 'overflow', component: () => ({ tag: 'overflow', options: [option('pass', '转出'), option('later', '稍后')], behaviors: tells('more') }),
    use: async (card, page) => {
      await card.getByRole('button', { name: '更多操作' }).click();
      await page.getByRole('button', { name: '稍后' }).click();
    },
    sends: () => ({ tag: 'overflow', option: 'later', value: { act: 'more' } }),
  },
  { name: 'select_static', component: () => ({ tag: 'select_static', placeholder: plain('类别'), options: [option('a', '甲类'), option('b', '乙类')], behaviors: tells('kind') }), use: (card, page) => pickFrom(card, page, [/类别/, ['乙类']]), sends: () => ({ tag: 'select_static', option: 'b', value: { act: 'kind' } }) },
  { name: 'select_person', component: ({ people }) => ({ tag: 'select_person', placeholder: plain('谁来'), options: [{ value: people.bt }, { value: people.qq }], behaviors: tells('who') }), use: (card, page) => pickFrom(card, page, [/谁来/, ['其其格']]), sends: ({ people }) => ({ tag: 'select_person', option: people.qq, value: { act: 'who' } }) },
  {
    name: 'date_picker', component: () => ({ tag: 'date_picker', placeholder: plain('哪天'), initial_date: '2026-11-10', behaviors: tells('day') }),
    use: async (card, page) => {
      await card.getByRole('button', { name: /哪天/ }).click();
      await day(page, '2026年11月18日（周三）');
    },
    sends: () => ({ tag: 'date_picker', option: '2026-11-18 +0800', timezone: zone, value: { act: 'day' } }),
  },
  {
    name: 'picker_time', component: () => ({ tag: 'picker_time', placeholder: plain('几点'), behaviors: tells('time') }),
    use: async (card, page) => {
      await card.getByRole('button', { name: /几点/ }).click();
      await pickTime(page, '05', '05');
    },
    sends: () => ({ tag: 'picker_time', option: '05:05 +0800', timezone: zone, value: { act: 'time' } }),
  },
  {
    name: 'picker_datetime', component: () => ({ tag: 'picker_datetime', placeholder: plain('何时'), initial_datetime: '2026-11-10 08:00', behaviors: tells('moment') }),
    use: async (card, page) => {
      await card.getByRole('button', { name: /何时/ }).click();
      await day(page, '2026年11月18日（周三）');
      await pickTime(page, '19', '19');
    },
    sends: () => ({ tag: 'picker_datetime', option: '2026-11-18 19:19 +0800', timezone: zone, value: { act: 'moment' } }),
  },
  {
    name: 'input', component: () => ({ tag: 'input', name: 'note', label: plain('备注'), behaviors: tells('note') }),
    use: async (card, page) => {
      await card.getByLabel('备注').fill('现场看过');
      await page.keyboard.press('Enter');
    },
    sends: () => ({ tag: 'input', name: 'note', input_value: '现场看过', value: { act: 'note' } }),
  },
  {
    name: 'input of several lines, by its tick', component: () => ({ tag: 'input', name: 'lines', label: plain('说明'), input_type: 'multiline_text', behaviors: tells('lines') }),
    use: async (card) => {
      await card.getByLabel('说明').fill('一\n二');
      await card.getByRole('button', { name: '提交输入' }).click();
    },
    sends: () => ({ tag: 'input', name: 'lines', input_value: '一\n二', value: { act: 'lines' } }),
  },
  { name: 'checker', component: () => ({ tag: 'checker', text: plain('已办'), behaviors: tells('check') }), use: (card) => card.getByLabel('已办').click(), sends: () => ({ tag: 'checker', checked: true, value: { act: 'check' } }) },
  { name: 'button inside a checker', component: () => ({ tag: 'checker', text: plain('一件'), button_area: { buttons: [{ tag: 'button', type: 'text', text: plain('详情'), behaviors: tells('detail') }] } }), use: (card) => card.getByRole('button', { name: '详情' }).click(), sends: () => ({ tag: 'button', value: { act: 'detail' }, timezone: zone }) },
  { name: 'select_img', component: ({ images }) => ({ tag: 'select_img', options: images.map((key, at) => ({ img_key: key, value: `p${at + 1}` })), behaviors: tells('picture') }), use: (card) => card.getByRole('button', { name: '图片 2' }).click(), sends: () => ({ tag: 'select_img', options: ['p2'], value: { act: 'picture' } }) },
  { name: 'interactive_container', component: () => ({ tag: 'interactive_container', behaviors: tells('row'), elements: [{ tag: 'markdown', content: '第一行' }] }), use: (card) => card.getByRole('button', { name: '第一行' }).click(), sends: () => ({ tag: 'interactive_container', value: { act: 'row' } }) },
  { name: 'button inside an interactive_container', component: () => ({ tag: 'interactive_container', behaviors: tells('row'), elements: [{ tag: 'button', text: plain('里面'), behaviors: tells('inner') }] }), use: (card) => card.getByRole('button', { name: '里面', exact: true }).last().click(), sends: () => ({ tag: 'button', value: { act: 'inner' }, timezone: zone }) },
];

/** Components as they stand in `form_value` (contract 6.2, in a form). */
export const inside: TapCase[] = [
  { name: 'input', component: () => ({ tag: 'input', label: plain('内容') }), use: (card) => card.getByLabel('内容').fill('两处'), sends: () => '两处' },
  { name: 'input left empty', component: () => ({ tag: 'input', label: plain('内容') }), use: () => Promise.resolve(), sends: () => '' },
  { name: 'input of several lines', component: () => ({ tag: 'input', label: plain('内容'), input_type: 'multiline_text', auto_resize: true, max_rows: 4 }), use: (card) => card.getByLabel('内容').fill('一\n二'), sends: () => '一\n二' },
  { name: 'password', component: () => ({ tag: 'input', label: plain('口令'), input_type: 'password' }), use: (card) => card.getByLabel('口令').fill('s3cret'), sends: () => 's3cret' },
  { name: 'select_static', component: () => ({ tag: 'select_static', placeholder: plain('类别'), options: [option('a', '甲类'), option('b', '乙类')] }), use: (card, page) => pickFrom(card, page, [/类别/, ['甲类']]), sends: () => 'a' },
  { name: 'select_static with a first choice', component: () => ({ tag: 'select_static', initial_index: 2, options: [option('a', '甲类'), option('b', '乙类')] }), use: () => Promise.resolve(), sends: () => 'b' },
  {
    name: 'multi_select_static', component: () => ({ tag: 'multi_select_static', placeholder: plain('多选'), selected_values: ['c'], options: [option('a', '甲类'), option('b', '乙类'), option('c', '丙类')] }),
    use: async (card, page) => {
      await pickFrom(card, page, [/多选/, ['甲类', '乙类', '丙类']]);
      await page.getByRole('button', { name: '确定' }).click();
    },
    sends: () => ['a', 'b'],
  },
  { name: 'select_person of the whole chat', component: () => ({ tag: 'select_person', placeholder: plain('谁来') }), use: (card, page) => pickFrom(card, page, [/谁来/, ['王磊']]), sends: ({ people }) => people.wl },
  {
    name: 'multi_select_person', component: ({ people }) => ({ tag: 'multi_select_person', placeholder: plain('参加人'), options: [{ value: people.bt }, { value: people.qq }] }),
    use: async (card, page) => {
      await pickFrom(card, page, [/参加人/, ['巴特尔', '其其格']]);
      await page.getByRole('button', { name: '确定' }).click();
    },
    sends: ({ people }) => [people.bt, people.qq],
  },
  { name: 'date_picker with a first day', component: () => ({ tag: 'date_picker', initial_date: '2026-12-01' }), use: () => Promise.resolve(), sends: () => '2026-12-01 +0800' },
  {
    name: 'picker_time', component: () => ({ tag: 'picker_time', placeholder: plain('几点') }),
    use: async (card, page) => {
      await card.getByRole('button', { name: /几点/ }).click();
      await pickTime(page, '09', '30');
    },
    sends: () => '09:30 +0800',
  },
  { name: 'picker_datetime with a first moment', component: () => ({ tag: 'picker_datetime', initial_datetime: '2026-12-01 09:00' }), use: () => Promise.resolve(), sends: () => '2026-12-01 09:00 +0800' },
  { name: 'checker', component: () => ({ tag: 'checker', text: plain('已核对') }), use: (card) => card.getByLabel('已核对').click(), sends: () => true },
  { name: 'checker left alone', component: () => ({ tag: 'checker', text: plain('已核对') }), use: () => Promise.resolve(), sends: () => false },
  { name: 'select_img, one', component: ({ images }) => ({ tag: 'select_img', options: images.map((key, at) => ({ img_key: key, value: `p${at + 1}` })) }), use: (card) => card.getByRole('button', { name: '图片 1', exact: true }).click(), sends: () => 'p1' },
  {
    name: 'select_img, several', component: ({ images }) => ({ tag: 'select_img', multi_select: true, options: images.map((key, at) => ({ img_key: key, value: `p${at + 1}` })) }),
    use: async (card) => {
      await card.getByRole('button', { name: '图片 1', exact: true }).click();
      await card.getByRole('button', { name: '图片 2', exact: true }).click();
    },
    sends: () => ['p1', 'p2'],
  },
];

/** The same by keyboard alone: the focus is on the component's first control. */
export const byKeyboard: { name: string; component: (ground: TapGround) => Record<string, unknown>; keys: string[]; sends: (ground: TapGround) => unknown }[] = [
  { name: 'select_static', component: () => ({ tag: 'select_static', options: [option('a', '甲类'), option('b', '乙类')], behaviors: tells('k') }), keys: ['Enter', 'ArrowDown', 'Enter'], sends: () => ({ option: 'b' }) },
  { name: 'select_static with a search by pinyin', component: () => ({ tag: 'select_static', options: ['房建', '市政', '水利', '交通', '电力', '绿化'].map((words) => option(words, words)), behaviors: tells('k') }), keys: ['Enter', 's', 'l', 'Enter'], sends: () => ({ option: '水利' }) },
  { name: 'select_person', component: ({ people }) => ({ tag: 'select_person', options: Object.values(people).map((value) => ({ value })), behaviors: tells('k') }), keys: ['Enter', 'q', 'q', 'g', 'Enter'], sends: ({ people }) => ({ option: people.qq }) },
  { name: 'date_picker', component: () => ({ tag: 'date_picker', initial_date: '2026-11-10', behaviors: tells('k') }), keys: ['Enter', 'ArrowDown', 'ArrowRight', 'Enter'], sends: () => ({ option: '2026-11-18 +0800' }) },
  { name: 'picker_time', component: () => ({ tag: 'picker_time', initial_time: '09:30', behaviors: tells('k') }), keys: ['Enter', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'Tab', 'Enter'], sends: () => ({ option: '10:31 +0800' }) },
  { name: 'picker_datetime', component: () => ({ tag: 'picker_datetime', initial_datetime: '2026-11-10 08:00', behaviors: tells('k') }), keys: ['Enter', 'PageDown', 'Enter', 'Tab', 'ArrowDown', 'Tab', 'Tab', 'Tab', 'Enter'], sends: () => ({ option: '2026-12-01 09:00 +0800' }) },
  { name: 'overflow', component: () => ({ tag: 'overflow', options: [option('pass', '转出'), option('later', '稍后')] }), keys: ['Enter', 'ArrowDown', 'Enter'], sends: () => ({ option: 'later' }) },
  { name: 'checker', component: () => ({ tag: 'checker', text: plain('已办'), behaviors: tells('k') }), keys: ['Space'], sends: () => ({ checked: true }) },
  { name: 'select_img', component: ({ images }) => ({ tag: 'select_img', options: images.map((key, at) => ({ img_key: key, value: `p${at + 1}` })), behaviors: tells('k') }), keys: ['Tab', 'Enter'], sends: () => ({ options: ['p2'] }) },
  { name: 'interactive_container', component: () => ({ tag: 'interactive_container', behaviors: tells('row'), elements: [{ tag: 'markdown', content: '一行' }] }), keys: ['Enter'], sends: () => ({ value: { act: 'row' } }) },
];

/** The two selects that stand in forms only, by keyboard alone: open, choose two, close, go on to the submit button. */
export const byKeyboardInForm: { name: string; component: (ground: TapGround) => Record<string, unknown>; keys: string[]; sends: (ground: TapGround) => unknown }[] = [
  { name: 'multi_select_static', component: () => ({ tag: 'multi_select_static', options: [option('a', '甲类'), option('b', '乙类'), option('c', '丙类')] }), keys: ['Enter', 'Enter', 'ArrowDown', 'ArrowDown', 'Enter', 'Escape', 'Tab', 'Enter'], sends: () => ['a', 'c'] },
  { name: 'multi_select_person', component: ({ people }) => ({ tag: 'multi_select_person', options: Object.values(people).map((value) => ({ value })) }), keys: ['Enter', 'b', 't', 'e', 'Enter', 'ArrowDown', 'Escape', 'Tab', 'Enter'], sends: ({ people }) => [people.bt] },
];
