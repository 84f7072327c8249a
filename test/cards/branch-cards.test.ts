import { describe, expect, it } from 'vitest';
import type { Card, Tap } from '../../cards/kit/kit.ts';
import { cardFault } from '../../sandbox/card/validate.ts';
import { actsOpenTo, decide } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { boldLines, buttonTexts, byteSize, elementCount, markdowns, nodes, plainButtons, tagged, taps, texts, unwanted } from './inspect.ts';
import { cardsOf, drawn, part, registered, walk, withWords, type Drawn } from './branch-walk.ts';
import { rowsOf } from './branch-rows.ts';
import { staff } from './stage.ts';
import { world } from './town.ts';

const all = walk();
const once = [...new Map(all.map((one) => [JSON.stringify(one.card), one])).values()];
const wrong = (bad: (card: Card, one: Drawn) => boolean, among: readonly Drawn[] = once): string[] => among.filter((one) => bad(one.card, one)).map(({ name }) => name);
const open = once.filter(({ card }) => plainButtons(card).length > 0);

type Act = Extract<Tap, { do: 'act' }>;
const actsOn = (card: Card): Act[] => taps(card).filter((tap): tap is Act => tap?.do === 'act');
const target = ({ sample }: Drawn, id: string): Document | undefined => [sample.doc, ...sample.related].find((doc) => doc.id === id);

describe('what a card of the parts offers', () => {
  it('is never refused for role or state, whoever looks and whatever happened', () => {
    const refused = all.flatMap((one) => actsOn(one.card).filter((tap) => {
      const doc = target(one, tap.id);
      if (!doc) return true;
      const asker = staff(one.viewer.group ? 'ggzy-secretary' : one.viewer.id);
      return !actsOpenTo(flows[doc.kind], { doc, by: asker, world: { ...world, now: one.sample.now } }).some(({ act }) => act === tap.act);
    }).map((tap) => `${one.name}: ${tap.act}`));
    expect(refused).toEqual([]);
    expect(all.flatMap(({ card }) => actsOn(card)).length).toBeGreaterThan(400);
  });

  it('carries the round it was drawn in and input that no authority guard refuses', () => {
    const denied = new Set(['E-203', 'E-406', 'E-408', 'E-801', 'E-900', 'E-901', 'E-902', 'E-207', 'E-301', 'E-302', 'stale']);
    const refused = all.flatMap((one) => actsOn(one.card).filter((tap) => {
      const doc = target(one, tap.id);
      if (!doc) return true;
      const by = staff(one.viewer.group ? 'ggzy-secretary' : one.viewer.id);
      const command = { kind: doc.kind, id: doc.id, act: tap.act, by, input: tap.input ?? {}, cause: 'try', ...(tap.seen === undefined ? {} : { seen: tap.seen }) };
      const decision = decide(flows[doc.kind], { doc, command, world: { ...world, now: one.sample.now, numbers: {} } });
      return decision.kind === 'refused' && denied.has(decision.refusal.code);
    }).map((tap) => `${one.name}: ${tap.act}`));
    expect(refused).toEqual([]);
  });

  it('covers every act that people may do on the parts', () => {
    const offered = new Set(all.flatMap(({ card }) => actsOn(card)).map((tap) => `${tap.kind}.${tap.act}`));
    const byHand = (['forward', 'referral', 'transfer', 'meeting', 'joint', 'complaint', 'campaign'] as const).flatMap((kind) => flows[kind].rows
      .filter((row) => !row.by.every((role) => role === 'system' || role === 'clock')).map((row) => `${kind}.${row.act}`));
    expect([...new Set(byHand)].filter((act) => !offered.has(act))).toEqual(['referral.attach', 'transfer.attachReceipt', 'campaign.open']);
  });

  it('is shown on every other face only to cards of the registry', () => {
    const shows = all.flatMap(({ card }) => taps(card)).filter((tap) => tap?.do === 'show');
    expect([...new Set(shows.map((tap) => tap.card))].filter((name) => !registered.includes(name))).toEqual([]);
    const known = Object.assign({}, ...Object.values(cardsOf)) as Record<string, readonly string[]>;
    const faceless = shows.filter((tap) => tap.card in known && tap.face !== '' && !known[tap.card]?.includes(tap.face));
    expect([...new Set(faceless.map((tap) => `${tap.card} ${tap.face}`))]).toEqual([]);
  });
});

describe('how a card of the parts looks', () => {
  it('is legal for the platform', () => {
    expect(once.map(({ name, card }) => [name, cardFault(card)]).filter(([, fault]) => fault !== undefined)).toEqual([]);
    expect(once.length).toBeGreaterThan(200);
  });

  it('has exactly one bold line', () => {
    expect(wrong((card) => boldLines(card).length !== 1)).toEqual([]);
  });

  it('has at most three visible buttons, the first of them primary and no other', () => {
    expect(wrong((card) => plainButtons(card).length > 3)).toEqual([]);
    expect(wrong((card) => plainButtons(card).filter((button) => button['type'] === 'primary_filled').length > 1)).toEqual([]);
    expect(wrong((card) => !['primary_filled', 'danger'].includes(String(plainButtons(card)[0]?.['type'])), open)).toEqual([]);
  });

  it('shows danger on 撤回转办 alone', () => {
    const danger = once.flatMap(({ card }) => tagged(card, 'button')).filter((button) => button['type'] === 'danger').map((button) => (button['text'] as { content: string }).content);
    expect([...new Set(danger)]).toEqual(['撤回转办']);
  });

  it('keeps K03, K13, K16 and K17 within 18 rows', () => {
    const read = once.filter(({ cardName, card }) => ['forward', 'approval', 'invitation', 'minutes'].includes(cardName) && !tagged(card, 'form').length);
    expect(read.map(({ name, card }) => `${name}: ${rowsOf(card)}`).filter((line) => Number(line.split(': ').at(-1)) > 18)).toEqual([]);
  });

  it('stays within 24 KB and 160 elements however much people write', () => {
    const long = walk(withWords('查'.repeat(4000)));
    expect(wrong((card) => byteSize(card) > 24_000 || elementCount(card) > 160, long)).toEqual([]);
    expect(Math.max(...long.map(({ card }) => byteSize(card)))).toBeGreaterThan(10_000);
  }, 90_000);
});

