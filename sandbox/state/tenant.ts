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
}

/** A department directly under the root; `id` is the open_department_id, `code` the custom one. */
export interface Department {
  id: string;
  code: string;
  name: string;
}

/** A self-built app with its bot. */
export interface App {
  appId: string;
  appSecret: string;
  name: string;
  encryptKey: string;
  verificationToken: string;
  webhookUrl?: string;
  menu: MenuEntry[];
  botId: string;
}
