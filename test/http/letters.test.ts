import { createHmac } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Outcome } from '../../src/domain/document.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import type { Transfer } from '../../src/domain/transfer/transfer.ts';
import { createRateLimit } from '../../src/http/rate-limit.ts';
import { createAnswerLinks } from '../../src/http/letters/answer-links.ts';
import { opened } from '../documents/opened.ts';
import { forwarded, fromBot, passes, quiet, registered, saidIn, stageFor } from '../flows/stage.ts';
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
    const form = { result: 'supplement', words: '请补充 <b>资金流水</b>', signer: '赵警官', phone: '0477-1234567' };
    const first = await post(form);
    const page = await first.text();
    expect(page).toMatch(/回执编号 HZ-\d{8}-0001/);
    expect(page).toContain('&#60;b&#62;资金流水');
    expect(page).not.toContain('<b>资金流水');
    const doc = await transferNow();
    expect([doc.state, doc.data.receipt.signer, doc.data.link.used]).toEqual(['t.supplement', '赵警官', true]);
    expect(doc.audit.at(-1)?.by).toEqual({ role: 'outside', name: '赵警官', organ: 'GAJ' });
    expect((await get()).status).toBe(410);
    expect(await (await post(form)).text()).toBe(page);
    expect((await transferNow()).state).toBe('t.supplement');
  });

  it('once it is used tells nobody what was answered, not even that it was', async () => {
    const never = await post({}, `${stage().bot}/receipt/x`);
    const gone = await never.text();
    for (const form of [{ result: 'accepted', signer: '别人' }, { result: 'supplement', words: '请补充', signer: '赵警官' }, { signer: '赵警官' }, {}] as Record<string, string>[]) {
      const answer = await post(form);
      expect([answer.status, await answer.text()]).toEqual([never.status, gone]);
    }
    expect((await transferNow()).data.receipt.signer).toBe('赵警官');
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
    for (const form of [{ result: 'accepted', signer: '赵警官' }, {}] as Record<string, string>[]) expect((await post(form, fresh)).status).toBe(410);
  }, 30_000);
});

