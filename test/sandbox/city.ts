import type { CityPlan } from '../../sandbox/api/city.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.ts';
import { createSandboxClient, type SandboxClient } from '../../sandbox/client.ts';

/** The app every test of the sandbox speaks through. */
export const app = { appId: 'cli_0123456789abcdef', appSecret: 'a-secret' };

/** A small town: two departments, three people, one app. */
export const town: CityPlan = {
  tenant: '测试市',
  departments: [
    {
      code: 'house',
      name: '住建局',
      people: [
        { userId: 'u1', name: '王磊', title: '联络员', email: 'wang@example.com' },
        { userId: 'u2', name: '李娜', title: '科长', mobile: '13800000000' },
      ],
    },
    { code: 'centre', name: '交易中心', people: [{ userId: 'u3', name: '巴特尔', title: '主任' }] },
  ],
  apps: [{ ...app, name: '助手', encryptKey: 'test key', verificationToken: 'verify-me', menu: [{ name: '我的', key: 'mine' }] }],
  calendar: { off: ['2026-10-01', '2026-10-02'], work: ['2026-10-10'] },
};

/** A running sandbox with the town in it. */
export interface Town {
  sandbox: Sandbox;
  client: SandboxClient;
  people: string[];
}

/** Starts a sandbox on a free port and builds the town. */
export async function startTown(options: SandboxOptions = {}, plan: CityPlan = town): Promise<Town> {
  const sandbox = await createSandbox({ port: 0, ...options });
  const client = createSandboxClient(sandbox.url);
  const city = await client.city(plan);
  return { sandbox, client, people: city.people.map((person) => person.id) };
}
