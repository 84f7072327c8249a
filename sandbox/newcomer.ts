import type { SandboxClient } from './client.ts';

/** What a bot needs to speak to the sandbox. */
export interface Newcomer {
  appId: string;
  appSecret: string;
}

/** The app of a sandbox that somebody starts alone; not secret, as the sandbox listens on this machine only. */
const newcomer: Newcomer = { appId: 'cli_5a4d9b0c1e2f3a4b', appSecret: 'sandbox-secret' };

/** Sees to it that an empty sandbox has an app and a city, so that a bot can be written at once; answers the app to use. */
export async function settleNewcomer(client: SandboxClient): Promise<Newcomer | undefined> {
  const { apps } = await client.city();
  if (apps.length > 0) return apps.some((app) => app.appId === newcomer.appId) ? newcomer : undefined;
  const app = { ...newcomer, name: '我的机器人', encryptKey: '', verificationToken: 'sandbox-token', menu: [] };
  await client.city({ generate: {}, apps: [app] });
  return newcomer;
}

/** What the terminal says to somebody who starts the sandbox alone: how to point a bot at it. */
export function greeting(url: string, app: Newcomer | undefined): string {
  if (app === undefined) return `应用在 ${url}/sandbox/city 里。说明：docs/sandbox.md\n`;
  const { appId, appSecret } = app;
  return [
    '',
    `应用 id：${appId}`,
    `应用密钥：${appSecret}`,
    '',
    '把机器人指到这里（官方 SDK，不用改代码）：',
    `  Node    new lark.Client({ appId: '${appId}', appSecret: '${appSecret}', domain: '${url}' })`,
    `  Python  lark.Client.builder().app_id('${appId}').app_secret('${appSecret}').domain('${url}').build()`,
    `  Java    Client.newBuilder("${appId}", "${appSecret}").openBaseUrl("${url}").build()`,
    `  Go      lark.NewClient("${appId}", "${appSecret}", lark.WithOpenBaseUrl("${url}"))`,
    '',
    `长连接同样把 domain 指到 ${url}；说明和控制接口：docs/sandbox.md`,
    '',
  ].join('\n');
}