describe('the page of an invited organ without an account', () => {
  const meeting = async (): Promise<Document<Meeting>> => (await stage().app.store.search({ kind: 'meeting', limit: 1 }))[0] as Document<Meeting>;
  const secretary = () => ({ role: 'person', id: stage().person('ggzy-secretary').id, ref: '', reporter: false }) as const;
  const does = async (act: string, input: object): Promise<Outcome> => stage().app.handle({ kind: 'meeting', id: (await meeting()).id, act, by: secretary(), input, cause: `${act}-${stage().app.deps.now().toISOString()}` });
  const addressIn = async (paper: string): Promise<string> => {
    const doc = await meeting();
    const { bytes } = await stage().app.deps.papers.write(paper, { doc, docNo: 'x', about: 'XFJ' });
    return `${stage().bot}${/http:\/\/receipt\.example(\/meeting\/[\w.-]+)/.exec(opened(bytes).part('word/document.xml'))?.[1] ?? ''}`;
  };
  const coming = { reply: 'yes', name: '赵敏', title: '副局长', phone: '0477-8580000' };
  const guest = async () => (await meeting()).data.guests.find(({ organ }) => organ === 'XFJ');
  let first = '';

  beforeAll(async () => {
    const [matter] = await stage().app.store.search({ kind: 'matter', limit: 1 });
    const clerk = { role: 'person', id: stage().person('ggzy-clerk1').id, ref: '', reporter: false } as const;
    await stage().app.handle({ kind: 'matter', id: matter?.id ?? '', act: 'convene', by: clerk, input: { organs: ['ZJJ', 'XFJ'] }, cause: 'convene' });
    await quiet(stage());
    await does('call', {});
    await quiet(stage());
    first = await addressIn('meeting-notice');
  }, 60_000);

  it('is reached by the code on its own letter, which the secretary gets to print, and shows the notice but nothing of the case', async () => {
    const files = (await fromBot(stage(), stage().person('ggzy-secretary'))).filter(({ type }) => type === 'file').map(({ content }) => JSON.stringify(content));
    expect(files.filter((name) => name.includes('会商会议通知（致市信访局）'))).toHaveLength(1);
    const answer = await get(first);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toMatch(new RegExp(`${(await meeting()).data.noticeNo}[^]*${(await meeting()).no}`));
    expect(page).not.toMatch(/青格勒|岚戈|沄朔|<script/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('opens to nobody who changed a letter of the address, nor as the page of another organ or kind', async () => {
    for (const wrong of [first.slice(0, -1), first.replace('.XFJ.', '.ZJJ.'), first.replace('.1.', '.2.'), first.replace('/meeting/', '/receipt/')]) {
      expect([(await get(wrong)).status, (await post(coming, wrong)).status], wrong).toEqual([410, 410]);
    }
  });

  it('asks for what is missing and keeps what was typed, the size of type too', async () => {
    const answer = await post({ ...coming, phone: '', big: '1', stance_q1: 'hold', reason_q1: '须先核清管辖' }, first);
    const page = await answer.text();
    expect([answer.status, page]).toEqual([422, expect.stringMatching(/name="big"[^>]* checked[^]*参加的请填写电话[^]*value="赵敏"[^]*<details open>[^]*value="hold" checked[^]*须先核清管辖/)]);
    expect((await guest())?.reply).toBe('');
  });

  it('takes one answer, which stands on the board of the meeting with the others, and no second', async () => {
    const answer = await post({ ...coming, stance_q1: 'hold', reason_q1: '须先核清管辖' }, first);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringMatching(/已收到，谢谢[^]*赵敏　副局长[^]*1 保留/)]);
    await quiet(stage());
    const [board] = (await fromBot(stage(), stage().person('ggzy-secretary'), (await meeting()).data.chat)).filter(({ type }) => type === 'interactive').map(saidIn);
    expect(board).toMatch(/1\/2 家[^]*保留 市信访局/);
    expect(board).not.toContain('须先核清管辖');
    expect([(await get(first)).status, await (await get(first)).text()]).toEqual([410, expect.stringContaining('电话联系会商联系人')]);
    expect(await (await post({ ...coming, name: '别人' }, first)).text()).toContain('赵敏');
    expect((await guest())?.visitor?.name).toBe('赵敏');
  });

  it('has a new address once the meeting is moved, which is over when it begins', async () => {
    await does('move', { start: '2026-12-21 15:00' });
    await quiet(stage());
    const second = await addressIn('meeting-notice');
    expect([(await get(second)).status, await (await get(second)).text()]).toEqual([200, expect.stringContaining('原定')]);
    await post({ ...coming, reply: 'leave' }, second);
    await does('move', { start: '2026-12-22 15:00' });
    const third = await addressIn('meeting-notice');
    await passes(stage(), '2026-12-22T15:00:00+08:00');
    expect([(await get(third)).status, (await post(coming, third)).status, (await guest())?.reply]).toEqual([410, 410, '']);
  }, 60_000);

  it('asks after the meeting whether the minutes are right, and takes a dissent word by word', async () => {
    await does('start', { organs: ['ZJJ', 'XFJ'] });
    await does('resolve', { what: '查清青格勒学校的拨付依据', organ: 'ZJJ', dueDate: '2027-01-08' });
    await does('finish', {});
    const address = await addressIn('minutes');
    const page = await (await get(address)).text();
    expect(page).toMatch(/市住建局　1月8日（周五）前/);
    expect(page).not.toContain('拨付依据');
    expect(await (await post({ answer: 'dissent', name: '赵敏' }, address)).text()).toContain('请写明不同意见');
    expect(await (await post({ answer: 'dissent', dissent: '应先答复信访人', name: '赵敏' }, address)).text()).toMatch(/已如实记载[^]*应先答复信访人[^]*赵敏/);
    expect([await guest(), (await get(address)).status]).toEqual([expect.objectContaining({ confirmed: 'dissent', dissent: '应先答复信访人' }), 410]);
  }, 60_000);

  it('answers 429 to an address that tries too often', async () => {
    const statuses = await Promise.all(Array.from({ length: 40 }, () => get(`${stage().bot}/receipt/x`).then(({ status }) => status)));
    expect(statuses).toContain(429);
  });
});

describe('its parts', () => {
  it('a link signed under another key is not ours', () => {
    const links = (key: string) => createAnswerLinks({ base: 'https://a', sign: (text) => createHmac('sha256', key).update(text).digest('hex'), now: () => new Date(0) });
    const doc = { id: 'm-y-t-p1', kind: 'transfer', data: { link: { serial: 1 } } } as Document<Transfer>;
    const token = links('one').urlOf(doc, '')?.split('/').at(-1) ?? '';
    expect(links('one').read('transfer', token)).toEqual({ kind: 'transfer', id: 'm-y-t-p1', organ: '', serial: 1 });
    expect([links('two').read('transfer', token), links('one').read('meeting', token)]).toEqual([undefined, undefined]);
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
