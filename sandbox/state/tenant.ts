import type { MenuEntry } from '../api/city.ts';

/** A person of the tenant; ids follow the platform's prefixes. */
export interface Person {
  openId: string;
  unionId: string;
  userId: string;
  name: string;
  title: string;
  departments: string[];
  email: string;
  mobile: string;
  /** He has left; his ids and messages stay known. */
  resigned?: boolean;
  /** His account is suspended. */
  frozen?: boolean;
  /** App ids of the bots he has stopped from writing to him. */
  stopped?: string[];
}

/** A department, directly under the root when it has no `parent` (an open_department_id); `id` is the open_department_id, `code` the custom one. */
export interface Department {
  id: string;
  code: string;
  name: string;
  parent?: string;
}

/** A self-built app with its bot. */
export interface App {
  appId: string;
  appSecret: string;
  name: string;
  encryptKey: string;
  verificationToken: string;
  webhookUrl?: string;
  /** Event types that keep their order. */
  orderedEvents?: string[];
  menu: MenuEntry[];
  botId: string;
}
