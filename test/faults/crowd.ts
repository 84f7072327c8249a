import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import { cardOf, until, type Stand } from './stand.ts';

const buttonsOf = (card: { content: unknown } | undefined): string[] => (card ? glance(card.content).buttons : []);

/** One matter as patient people bring it on its way: reported, registered, claimed, sent to 市住建局. A tap that fails is made again, as a person would. Answers the number. */
export async function bring(stand: Stand, reporter: string, project: string): Promise<string> {
  const { client } = stand;
  await client.say({ as: reporter, to: stand.app, text: `昨天接了个电话，说市本级“${project}”施工标，岚戈建设、沄朔市政两家的标书是同一个人做的，来电人不愿留名字。` });
  const mine = () => cardOf(stand, reporter, (words) => words.includes(project) && /请核对线索信息|已登记/.test(words));
  let no = '';
  await until(async () => {
    const card = await mine();
    no = /XS-\d{8}-\d{4}/.exec(card ? wordsOf(card.content) : '')?.[0] ?? '';
    if (card && buttonsOf(card).includes('确认登记')) await tap(stand, reporter, { message: card.id, text: '确认登记' });
    return no !== '';
  });
  const clerk = stand.person('ggzy-clerk1');
  await until(async () => {
    const desk = await cardOf(stand, clerk, (words) => words.includes(`分办　${no}`));
    if (desk) return true;
    const duty = await cardOf(stand, clerk, (words) => words.includes(`新来件　${no}`));
    if (duty && buttonsOf(duty).includes('我来办')) await tap(stand, clerk, { message: duty.id, text: '我来办' });
    return false;
  });
  const liaison = stand.person('zjj-liaison');
  await until(async () => {
    if (await cardOf(stand, liaison, (words) => words.includes('转办单') && words.includes(no))) return true;
    const desk = await cardOf(stand, clerk, (words) => words.includes(`分办　${no}`));
    const days = desk ? /"(15:\d{4}-\d{2}-\d{2})"/.exec(JSON.stringify(desk.content))?.[1] : undefined;
    if (desk && days && buttonsOf(desk).includes('转办')) await tap(stand, clerk, { message: desk.id, text: '转办', form: { organs: ['ZJJ'], days } });
    return false;
  });
  return no;
}

async function tap(stand: Stand, as: string, at: { message: string; text: string; form?: Record<string, string | string[]> }): Promise<void> {
  await stand.client.tap({ as, message: at.message, at: { text: at.text }, confirmed: true, ...(at.form ? { form: at.form } : {}) }).catch((fault: Error) => {
    // The card may have changed between look and tap, and then the sandbox says so.
    if (!/40[0-9]/.test(fault.message)) throw fault;
  });
}

/** How often each card and file stands in a person's chats, by what names it; whatever appears twice was sent twice. */
export async function twice(stand: Stand, as: string): Promise<string[]> {
  const messages = (await stand.client.messages(as, { limit: 500 })).filter((message) => message.from.bot && !message.recalled);
  const names = messages.map((message) => {
    if (message.type !== 'interactive') return `${message.chat} ${JSON.stringify(message.content).replace(/"file_key":"[^"]*"/, '')}`;
    const words = JSON.stringify(message.content);
    const numbers = [...new Set(words.match(/XS-\d{8}-\d{4}|鄂公资转〔\d{4}〕\d+号/g))].sort().join(' ');
    return `${message.chat} ${glance(message.content).title.split('｜')[0]} ${numbers} ${words.includes('已失效') ? message.id : ''}`;
  });
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** Where a bot's message or file was sent more than once under one uuid and yet stands there twice; by the calls that the platform logged. */
export async function resent(stand: Stand): Promise<string[]> {
  const log = await stand.client.log({ limit: 5_000 });
  const made = new Map<string, Set<string>>();
  for (const entry of log) {
    if (entry.kind !== 'call' || !/\/im\/v1\/messages(\?|$)/.test(entry.path ?? '') || entry.method !== 'POST' || entry.status !== 200) continue;
    const uuid = /"uuid":"([^"]+)"/.exec(JSON.stringify(entry.request))?.[1];
    const message = /"message_id":"([^"]+)"/.exec(JSON.stringify(entry.response))?.[1];
    if (uuid && message) made.set(uuid, (made.get(uuid) ?? new Set()).add(message));
  }
  return [...made].filter(([, messages]) => messages.size > 1).map(([uuid]) => uuid);
}
