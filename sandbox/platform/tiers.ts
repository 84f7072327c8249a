/** How often an API may be called: calls a minute, calls a second, or both. */
export interface Tier {
  minute?: number;
  second?: number;
}

/** The platform's frequency tiers by number (contract 10.1); counted per API, app and tenant. */
export const tiers = {
  1: { minute: 10 },
  2: { minute: 20 },
  3: { minute: 100 },
  4: { minute: 1000, second: 50 },
  5: { second: 1 },
  6: { second: 5 },
  7: { second: 10 },
  8: { second: 20 },
  9: { second: 50 },
  10: { second: 50 },
  11: { second: 100 },
  21: { second: 3 },
} as const satisfies Record<number, Tier>;
