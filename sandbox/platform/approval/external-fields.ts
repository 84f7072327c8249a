import { digits, fields, list, text, type Fields } from '../../json.ts';
import { fail } from '../errors.ts';

const statuses = ['PENDING', 'APPROVED', 'REJECTED', 'CANCELED', 'DELETED', 'HIDDEN', 'TERMINATED'];
const taskStatuses = ['PENDING', 'APPROVED', 'REJECTED', 'TRANSFERRED', 'DONE'];
const displays = ['BROWSER', 'SIDEBAR', 'NORMAL', 'TRUSTEESHIP'];
const locales = ['zh-CN', 'en-US', 'ja-JP'];
const MOST_TASKS = 300;
const MOST_CC = 200;

/** 1390001 naming what is wrong. */
export function invalid(what: string): Error {
  return fail(1390001, { message: `param is invalid: ${what}` });
}

/** The texts of the default language by key; 1390001 without exactly one default. */
export function dictionary(body: Fields): Map<string, string> {
  const resources = list(body['i18n_resources']).map(fields);
  const defaults = resources.filter((each) => each['is_default'] === true);
  if (defaults.length !== 1 || resources.some((each) => !locales.includes(text(each['locale'])))) throw invalid('i18n_resources');
  return new Map(
    list(defaults[0]?.['texts'])
      .map(fields)
      .map((entry) => [text(entry['key']), text(entry['value'])]),
  );
}

/** Checks that what people read is given as `@i18n@…` keys that the default language has; '' stands for nothing. */
export function checkWords(words: Map<string, string>, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    const key = text(value);
    if (key !== '' && (!key.startsWith('@i18n@') || !words.has(key))) throw invalid(`${name} must be an @i18n@ key of i18n_resources`);
  }
}

/** A time in ms as a number, 0 for none; 1390001 for anything else. */
export function time(value: unknown, name: string): number {
  const stamp = digits(value) || '0';
  if (!/^(0|\d{13})$/.test(stamp)) throw invalid(`${name} must be milliseconds`);
  return Number(stamp);
}

function checkTask(task: Fields, words: Map<string, string>): void {
  if (text(task['task_id']) === '' || !taskStatuses.includes(text(task['status']))) throw invalid('task_list');
  if (text(task['open_id']) === '' && text(task['user_id']) === '') throw invalid('task_list.user_id');
  checkWords(words, { 'task_list.title': task['title'] });
  for (const name of ['create_time', 'end_time', 'update_time']) time(task[name], `task_list.${name}`);
  for (const config of list(task['action_configs']).map(fields)) {
    if (!['APPROVE', 'REJECT'].includes(text(config['action_type'])) && text(config['action_name']) === '') throw invalid('action_configs');
    checkWords(words, { action_name: config['action_name'] });
  }
}

/** Checks a third-party instance as it is synchronised; throws 1390001. */
export function checkInstance(body: Fields): void {
  const words = dictionary(body);
  if (text(body['instance_id']) === '') throw invalid('instance_id');
  if (!statuses.includes(text(body['status']))) throw invalid('status');
  if (!URL.canParse(text(fields(body['links'])['pc_link']))) throw invalid('links.pc_link');
  if (['open_id', 'user_id', 'user_name'].every((name) => text(body[name]) === '')) throw invalid('user_id');
  if (time(body['update_time'], 'update_time') === 0 || time(body['start_time'], 'start_time') === 0) throw invalid('update_time');
  time(body['end_time'], 'end_time');
  if (!['', 'REPLACE', 'UPDATE'].includes(text(body['update_mode']))) throw invalid('update_mode');
  if (!['', ...displays].includes(text(body['display_method']))) throw invalid('display_method');
  checkWords(words, { title: body['title'], user_name: body['user_name'], department_name: body['department_name'] });
  for (const row of list(body['form']).map(fields)) checkWords(words, { 'form.name': row['name'], 'form.value': row['value'] });
  const tasks = list(body['task_list']).map(fields);
  if (tasks.length > MOST_TASKS || list(body['cc_list']).length > MOST_CC) throw invalid('too many tasks or copies');
  for (const task of tasks) checkTask(task, words);
}
