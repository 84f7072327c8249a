import { describe, expect, it } from 'vitest';
import { again } from '../../cards/asked/again.ts';
import { approvals } from '../../cards/asked/approvals.ts';
import { basis } from '../../cards/asked/basis.ts';
import { digest } from '../../cards/asked/digest.ts';
import { fault } from '../../cards/kit/fault.ts';
import { fileFirst } from '../../cards/matter/intake/file-first.ts';
import { found } from '../../cards/asked/found.ts';
import { help } from '../../cards/asked/help.ts';
import type { lists } from '../../cards/index.ts';
import type { Card } from '../../cards/kit/kit.ts';
import { campaigns } from '../../cards/asked/campaigns.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { mine } from '../../cards/asked/mine.ts';
import { accessLog } from '../../cards/reporter/access-log.ts';
import { identity } from '../../cards/reporter/identity.ts';
import { pick } from '../../cards/asked/pick.ts';
import { needs } from '../../cards/matter/intake/needs.ts';
import { reminders, remindersSaved } from '../../cards/asked/reminders.ts';
import { enlarged } from '../../cards/kit/large.ts';
import { secret } from '../../cards/matter/intake/secret.ts';
import { stale } from '../../cards/kit/stale.ts';
import { todo } from '../../cards/asked/todo.ts';
import { safety, urgent } from '../../cards/matter/intake/urgent.ts';
import { welcome } from '../../cards/asked/welcome.ts';
import { cardFault } from '../../sandbox/card/validate.ts';
import type { Document } from '../../src/domain/document.ts';
import { dutiesOf, type Duty } from '../../src/domain/duties.ts';
import codes from '../../src/domain/data/codes.json' with { type: 'json' };
import { preserve } from '../../cards/asked/preserve.ts';
import { snoozeChoices, usualPreferences } from '../../src/domain/push/push.ts';
import { readLead } from '../../src/domain/intake/intake.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { bareDate, byteSize, elementCount, markdowns, plainButtons, tagged, taps, texts, unwanted } from './inspect.ts';
import { branchSamples } from './branch-samples.ts';
import { clerk, matterSamples } from './samples.ts';
import { world } from './town.ts';

const samples = matterSamples();
const now = new Date('2026-11-24T09:00:00+08:00');
const evil = '<at id=all></at>**x**';
const phone = '0477-8580000';
const docs = Object.values(samples).map((sample) => sample.doc as Document<Matter>);
const registered = docs.find((doc) => doc.state === 'registered') as Document<Matter>;
const duty = (dueDate: string, at = 0): Duty => ({ doc: { ...registered, id: `d${at}` }, verb: '转办', no: registered.no, card: 'triage', face: '', dueDate, dueAt: '', urgentHours: false });
const poisoned = docs.map((doc) => ({ ...doc, data: { ...doc.data, project: evil, named: [evil], told: evil } }));
const ask = (question: string) => basis({ question, reading: readLead(question, { now }) });

const running = Object.values(branchSamples()).flatMap(({ doc }) => (doc.kind === 'campaign' ? [{ ...doc, data: { ...(doc.data as Campaign), title: evil } } as Document<Campaign>] : []));

