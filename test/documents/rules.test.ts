import { describe, expect, it } from 'vitest';
import { createPapers } from '../../src/documents/index.ts';
import { opened, textOf, type Opened } from './opened.ts';
import * as story from './stories.ts';

const papers = createPapers({ directory: story.directory, settings: story.settings, now: () => new Date('2026-12-09T16:20:00+08:00') });
const both = ['officer1', 'officer2'];
const mark = '草稿，未经审核签发';

async function open(paper: string, docs: Parameters<typeof papers.write>[1]): Promise<Opened & { name: string; bytes: Buffer }> {
  const file = await papers.write(paper, docs);
  return { ...file, ...opened(file.bytes) };
}

const headsOf = ({ paths, part }: Opened) => paths.filter((path) => /^word\/header\d+\.xml$/.test(path)).map(part);

describe('drafts', () => {
  it('a report that one of two verifiers has not signed is a draft on every page and in its name', async () => {
    const paper = await open('report', { doc: story.reported(['officer1']), docNo: '鄂住建核〔2026〕3号' });
    expect(paper.name).toBe(`鄂住建核〔2026〕3号 核实情况报告（${mark}）.docx`);
    expect(headsOf(paper).length).toBeGreaterThanOrEqual(2);
    for (const head of headsOf(paper)) expect(head).toContain(mark);
  });

  it('a decision form that nobody has decided on is a draft', async () => {
    const paper = await open('approval-form', { doc: story.reported(both), docNo: '', about: 'p1' });
    for (const head of headsOf(paper)) expect(head).toContain(mark);
    expect(paper.text).toContain('尚未决定');
  });

  it('what the person entitled has decided bears no draft mark', async () => {
    const paper = await open('transfer-letter', { doc: story.transferred(), docNo: '鄂住建移〔2026〕3号' });
    expect(paper.all).not.toContain(mark);
  });

  it('minutes are a draft until every organ present has answered', async () => {
    const { finished, confirmed, matter } = story.met();
    expect((await open('minutes', { doc: finished, matter, docNo: '鄂公资纪〔2026〕3号' })).all).toContain(mark);
    expect((await open('minutes', { doc: confirmed, matter, docNo: '鄂公资纪〔2026〕3号' })).all).not.toContain(mark);
  });
});

describe('the plan of a joint enforcement', () => {
  it('is a draft until the head of every member has agreed', async () => {
    const { started, agreed } = story.enforced();
    expect((await open('joint-plan', { doc: started, docNo: started.data.planNo })).all).toContain(mark);
    expect((await open('joint-plan', { doc: agreed, docNo: agreed.data.planNo })).all).not.toContain(mark);
  });
});

describe('signatures and decisions', () => {
  it('a verifier who has not signed is never shown as signed', async () => {
    const { text } = await open('report', { doc: story.reported(['officer1']), docNo: '' });
    expect(text).toMatch(/赵志强\n尚未签名/);
    expect(text.match(/确认第 1 版/g)).toHaveLength(1);
  });

  it('a signature on an older version of the report does not count', async () => {
    const signed = story.reported(['officer1']);
    const rewritten = story.acted(signed, 'write', 'officer2', { at: '2026-12-09 09:00', input: { ...signed.data.report, ...signed.data.report.proposals[0], facts: '改写后的事实，与前一版不同，需要重新签名。' } });
    const { text } = await open('report', { doc: rewritten, docNo: '' });
    expect(text).not.toContain('确认第');
    expect(text.match(/尚未签名/g)).toHaveLength(2);
  });

  it('the approval form has the refusal with its reason and its minute', async () => {
    const doc = story.decided('refuse');
    const { text } = await open('approval-form', { doc, docNo: story.formNo(doc), about: 'p1' });
    expect(text).toContain('不批准。理由：证据不足以支持移送，请继续收集。');
    expect(text).toContain('2026年12月9日（周三）16:20');
    expect(text).not.toContain('批准移送\n');
  });
});

describe('the transfer letter', () => {
  it('goes to the discipline organs under item two with its own attachments, without a copy to the procuratorate', async () => {
    const doc = story.transferred({ item: 'D2', receiver: 'JWJW' });
    const { text } = await open('transfer-letter', { doc, docNo: doc.data.letterNo });
    expect(text).toContain('中共鄂尔多斯市纪委 鄂尔多斯市监委：');
    expect(text).toContain('第十一条（二）');
    expect(text).toContain('移送贵委');
    expect(text).toContain('附件：1.核实情况报告');
    expect(text).not.toMatch(/抄送|涉案物品清单/);
  });

  it('names what is missing with the written reason once it has gone out', async () => {
    const sent = story.acted(story.transferred(), 'deliver', 'officer1', { at: '2026-12-10 09:00', input: { have: ['letter', 'report', 'other'], absent: { things: '无涉案物品', tests: '未作检验鉴定' } } });
    const { text } = await open('transfer-letter', { doc: sent, docNo: sent.data.letterNo });
    expect(text).toContain('3.涉案物品清单（暂缺：无涉案物品）');
    expect(text).toContain('1.涉嫌犯罪案件移送书\n');
  });

  it('has a red head over a double line and no page number on its first page', async () => {
    const doc = story.transferred();
    const { part } = await open('transfer-letter', { doc, docNo: doc.data.letterNo });
    const page = part('word/document.xml');
    expect(page).toContain('<w:titlePg/>');
    const rels = part('word/_rels/document.xml.rels');
    const first = (kind: string): string => {
      const id = new RegExp(`<w:${kind}Reference[^>]*w:type="first"[^>]*>`).exec(page)?.[0].match(/r:id="([^"]+)"/)?.[1] ?? '';
      const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(rels)?.[0].match(/Target="([^"]+)"/)?.[1] ?? '';
      return part(`word/${target}`);
    };
    expect(textOf(first('header'))).toContain('鄂尔多斯市住房和城乡建设局');
    expect(first('header')).toMatch(/<w:bottom w:val="thickThinSmallGap" w:color="FF0000"/);
    expect(first('footer')).toMatch(/<w:bottom w:val="thinThickSmallGap" w:color="FF0000"/);
    expect(first('footer')).not.toContain('PAGE');
  });
});

