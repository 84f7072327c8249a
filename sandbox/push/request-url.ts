import type { Ground } from '../world.ts';
import type { App } from '../state/tenant.ts';
import { challengeUrl } from './webhook.ts';

/** Asks a newly saved request URL for its challenge; the inspector tells whether it passed, and calls a wrong or late answer a breach (nobody there yet is none). */
export function settleUrl(world: Ground, app: App): void {
  void challengeUrl(app).then(({ wrong, reached }) =>
    world.log.add({
      kind: 'event',
      title: wrong === undefined ? '请求地址已验证' : '请求地址未通过验证',
      path: app.webhookUrl ?? '',
      breaches: wrong !== undefined && reached ? [wrong] : [],
      ...(wrong === undefined || reached ? {} : { notes: [wrong] }),
    }),
  );
}