const drawn: Record<keyof typeof lists, Card[]> = {
  'access-log': [accessLog({ openings: [] })],
  identity: [identity({ no: registered.no, openId: 'ou_1', name: '', organ: '' })],
  again: [...poisoned.map((matter) => again({ matter, message: 'om_1', words: evil, now })), again({ matter: { ...registered, createdAt: now.toISOString() }, message: 'om_1', words: '', now })],
  approvals: [approvals({ now, duties: Array.from({ length: 11 }, (_, at) => ({ ...duty('2026-11-27', at), card: 'approval', verb: '移送审批' })) })],
  basis: [ask('串通投标归谁管'), ask('学校综合楼的标转包怎么处理'), ask(evil), ...Object.keys(codes.violation).map((code) => ask(`${code}|`)), ...Object.keys(codes.category).map((code) => ask(`CT|${code}`))],
  campaigns: [campaigns({ list: running, card: 'campaign' }), campaigns({ list: running.slice(0, 1), card: 'campaign-part' }), campaigns({ list: [], card: 'campaign-part' })],
  digest: [digest({ now, calendar: world.calendar, duties: Array.from({ length: 12 }, (_, at) => duty(`2026-11-${String(20 + at % 10)}`, at)) })],
  fault: [fault({ number: '7F21C9', typed: { facts: evil, organs: ['甲', '乙'] } }), fault({ number: '7F21C9', saved: true, again: { do: 'ask', what: 'todo' } })],
  'file-first': [fileFirst({ count: 3 })],
  found: [found({ query: evil, matters: poisoned }), found({ query: evil, matters: [] })],
  help: [help({ phone })],
  mine: [mine({ matters: poisoned, angry: true }), mine({ matters: [], angry: false })],
  needs: [needs({ questions: ['是哪个项目？'], words: evil }), needs({ questions: [], words: '' })],
  pick: [pick({ ask: '要撤回哪一件？', matters: poisoned, tap: ({ id }) => ({ do: 'ask', what: 'supplement', arg: id }) })],
  preserve: [preserve({ message: 'om_1', count: 2, matters: docs.slice(0, 10).map((doc) => ({ id: doc.id, no: doc.no, project: evil })) })],
  reminders: [reminders({ prefs: usualPreferences }), reminders({ prefs: { ...usualPreferences, large: true }, item: { kind: 'forward', id: 'f', no: 'XS-20261123-0001', choices: snoozeChoices('2026-11-27', { now, calendar: world.calendar }) } }), remindersSaved(usualPreferences, '明天 09:00'), enlarged(help({ phone }))],
  secret: [secret({ at: '2026-11-24T01:05:00.000Z', now: new Date('2026-11-24T10:06:00+08:00') }), secret({ at: '2026-11-20T01:05:00.000Z', now })],
  stale: [stale(registered, 'triage'), ...docs.map((doc) => stale(doc, 'intake'))],
  todo: [todo({ now, calendar: world.calendar, duties: [] }), todo({ now, calendar: world.calendar, duties: Array.from({ length: 30 }, (_, at) => duty(`2026-11-${String(10 + at % 20)}`, at)) })],
  safety: [safety({ phone })],
  urgent: [urgent({ phone, told: ['市交易中心值班', '市住建局值班'] }), urgent({ phone, told: [] })],
  welcome: [welcome({ duties: 0, phone }), welcome({ duties: 4, phone })],
};
const all = Object.entries(drawn).flatMap(([name, cards]) => cards.map((card, at) => ({ name: `${name} ${at}`, card })));

describe('every list and notice', () => {
  it.each(all)('$name is legal, small and in our words', ({ card }) => {
    expect(cardFault(card)).toBeUndefined();
    expect(byteSize(card)).toBeLessThan(24_000);
    expect(elementCount(card)).toBeLessThan(161);
    expect(plainButtons(card).length).toBeLessThan(4);
    expect(plainButtons(card).filter((button) => button['type'] === 'primary_filled').length).toBeLessThan(2);
    expect(texts(card).filter((text) => unwanted.test(text) || bareDate.test(text))).toEqual([]);
    expect(markdowns(card).filter((text) => text.includes('<at') || text.includes('**x**'))).toEqual([]);
    expect([...(card.header as { title: { content: string } }).title.content].length).toBeLessThan(21);
    expect(JSON.stringify(card.config)).not.toContain('<at');
  });

  it('no list does an act: it only shows or asks', () => {
    expect(all.flatMap(({ card }) => taps(card)).filter((tap) => tap.do === 'act')).toEqual([]);
  });

  it('asks only for what the bot can answer', () => {
    const known = ['urgent', 'reminders', 'reply', 'supplement', 'again', 'greeting', 'help', 'report', 'todo', 'mine', 'progress', 'basis', 'meetings', 'delegate', 'continue', 'discardFiles', 'open', 'paper', 'files', 'package', 'preserve', 'act'];
    expect(all.flatMap(({ card }) => taps(card)).filter((tap) => tap.do === 'ask' && !known.includes(tap.what))).toEqual([]);
  });
});

