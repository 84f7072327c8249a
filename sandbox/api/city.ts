/**
 * What the sandbox's page and its scripts may ask, and what they get.
 * Served under `/sandbox/…` beside the Open Platform's own paths; JSON both ways.
 * Every time is ISO 8601 with +08:00 on the sandbox's own clock.
 */

/** A person of the city; `id` is the open_id, `userId` the tenant-wide user_id. */
export interface CityPerson {
  id: string;
  userId: string;
  name: string;
  title: string;
  department: string;
  email: string;
  /** He has left; what he wrote stays. */
  resigned?: true;
}

/** `POST /sandbox/city` builds the city anew or adds what is missing (idempotent by code, userId and app id). */
export interface CityPlan {
  tenant: string;
  departments: { code: string; name: string; people: { userId: string; name: string; title: string; email?: string; mobile?: string }[] }[];
  apps: AppPlan[];
  /** Working calendar for the clock's display and for `workingDays`: ISO dates off beyond weekends, and worked weekend days. */
  calendar?: { off: string[]; work: string[] };
}

/** `POST /sandbox/city { generate, heavy?, tenant?, apps? }`: a whole city by seed instead of a plan; the same seed gives the same people. */
export interface CityWish {
  generate: Generation;
  heavy?: Heavy;
  tenant?: string;
  apps?: AppPlan[];
}

/** How many organisations (17 when absent) and people (300), and the seed of their names (1). */
export interface Generation {
  organisations?: number;
  people?: number;
  seed?: number;
}

/** Chats full of old messages, for load tests: at most 200 000 in `chats` chats (200 when absent); no events are pushed for them. */
export interface Heavy {
  messages: number;
  chats?: number;
}

/** An app as the console knows it. */
export interface AppPlan {
  appId: string;
  appSecret: string;
  name: string;
  encryptKey: string;
  verificationToken: string;
  /** Where events and card callbacks go when no long connection is open; absent = long connection only. */
  webhookUrl?: string;
  /** Event types the console marks 有序: the next is pushed only after the one before was taken. */
  orderedEvents?: string[];
  /** The bot's menu in one-to-one chats: up to 3 entries with up to 5 children. */
  menu: MenuEntry[];
}

export interface MenuEntry {
  name: string;
  key?: string;
  children?: { name: string; key: string }[];
}

/** `GET /sandbox/city` */
export interface City {
  tenant: string;
  departments: { code: string; id: string; name: string }[];
  people: CityPerson[];
  apps: { appId: string; name: string; botId: string; menu: MenuEntry[]; connections: number }[];
}
