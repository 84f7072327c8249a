import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatWays, otherWays } from './chat-ways.ts';
import { errorTexts } from './error-texts-data.ts';
import { messageWays } from './message-ways.ts';
import { startScene, type Scene } from './scene.ts';

/**
 * Codes of the documents that no call to the sandbox can meet, and why:
 * 230036 tenants have no encryption keys of their own; 230038 and 232010 there is one tenant;
 * 230111 messages that destroy themselves are sent by people with a phone; 234002 the gateway refuses a token before the file service sees it.
 */
const unreachable = [230036, 230038, 230111, 232010, 234002];

const ways = { ...chatWays, ...otherWays, ...messageWays };

describe('every error of the platform comes with its own status and words', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene();
  });
  afterAll(() => scene.town.sandbox.stop());

  it('and each code of the documents has its way here', () => {
    const missing = Object.keys(errorTexts)
      .map(Number)
      .filter((code) => ways[code] === undefined && !unreachable.includes(code));
    expect(missing).toEqual([]);
  });

  // Who has resigned gets nothing any more: that way goes last.
  const order = Object.keys(ways)
    .map(Number)
    .toSorted((a, b) => Number(a === 230029) - Number(b === 230029));

  it.each(order)('%i', async (code) => {
    const way = ways[code];
    const answer = await way?.(scene);
    const [status, msg] = errorTexts[code] ?? [400, ''];
    expect(answer?.body).toMatchObject({ code });
    expect(answer?.status).toBe(status);
    expect(answer?.msg.replace(/\.$/, '')).toContain(msg.replace(/\.$/, ''));
    expect(answer?.headers.get('x-tt-logid')).toMatch(/^[0-9A-F]{32}$/);
  });
});