describe('K31: 我的待办', () => {
  const rows = (duties: Duty[]) => texts(todo({ now, calendar: world.calendar, duties }));

  it('groups by urgency, overdue on top, and shows eight', () => {
    const shown = rows([duty('2026-12-10', 1), duty('2026-11-24', 2), duty('2026-11-20', 3), duty('2026-11-26', 4)]);
    const order = ['已过期限', '今天到期', '三个工作日内', '以后'].map((group) => shown.findIndex((text) => text.startsWith(group)));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((at) => at >= 0)).toBe(true);
    const many = todo({ now, calendar: world.calendar, duties: Array.from({ length: 20 }, (_, at) => duty('2026-12-10', at)) });
    expect(tagged(many, 'interactive_container')).toHaveLength(8);
    expect(texts(many).join()).toContain('还有 12 件');
  });
  it('says today and dates with their weekday', () => {
    expect(rows([duty('2026-11-24')]).join()).toContain('今天 24:00 前');
    expect(rows([duty('2026-12-10')]).join()).toContain('12月10日（周四）前');
  });
  it('starts with the most urgent', () => {
    const card = todo({ now, calendar: world.calendar, duties: [duty('2026-12-10', 1), duty('2026-11-20', 2)] });
    expect(taps(card).filter((tap) => tap.do === 'ask' && tap.arg === 'matter|d2|triage|')).toHaveLength(2);
  });
  it('with nothing to do says so and offers 我报的', () => {
    expect(rows([]).join()).toContain('现在没有需要您办理的事项。');
  });
  it('names the duty that a registered matter is for its clerk', () => {
    const own = dutiesOf(registered, clerk, { directory: world.directory, now });
    expect(texts(todo({ now, calendar: world.calendar, duties: own })).join()).toContain(`转办　${registered.no}　11月25日（周三）前`);
  });
});

describe('K25, K26, K32, K34, K45, K46, K49', () => {
  it('nothing found and nothing one may see look the same (E-902)', () => {
    expect(texts(found({ query: '青格勒', matters: [] }))).toContain('未找到：青格勒。可以换项目名、编号或单位再试。');
  });
  it('a search names number, state and organ, not the project', () => {
    const card = found({ query: 'C1', matters: docs.filter((doc) => doc.state === 'forwarded') });
    expect(texts(card).join()).toContain('XS-20261123-0001　已转办　市住建局');
    expect(texts(card).join()).not.toContain('青格勒');
  });
  it('the reporter reads what may be told and when a result is to be expected', () => {
    const shown = texts(mine({ matters: docs, angry: false })).join('\n');
    expect(shown).toContain('预计 12月15日（周二）前有结果');
    expect(texts(mine({ matters: docs.filter((doc) => doc.state === 'closed'), angry: false })).join()).toContain('结果：查实部分问题，已依法处理');
  });
  it('an angry reporter gets the facts, no admonition', () => {
    const shown = texts(mine({ matters: docs.slice(0, 2), angry: true })).join();
    expect(shown).toContain('您此前报过 2 件');
    expect(shown).toContain('如果是新的情况');
    expect(shown).not.toMatch(/冷静|抱歉/);
  });
  it('a question is answered without registering anything', () => {
    const card = ask('串通投标归谁管');
    expect(texts(card)).toContain('围标串标：归谁管、怎么办');
    expect(markdowns(card).join()).toContain('由项目的行政监督部门处理；涉嫌犯罪的移送公安');
    expect(texts(card).join()).toContain('这是说明，没有登记线索');
    expect(texts(ask('学校综合楼的标转包怎么处理')).join()).toContain('市住建局');
  });
  it('staff with duties read how many instead of the example', () => {
    expect(texts(welcome({ duties: 4, phone })).join()).toContain('您有 4 件待办');
    expect(texts(welcome({ duties: 0, phone })).join()).toContain('中标的把活整个转给了包工头');
  });
  it('an old card opens the same card and face afresh', () => {
    expect(taps(stale(registered, 'triage', 'scope'))).toEqual([{ do: 'ask', what: 'open', arg: `matter|${registered.id}|triage|scope` }]);
  });
  it('a fault says which half was done, keeps what was typed and names a number', () => {
    expect(texts(fault({ number: '7F21C9', typed: { facts: '三家标书' } })).join()).toMatch(/没有任何改动.*|三家标书/);
    expect(texts(fault({ number: '7F21C9', typed: { facts: '三家标书' } }))).toContain('三家标书');
    expect(texts(fault({ number: '7F21C9', saved: true })).join()).toContain('已保存，后续通知稍后补发');
  });
  it('danger gets 110 first', () => expect(markdowns(urgent({ told: [], phone }))[0]).toContain('110'));
});

describe('the digest of the morning', () => {
  it('counts what is due today, soon and overdue, shows eight and says how many more', () => {
    const card = digest({ now, calendar: world.calendar, duties: ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27', '2026-12-10'].flatMap((day, at) => [duty(day, at), duty(day, at + 10)]) });
    const words = texts(card).map((text) => text.replaceAll('*', ''));
    expect(words).toContain('今天到期 2　三日内 4　已过期限 2');
    expect(taps(card).filter((tap) => tap['do'] === 'ask' && tap['what'] === 'open')).toHaveLength(8 + 1);
    expect(words.join()).toContain('还有 2 件');
  });
});
