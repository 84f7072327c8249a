import type { CityPlan } from '../../sandbox/api/city.ts';

/** The two apps of a client: one hears by long connection, the other by webhook with encryption and signature. */
export const apps = {
  line: { appId: 'cli_0123456789abcdef', appSecret: 'line-secret' },
  hook: { appId: 'cli_fedcba9876543210', appSecret: 'hook-secret', encryptKey: 'an encrypt key', verificationToken: 'a-verification-token' },
};

/** The town that every client meets. */
export const town: CityPlan = {
  tenant: '一致性测试市',
  departments: [
    { code: 'house', name: '住建局', people: [
      { userId: 'u1', name: '王磊', title: '联络员', email: 'wang@example.com' },
      { userId: 'u2', name: '李娜', title: '科长', mobile: '13800000000' },
    ] },
    { code: 'centre', name: '交易中心', people: [{ userId: 'u3', name: '巴特尔', title: '主任' }] },
  ],
  apps: [
    { ...apps.line, name: '长连接助手', encryptKey: '', verificationToken: 'v', menu: [{ name: '我的', key: 'mine' }] },
    { ...apps.hook, name: '回调助手', menu: [] },
  ],
};

const words = (content: string): Record<string, unknown> => ({ tag: 'markdown', content });

function card(...elements: Record<string, unknown>[]): Record<string, unknown> {
  return { schema: '2.0', config: { update_multi: true }, body: { elements } };
}

const form = {
  tag: 'form', name: 'report', elements: [
    { tag: 'input', name: 'place', required: true },
    { tag: 'select_static', name: 'kind', options: [{ text: { tag: 'plain_text', content: '围标' }, value: 'WB' }] },
    { tag: 'button', name: 'submit', form_action_type: 'submit', text: { tag: 'plain_text', content: '提交' }, behaviors: [{ type: 'callback', value: { act: 'submit' } }] },
  ],
};

/** Everything that a client sends, so that no client makes up its own. */
export const given = {
  text: '您好，第一行\n第二行',
  post: { zh_cn: { title: '通知', content: [[{ tag: 'text', text: '请看', style: ['bold'] }, { tag: 'a', text: '链接', href: 'https://example.com' }]] } },
  card: card(words('待受理')),
  patched: card(words('已受理')),
  form: card(form),
  submitted: card(words('已提交')),
  later: card(words('已转办')),
  toast: { type: 'success', content: '收到' },
  entity: card(words('实体一')),
  entityPatched: card(words('实体二')),
  brokenCard: { schema: '2.0', body: { elements: [{ tag: 'action', actions: [] }] } },
  nobody: `ou_${'0'.repeat(32)}`,
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  file: { name: '移送函.pdf', base64: Buffer.from('%PDF-1.7 移送').toString('base64') },
  reply: '收到您的话',
  group: '会商 一号',
  event: { summary: '协同会商', start: '1798765200', end: '1798768800', day: ['2026-12-31T00:00:00+08:00', '2027-01-02T00:00:00+08:00'] },
  task: { summary: '核查工地', due: '1798765200000' },
  meeting: { topic: '会商' },
};