describe('tables', () => {
  it('repeat their head and never split a row', async () => {
    const { part } = await open('report', { doc: story.reported(both), docNo: '鄂住建核〔2026〕3号' });
    const page = part('word/document.xml');
    expect(page.match(/<w:tblHeader\/>/g)?.length).toBe(page.match(/<w:tbl>/g)?.length);
    expect(page.match(/<w:cantSplit\/>/g)?.length).toBe(page.match(/<w:tr>/g)?.length);
  });

  it('give room of 18 mm to whoever signs', async () => {
    const doc = story.decided('approve');
    const { part } = await open('approval-form', { doc, docNo: story.formNo(doc), about: 'p1' });
    const heights = [...part('word/document.xml').matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].filter(([, row]) => row?.includes('（签名）')).map(([, row]) => Number(/w:trHeight [^>]*w:val="(\d+)"/.exec(row ?? '')?.[1]));
    expect(heights.length).toBeGreaterThanOrEqual(2);
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(1021);
  });
});

describe('what may not be known', () => {
  it('the record shows a named reporter as 实名 and nothing more', async () => {
    const { text } = await open('intake-record', { doc: story.registered({ anonymous: false }), docNo: '' });
    expect(text).toContain('实名');
    expect(text).not.toContain('匿名');
  });

  it('the names of a complaint stay in the complaint, because its maker is among them', async () => {
    const doc = story.registered({ kind: 'complaint', named: ['垚柠科技'] });
    const { all } = await open('intake-record', { doc, docNo: '' });
    expect(all).not.toContain('垚柠科技');
    expect(all).toContain('名称以投诉书为准');
  });

  it('minutes and notices name no project and no entity', async () => {
    const { confirmed, called, matter } = story.met();
    for (const [paper, doc] of [['minutes', confirmed], ['meeting-notice', called]] as const) {
      expect((await open(paper, { doc, matter, docNo: 'x' })).text).not.toMatch(/青格勒|岚戈|沄朔|垚砾/);
    }
  });
});

describe('the check code', () => {
  it('changes with one character of what stands on the paper', async () => {
    const codes = await Promise.all(['核实并书面反馈', '核实后书面反馈', '核实并书面反馈'].map(async (requirement) => {
      const { forward } = story.forwarded();
      const { part } = await open('forward-letter', { doc: { ...forward, data: { ...forward.data, requirement } }, docNo: forward.data.docNo });
      return /校验码 ([0-9A-F]{4}-[0-9A-F]{4})/.exec(textOf(part('word/footer1.xml')))?.[1];
    }));
    expect(codes[0]).toBeDefined();
    expect(codes[0]).not.toBe(codes[1]);
    expect(codes[0]).toBe(codes[2]);
  });

  it('does not depend on the moment of writing', async () => {
    const later = createPapers({ directory: story.directory, settings: story.settings, now: () => new Date('2027-03-01T00:00:00Z') });
    const doc = story.transferred();
    const [one, two] = [await papers.write('transfer-letter', { doc, docNo: doc.data.letterNo }), await later.write('transfer-letter', { doc, docNo: doc.data.letterNo })];
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });
});

it('text that XML does not allow neither breaks the paper nor loses its neighbours', async () => {
  const doc = story.reported(both, { facts: '第一行\u0000事实\u000b有异\ud800常。\n第二行 <b>&amp; 照抄。' });
  const { part, text } = await open('report', { doc, docNo: '' });
  expect(part('word/document.xml')).not.toMatch(/(?![\t\n\r])\p{Cc}|\ud800/u);
  expect(text).toContain('第一行事实有异常。\n第二行 ');
  expect(part('word/document.xml')).toContain('&lt;b');
});

it('a paper that nobody registered, or of another kind of document, is an error', async () => {
  await expect(papers.write('toString', { doc: story.registered(), docNo: '' })).rejects.toThrow('no paper named');
  await expect(papers.write('minutes', { doc: story.registered(), docNo: '' })).rejects.toThrow('written on a meeting');
});
