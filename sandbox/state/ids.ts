import { createHash, randomBytes } from 'node:crypto';

/** 32 hex digits that depend only on the parts given. */
export function stableHex(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 32);
}

/** 32 random hex digits. */
export function freshHex(): string {
  return randomBytes(16).toString('hex');
}

/** A new id with the platform's prefix, e.g. `om_` or `oc_`. */
export function freshId(prefix: string): string {
  return `${prefix}${freshHex()}`;
}

/** A new id in decimal digits, as calendar, meeting and card ids are. */
export function freshNumber(digits: number): string {
  const hex = randomBytes(16).toString('hex');
  return `7${BigInt(`0x${hex}`).toString(10)}`.slice(0, digits).padEnd(digits, '0');
}

/** The open_id, union_id of a person and the open_id of a bot are the same after every rebuild of the city. */
export const cityIds = {
  openId: (tenant: string, userId: string): string => `ou_${stableHex(tenant, 'open', userId)}`,
  unionId: (tenant: string, userId: string): string => `on_${stableHex(tenant, 'union', userId)}`,
  botId: (tenant: string, appId: string): string => `ou_${stableHex(tenant, 'bot', appId)}`,
  department: (tenant: string, code: string): string => `od-${stableHex(tenant, 'department', code)}`,
  privateChat: (tenant: string, appId: string, openId: string): string => `oc_${stableHex(tenant, 'p2p', appId, openId)}`,
  directChat: (tenant: string, ...people: string[]): string => `oc_${stableHex(tenant, 'direct', ...people.toSorted())}`,
  assistantChat: (tenant: string, name: string, openId: string): string => `oc_${stableHex(tenant, 'assistant', name, openId)}`,
  calendar: (tenant: string, owner: string): string => `feishu.cn_${stableHex(tenant, 'calendar', owner)}@group.calendar.feishu.cn`,
  tenantKey: (tenant: string): string => stableHex(tenant, 'tenant').slice(0, 16),
};
