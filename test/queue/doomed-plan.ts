import { z } from 'zod';
import { effectJob, type Deps, type EffectJob, type PlatformPort } from '../../jobs/define.ts';
import { createCaller } from '../../src/feishu/caller.ts';
import { createHttp, createLark, createTokens } from '../../src/feishu/lark.ts';
import { createOutbound } from '../../src/feishu/outbound.ts';
import type { Store } from '../../src/store/store.ts';

/** Where everything is, as one process tells another. */
export const SandboxAddress = z.object({ url: z.string(), appId: z.string(), appSecret: z.string(), mongo: z.string(), redis: z.string(), prefix: z.string(), person: z.string() });
/** Where everything is. */
export type Address = z.output<typeof SandboxAddress>;

/** The platform's port against a sandbox, unpaced. */
export function platformOf(at: Address): PlatformPort {
  const keys = { appId: at.appId, appSecret: at.appSecret, domain: at.url };
  const lark = createLark(keys, createHttp(at.url));
  const caller = createCaller({ lark, tokens: createTokens(lark, keys, Date.now), pace: { pace: async () => ({ late: 0 }), hold: async () => undefined } });
  return createOutbound({ lark, caller, now: () => new Date() });
}

/** As much of a job's surroundings as the effects of these tests use. */
export function portsOf(store: Store, at: Address): Deps {
  return { store, platform: platformOf(at) } as unknown as Deps;
}

/** Sends one text, then does something else before it counts as done. */
export function greetThen(at: Address, then: () => Promise<void>): EffectJob {
  return effectJob({
    name: 'greet', payload: z.object({}).loose(),
    async run({ doc, effect }, deps) {
      await deps.platform.sendText({ openId: at.person }, `你好 ${doc.id}`, effect);
      await then();
    },
  });
}