describe('what a card of the parts says', () => {
  const marks = '<at id=all></at> **ZQX** [a](https://evil.example)';
  const spoken = walk(withWords(marks));

  it('shows the words of people as plain text only', () => {
    expect(wrong((card) => markdowns(card).some((content) => content.includes('ZQX')), spoken)).toEqual([]);
    expect(spoken.some(({ card }) => texts(card).some((text) => text.includes('**ZQX**')))).toBe(true);
  });

  it('keeps summaries, titles and group cards free of projects, names and contents', () => {
    const heads = spoken.filter(({ card }) => /ZQX|青格勒|岚戈/.test(JSON.stringify([card.header, card.config])));
    expect(heads.map(({ name }) => name)).toEqual([]);
    const people = [...world.directory.people.values()].map(({ name }) => name);
    const inGroup = spoken.filter(({ viewer }) => viewer.group);
    expect(inGroup.length).toBeGreaterThan(20);
    expect(inGroup.filter(({ card }) => texts(card).some((text) => text.includes('ZQX') || people.some((name) => text.includes(name)))).map(({ name }) => name)).toEqual([]);
  });

  it('uses no word that is not to be used', () => {
    expect([...new Set(once.flatMap(({ card }) => texts(card)).filter((text) => unwanted.test(text)))]).toEqual([]);
  });

  it('writes every date with its weekday, but for the minute of an act', () => {
    const bare = /\d{1,2}月\d{1,2}日(?!（周[一二三四五六日]）)(?! \d\d:\d\d)/;
    const own = once.flatMap(({ card }) => texts(card)).map((text) => text.replaceAll('&#58;', ':')).filter((text) => !/^(理由：|原文：|部门说明（)/.test(text));
    expect([...new Set(own.filter((text) => bare.test(text)))]).toEqual([]);
  });

  it('names the origin of each limit that it asks somebody to keep', () => {
    const asks = open.filter(({ cardName, card, face }) => face === '' && !tagged(card, 'form').length && ['forward', 'unsigned', 'due-soon', 'overdue', 'complaint', 'approval', 'transfer', 'invitation', 'minutes', 'task', 'late-part', 'late-transfer'].includes(cardName) && card.header['template' as keyof object] !== 'green');
    expect(asks.length).toBeGreaterThan(20);
    expect(asks.filter(({ card }) => !/法定|中心设定|系统默认|会商议定/.test(texts(card).join('\n'))).map(({ name }) => name)).toEqual([]);
  });

  it('speaks of a limit that passed with a date, a way out, and no person as its subject', () => {
    const people = [...world.directory.people.values()].map(({ name }) => name);
    const late = once.filter(({ card }) => JSON.stringify(card.header).includes('过期') || JSON.stringify(card.header).includes('已过'));
    expect(late.length).toBeGreaterThan(10);
    for (const { name, card } of late) {
      const said = texts(card).join('\n');
      expect(said, name).toMatch(/\d+月\d+日（周.）/);
      expect(said, name).toMatch(/仍可|现在|反馈或|登记|办理|申请延期|说明原因/);
      const bold = boldLines(card).join();
      expect(people.filter((person) => bold.includes(person) && !/\d\d&#58;\d\d/.test(bold)), name).toEqual([]);
    }
  });
});

describe('the approval', () => {
  it('stands alone on its row, full width, above the two others, with nothing to type on the way', () => {
    const asked = once.filter(({ card }) => buttonTexts(card).some((text) => text === '批准移送' || text === '同意由本部门处理'));
    expect(asked.length).toBeGreaterThan(2);
    for (const { name, card } of asked) {
      const { elements } = card.body;
      const at = elements.findIndex((element) => element.tag === 'button');
      expect(elements[at], name).toMatchObject({ type: 'primary_filled', width: 'fill', confirm: { title: { tag: 'plain_text' } } });
      expect(buttonTexts(elements[at + 1]), name).toEqual([...(name.includes('v.done second /') ? [] : ['退回补充核实']), '不批准', '向核实人员提问', '说明回避']);
      expect(nodes(card).filter((node) => /^(form|input|select|multi|date|picker)/.test(String(node['tag']))), name).toEqual([]);
    }
  });

  it('repeats the receiver in its confirm, and the 24 hours for the police', () => {
    const confirm = (name: string) => tagged(drawn(name, 'approval', 'zjj-head'), 'button').map((button) => JSON.stringify(button['confirm'] ?? '')).join();
    expect(confirm('referral v.done police')).toContain('批准移送市公安局？');
    expect(confirm('referral v.done police')).toContain('批准后 24 小时内（含节假日）必须送达，批准时间记录到分钟。');
    expect(confirm('referral v.done other')).toContain('批准移送市交通局？');
    expect(confirm('referral v.done other')).not.toContain('24 小时');
  });

  it('is bound to the report it was read on', () => {
    const sample = part('referral v.done police');
    const tap = actsOn(drawn(sample, 'approval', 'zjj-head')).find(({ act }) => act === 'approve');
    const { hash } = (sample.doc.data as { report: { hash: string } }).report;
    expect(tap?.input).toEqual({ proposal: 'p1', hash });
  });
});
