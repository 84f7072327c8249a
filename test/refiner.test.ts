import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refined } from '../jobs/answers/drafts.ts';
import { readConfig } from '../src/config.ts';
import { readLead } from '../src/domain/intake/intake.ts';
import { draftOf } from '../src/domain/matter/drafting/draft.ts';
import { byModel, isRefined } from '../src/domain/matter/drafting/refined.ts';
import { createRefiner } from '../src/refiner.ts';

const now = new Date('2026-11-23T09:12:00+08:00');
const draft = (words: string) => draftOf(readLead(words, { now }), words);
const words = '市本级那个活是岚戈建设干的，签合同的和张罗的对不上号。举报人叫张某，电话13812345678';
const good = {
  project: null, named: [{ words: '岚戈建设' }], category: null, violations: [{ value: 'GK', words: '签合同的和张罗的对不上号' }],
};

describe('a language model beside the reading', () => {
  let said: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  let answer: { status: number; text: string; late?: true } = { status: 200, text: '' };
  const warned: object[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      said.push({ path: request.url ?? '', headers: request.headers, body });
      // What comes late never comes within the test.
      if (!answer.late) response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.text);
    });
  });
  const says = (content: unknown): string => JSON.stringify({ choices: [{ message: { content: typeof content === 'string' ? content : JSON.stringify(content) } }] });
  const refine = () => createRefiner({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, name: 'city-7b', key: 'k1' }, (fields) => warned.push(fields), 300);
  const read = async (text: string) => refined(draft(text), { refine: refine() as NonNullable<ReturnType<typeof refine>> });
  beforeAll(() => new Promise<void>((settle) => void server.listen(0, '127.0.0.1', settle)));
  afterAll(() => void (server.closeAllConnections(), server.close()));
  beforeEach(() => {
    said = [];
    warned.length = 0;
    answer = { status: 200, text: says(good) };
  });

  it('is not there unless the city names one, and a name alone or an address alone does not make one', async () => {
    expect(createRefiner(undefined, () => undefined)).toBeUndefined();
    expect(await refined(draft(words), {})).toEqual(draft(words));
    const base = { FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718', FEISHU_APP_SECRET: 's', MONGODB_URI: 'mongodb://127.0.0.1/x', REDIS_URL: 'redis://127.0.0.1', ORG_FILE: 'o', DATA_KEY: Buffer.alloc(32, 1).toString('base64') };
    expect(readConfig(base).model).toBeUndefined();
    expect(readConfig({ ...base, MODEL_NAME: 'city-7b', MODEL_KEY: 'k1' }).model).toBeUndefined();
    expect(() => readConfig({ ...base, MODEL_URL: 'http://10.0.0.9/v1' })).toThrow('MODEL_NAME');
    expect(readConfig({ ...base, MODEL_URL: 'http://10.0.0.9/v1/', MODEL_NAME: 'city-7b' }).model).toEqual({ url: 'http://10.0.0.9/v1', name: 'city-7b', key: undefined });
  });
  it('fills what the reading left empty or unsure, marked as a guess of the model with its words', async () => {
    const before = draft(words);
    const after = await read(words);
    expect([before.facts.violations.length > 0 && !before.guessed.includes('violations'), after.facts.violations]).toEqual([false, ['GK']]);
    expect(after.guessed).toContain('violations');
    expect(after.traces.filter(({ field }) => field === 'violations')).toEqual([{ field: 'violations', words: '签合同的和张罗的对不上号', why: byModel }]);
    expect([isRefined(before), isRefined(after)]).toEqual([false, true]);
  });
  it('changes nothing that was read for sure', async () => {
    const sure = '市本级“青格勒学校综合楼”中标单位转包';
    answer.text = says({ project: { words: '中标单位' }, violations: [{ value: 'CT', words: '转包' }] });
    expect((await read(sure)).facts).toEqual(draft(sure).facts);
  });
  it('is not believed where its words do not stand in the message', async () => {
    answer.text = says({ project: { words: '康巴什体育馆' }, named: [{ words: '沄朔市政' }], category: { value: 'GC-SL', words: '水库' }, violations: [{ value: 'GK', words: '挂靠' }] });
    expect(await read(words)).toEqual(draft(words));
  });
  it('hears nothing that shows who reports', async () => {
    await read(words);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ path: '/v1/chat/completions', headers: { authorization: 'Bearer k1' } });
    expect(said[0]?.body).toContain('岚戈建设');
    expect(said[0]?.body).not.toMatch(/张某|13812345678/);
  });
  it.each([
    ['it answers late', { status: 200, text: '', late: true as const }], ['it is broken', { status: 500, text: '{}' }], ['it does not speak JSON', { status: 200, text: says('好的，这是围标') }],
    ['it invents a code', { status: 200, text: says({ violations: [{ value: 'GUILTY', words: '张罗' }] }) }], ['its answer has no choice', { status: 200, text: '{"choices":[]}' }],
  ])('leaves the draft as it was where %s, and logs no words', async (_what, given) => {
    answer = given;
    expect(await read(words)).toEqual(draft(words));
    expect(warned).toHaveLength(1);
    expect(JSON.stringify(warned)).not.toContain('张罗');
  });
});
