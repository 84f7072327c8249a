/** A custom bot of one group (自定义机器人): its address ends with `token`. */
export interface CustomBot {
  token: string;
  chat: string;
  name: string;
  /** What guards it, when set: a secret to sign with, words of which one must be said, addresses it may be called from. */
  secret?: string;
  keywords?: string[];
  ips?: string[];
}
