import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../src/config.ts';

const good = {
  FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718', FEISHU_APP_SECRET: 'hush-hush', MONGODB_URI: 'mongodb://127.0.0.1/x?replicaSet=r', REDIS_URL: 'redis://127.0.0.1', ORG_FILE: 'org.json',
  DATA_KEY: Buffer.alloc(32, 1).toString('base64'),
};

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.faults;
    throw fault;
  }
}

const about = (faults: readonly string[]): string[] => faults.map((fault) => fault.split('：')[0] ?? '').toSorted();

describe('the settings', () => {
  it('have defaults for all that need not be chosen', () => {
    const config = readConfig(good);
    expect(config.feishu).toMatchObject({ domain: 'https://open.feishu.cn', transport: 'ws' });
    expect(config.http.port).toBe(8080);
    expect(config.roles).toEqual({ web: true, worker: true });
    expect(config.clockUrl).toBeUndefined();
    expect(readConfig({ ...good, ROLES: 'worker' }).roles).toEqual({ web: false, worker: true });
  });

  it('list every fault at once', () => {
    expect(about(faultsOf({}))).toEqual(['DATA_KEY', 'FEISHU_APP_ID', 'FEISHU_APP_SECRET', 'MONGODB_URI', 'ORG_FILE', 'REDIS_URL']);
    const bad = { ...good, FEISHU_APP_ID: 'cli_1', MONGODB_URI: 'localhost', PORT: '99999', ROLES: 'web,cook', DATA_KEY: 'c2hvcnQ=', FEISHU_TRANSPORT: 'pigeon', LOG_LEVEL: 'loud', CLOCK_URL: 'http://x/' };
    expect(about(faultsOf(bad))).toEqual(['CLOCK_URL', 'DATA_KEY', 'FEISHU_APP_ID', 'FEISHU_TRANSPORT', 'LOG_LEVEL', 'MONGODB_URI', 'PORT', 'ROLES']);
  });

  it('demand both keys for the webhook, because without them anybody could speak for the platform', () => {
    expect(about(faultsOf({ ...good, FEISHU_TRANSPORT: 'webhook' }))).toEqual(['FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN']);
    expect(faultsOf({ ...good, FEISHU_TRANSPORT: 'webhook', FEISHU_ENCRYPT_KEY: 'k', FEISHU_VERIFICATION_TOKEN: 't' })).toEqual([]);
  });

  it('let the clock be moved only where the platform is on this machine', () => {
    const clock = { CLOCK_URL: 'http://127.0.0.1:9300/sandbox/clock' };
    expect(about(faultsOf({ ...good, ...clock }))).toEqual(['CLOCK_URL']);
    expect(about(faultsOf({ ...good, ...clock, FEISHU_DOMAIN: 'http://127.0.0.1.example.com' }))).toEqual(['CLOCK_URL']);
    for (const domain of ['http://127.0.0.1:9300', 'http://localhost:9300/', 'http://[::1]:1']) expect(faultsOf({ ...good, ...clock, FEISHU_DOMAIN: domain })).toEqual([]);
  });

  it('never repeat a value in a fault', () => {
    const text = faultsOf({ ...good, FEISHU_APP_ID: 'hush-hush', DATA_KEY: 'hush-hush', MONGODB_URI: 'hush-hush' }).join('\n');
    expect(text).not.toContain('hush');
  });
});
