import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import type { Transfer } from '../../src/domain/transfer/transfer.ts';
import { createRateLimit } from '../../src/http/rate-limit.ts';
import { createReceiptLinks } from '../../src/http/receipt-links.ts';
import { opened } from '../documents/opened.ts';
import { forwarded, passes, quiet, registered, stageFor } from '../flows/stage.ts';
import { verifyAndDeliver } from '../../scripts/tour/verification.ts';

const { stage, on } = stageFor('receipt');
let address = '';

const transferNow = async (): Promise<Document<Transfer>> => (await stage().app.store.search({ kind: 'transfer', limit: 1 }))[0] as Document<Transfer>;
const get = (path = address) => fetch(path);
const post = (form: Record<string, string>, path = address) => fetch(path, { method: 'POST', body: new URLSearchParams(form) });

/** The address behind the code on a paper, as its alternative text names it. */
async function addressOn(paper: string): Promise<string> {
  const { bytes } = await stage().app.deps.papers.write(paper, { doc: await transferNow(), docNo: 'x' });
  const text = opened(bytes).part('word/document.xml');
  const url = /http:\/\/receipt\.example(\/receipt\/[\w.-]+)/.exec(text)?.[1] ?? '';
  return `${stage().bot}${url}`;
}

describe('the receipt page of an organ without an account', () => {
  beforeAll(async () => {
    const matter = await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼');
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    await on('zjj-liaison').taps('签收', { on: /件转办单/ });
    const troupe = { stage: stage(), steps: [], actor: (cast: { id: string }) => on(['zjj-deputy', 'zjj-head', 'zjj-officer1', 'zjj-officer2'].find((id) => stage().person(id).id === cast.id) ?? '') };
    await verifyAndDeliver(troupe, { no: matter.no, organ: 'ZJJ', main: true });
    await quiet(stage());
    address = await addressOn('transfer-letter');
  }, 120_000);

  it('is reached by the code on the letter, and shows the letter\'s number but nothing of the case', async () => {
    const answer = await get();
    const page = await answer.text();
    const doc = await transferNow();
    expect(answer.status).toBe(200);
    expect(page).toContain(`来函 ${doc.data.letterNo}`);
    expect(page).toContain('鄂尔多斯市住房和城乡建设局');
    expect(page).not.toMatch(/青格勒|岚戈|沄朔|XS-|YS-|串通|公安|刘洋/);
    expect(page).not.toContain('<script');
    expect([answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('opens to nobody who changed a letter of the address', async () => {
    for (const wrong of [address.slice(0, -1), `${address.slice(0, -1)}${address.endsWith('0') ? '1' : '0'}`, address.replace(/\.1\./, '.2.'), `${stage().bot}/receipt/x`]) {
      const answer = await get(wrong);
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain('链接已失效');
    }
  });

  it('asks for what is missing and keeps what was typed', async () => {
    const none = await post({ words: '材料已阅', signer: '赵警官' });
    expect([none.status, await none.text()]).toEqual([422, expect.stringMatching(/请选择回执结果[^]*材料已阅[^]*赵警官/)]);
    const nobody = await post({ result: 'accepted' });
    expect([nobody.status, await nobody.text()]).toEqual([422, expect.stringContaining('请填写经办人')]);
    expect((await transferNow()).state).toBe('t.sent');
  });

  it('does not take a decision that comes by notice', async () => {
    expect((await post({ result: 'filed', signer: '赵警官' })).status).toBe(422);
    expect((await transferNow()).state).toBe('t.sent');
  });

  it('takes one answer, gives it a number to print, and does not take a second', async () => {
    const first = await post({ result: 'supplement', words: '请补充 <b>资金流水</b>', signer: '赵警官', phone: '0477-1234567' });
    const page = await first.text();
    expect(page).toMatch(/回执编号 HZ-\d{8}-0001/);
    expect(page).toContain('&#60;b&#62;资金流水');
    expect(page).not.toContain('<b>资金流水');
    const doc = await transferNow();
    expect([doc.state, doc.data.receipt.signer, doc.data.link.used]).toEqual(['t.supplement', '赵警官', true]);
    expect(doc.audit.at(-1)?.by).toEqual({ role: 'outside', name: '赵警官', organ: 'GAJ' });
    expect((await get()).status).toBe(410);
    const again = await post({ result: 'accepted', signer: '别人' });
    expect(await again.text()).toContain('HZ-');
    expect((await transferNow()).state).toBe('t.supplement');
  });

  it('tells the handlers at once, and after 已补充 a new page has a new address', async () => {
    await on('zjj-officer1').sees(/市公安局要求补充材料/);
    await on('zjj-officer1').taps('已补充', { on: /要求补充材料/, form: { what: '补充资金往来材料' } });
    await quiet(stage());
    const fresh = await addressOn('receipt-slip');
    expect(fresh).not.toBe(address);
    expect((await get()).status).toBe(410);
    expect((await get(fresh)).status).toBe(200);
  });

  it('is over after a fortnight', async () => {
    const fresh = await addressOn('receipt-slip');
    await passes(stage(), '2026-12-09T09:00:00+08:00');
    expect((await get(fresh)).status).toBe(410);
    expect((await post({ result: 'accepted', signer: '赵警官' }, fresh)).status).toBe(410);
  }, 30_000);

  it('answers 429 to an address that tries too often', async () => {
    const statuses = await Promise.all(Array.from({ length: 40 }, () => get(`${stage().bot}/receipt/x`).then(({ status }) => status)));
    expect(statuses).toContain(429);
  });
});

describe('its parts', () => {
  it('a link signed under another key is not ours', () => {
    const links = (key: string) => createReceiptLinks({ base: 'https://a', sign: (text) => Buffer.from(`${key}${text}`).toString('hex').padEnd(40, '0') });
    const doc = { id: 'm-y-t-p1', data: { link: { serial: 1 } } } as Document<Transfer>;
    const token = links('one').urlOf(doc)?.split('/').at(-1) ?? '';
    expect(links('one').read(token)).toEqual({ id: 'm-y-t-p1', serial: 1 });
    expect(links('two').read(token)).toBeUndefined();
  });

  it('the limit of tries counts by address and starts anew after its window', () => {
    let at = 0;
    const allowed = createRateLimit({ limit: 2, windowMs: 1_000, now: () => at });
    expect([allowed('a'), allowed('a'), allowed('a'), allowed('b')]).toEqual([true, true, false, true]);
    at = 1_000;
    expect(allowed('a')).toBe(true);
  });

  it('the code on paper is a PNG with pixels', async () => {
    const { qrPng } = await import('../../src/documents/paper/scanned.ts');
    const png = qrPng('https://a/receipt/x');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const width = png.readUInt32BE(16);
    const data = png.subarray(png.indexOf('IDAT') + 4 + 2);
    const pixels = inflateRawSync(data.subarray(0, data.indexOf('IEND') - 8 - 4));
    expect(pixels.length).toBe((Math.ceil(width / 8) + 1) * width);
  });
});
