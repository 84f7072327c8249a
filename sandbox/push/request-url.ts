import type { Ground } from '../world.ts';
import type { App } from '../state/tenant.ts';
import { verifyUrl } from './webhook.ts';

/** Asks a newly saved request URL for its challenge and notes in the inspector whether it passed. */
export function settleUrl(world: Ground, app: App): void {
  void verifyUrl(app).then((passed) =>
    world.log.add({
      kind: 'event',
      title: passed ? '请求地址已验证' : '请求地址未通过验证',
      path: app.webhookUrl ?? '',
      breaches: [],
      ...(passed ? {} : { notes: ['1 秒内没有返回 challenge'] }),
    }),
  );
}
