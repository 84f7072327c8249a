import { z } from 'zod';

/** The process's settings, checked; secrets are in here, so it is never logged. */
export interface Config {
  feishu: { domain: string; appId: string; appSecret: string; encryptKey: string; verificationToken: string; transport: 'ws' | 'webhook' };
  mongo: string;
  redis: string;
  http: { port: number; host: string };
  roles: { web: boolean; worker: boolean };
  orgFile: string;
  /** Notices of holidays that the product does not bring yet. */
  holidaysFile: string | undefined;
  /** Later versions of the competence table with the days from which they hold. */
  rulesFile: string | undefined;
  /** Data keys of 32 bytes; the first seals, all open, the last makes the indexes. */
  dataKeys: readonly Buffer[];
  clockUrl: string | undefined;
  /** Where organs without an account reach the receipt page; without it letters carry no code. */
  publicUrl: string | undefined;
  /** False sends every card at once, whatever the hour. */
  economy: boolean;
  /** A language model that may add to drafts; undefined: none is asked. */
  model: { url: string; name: string; key: string | undefined } | undefined;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** Every fault of the settings, one Chinese sentence each; values are not repeated. */
export class ConfigFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigFault';
    this.faults = faults;
  }
}

const needed = (what: string) => z.string({ error: `没有填写（${what}）` }).min(1, `没有填写（${what}）`);
const url = (schemes: string, what: string) => needed(what).refine((text) => new RegExp(`^(${schemes})://[^/]`).test(text), `要以 ${schemes.replaceAll('|', ':// 或 ')}:// 开头`);
const dataKey = needed('32 字节密钥的 Base64，可用 openssl rand -base64 32 生成；换密钥时新的写在前，用逗号隔开')
  .refine((text) => text.split(',').every((part) => Buffer.from(part.trim(), 'base64').length === 32), '每个密钥都必须是 32 字节的 Base64');

const shape = z.object({
  FEISHU_DOMAIN: url('http|https', '开放平台地址').default('https://open.feishu.cn'),
  FEISHU_APP_ID: needed('应用凭证里的 App ID').refine((text) => /^cli_[0-9a-fA-F]{16}$/.test(text), '应为 cli_ 加 16 位十六进制，请从应用凭证页复制'),
  FEISHU_APP_SECRET: needed('应用凭证里的 App Secret'),
  FEISHU_ENCRYPT_KEY: z.string().default(''),
  FEISHU_VERIFICATION_TOKEN: z.string().default(''),
  FEISHU_TRANSPORT: z.enum(['ws', 'webhook'], { error: '只能是 ws 或 webhook' }).default('ws'),
  MONGODB_URI: url('mongodb|mongodb\\+srv', 'MongoDB 副本集地址'),
  REDIS_URL: url('redis|rediss', 'Redis 地址'),
  PORT: z.coerce.number({ error: '应为端口号' }).int('应为端口号').min(0, '应为端口号').max(65_535, '应为端口号').default(8080),
  HOST: z.string().default('0.0.0.0'),
  ROLES: z.string().default('web,worker').transform((text) => text.split(',').map((role) => role.trim()).filter(Boolean))
    .refine((roles) => roles.length > 0 && roles.every((role) => role === 'web' || role === 'worker'), '只能是 web、worker 或两者用逗号隔开'),
  ORG_FILE: needed('组织文件的路径'),
  HOLIDAYS_FILE: z.string().optional(),
  RULES_FILE: z.string().optional(),
  DATA_KEY: dataKey,
  CLOCK_URL: url('http|https', '时钟地址').optional(),
  PUBLIC_URL: url('http|https', '本服务的外部地址').optional(),
  MODEL_URL: url('http|https', '模型接口地址').optional(),
  MODEL_NAME: z.string().optional(),
  MODEL_KEY: z.string().optional(),
  MESSAGE_ECONOMY: z.enum(['on', 'off'], { error: '只能是 on 或 off' }).default('on'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { error: '只能是 fatal、error、warn、info、debug、silent 之一' }).default('info'),
});

type Settings = z.output<typeof shape>;

/** Reads the settings from an environment; throws ConfigFault with every fault at once. An empty value counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = shape.safeParse(given);
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])}：${issue.message}`)),
    ...together(given),
  ];
  if (!parsed.success || faults.length) throw new ConfigFault(faults);
  return configOf(parsed.data);
}

function together(given: Readonly<Record<string, string | undefined>>): string[] {
  const webhook = given['FEISHU_TRANSPORT'] === 'webhook';
  const clockOnRealPlatform = given['CLOCK_URL'] && !isLoopback(given['FEISHU_DOMAIN'] ?? '');
  return [
    ...(webhook && !given['FEISHU_ENCRYPT_KEY'] ? ['FEISHU_ENCRYPT_KEY：用 webhook 接收时必须填写，没有它任何人都可以冒充飞书'] : []),
    ...(webhook && !given['FEISHU_VERIFICATION_TOKEN'] ? ['FEISHU_VERIFICATION_TOKEN：用 webhook 接收时必须填写'] : []),
    ...(given['MODEL_URL'] && !given['MODEL_NAME'] ? ['MODEL_NAME：填写了 MODEL_URL 时必须填写'] : []),
    ...(clockOnRealPlatform ? ['CLOCK_URL：只有 FEISHU_DOMAIN 指向本机时才能使用，真实平台一律用机器时间'] : []),
  ];
}

function isLoopback(address: string): boolean {
  return /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/.test(address);
}

function configOf(given: Settings): Config {
  return {
    feishu: {
      domain: given.FEISHU_DOMAIN.replace(/\/+$/, ''), appId: given.FEISHU_APP_ID, appSecret: given.FEISHU_APP_SECRET,
      encryptKey: given.FEISHU_ENCRYPT_KEY, verificationToken: given.FEISHU_VERIFICATION_TOKEN, transport: given.FEISHU_TRANSPORT,
    },
    mongo: given.MONGODB_URI,
    redis: given.REDIS_URL,
    http: { port: given.PORT, host: given.HOST },
    roles: { web: given.ROLES.includes('web'), worker: given.ROLES.includes('worker') },
    orgFile: given.ORG_FILE,
    holidaysFile: given.HOLIDAYS_FILE,
    rulesFile: given.RULES_FILE,
    dataKeys: given.DATA_KEY.split(',').map((part) => Buffer.from(part.trim(), 'base64')),
    clockUrl: given.CLOCK_URL,
    publicUrl: given.PUBLIC_URL?.replace(/\/+$/, ''),
    economy: given.MESSAGE_ECONOMY === 'on',
    model: given.MODEL_URL && given.MODEL_NAME ? { url: given.MODEL_URL.replace(/\/+$/, ''), name: given.MODEL_NAME, key: given.MODEL_KEY } : undefined,
    logLevel: given.LOG_LEVEL,
  };
}
