import type { AppConsole, ConsoleSettings } from '../state/console.ts';

/** `GET /sandbox/console?app=cli_…`: an app's developer console. */
export interface ConsoleView extends AppConsole {
  app: string;
  /** Request URL of the events; absent = long connection only. */
  webhookUrl?: string;
  encryptKey: string;
  verificationToken: string;
}

/** `POST /sandbox/console` changes what is named, answers `ConsoleView`; 400 for a list that is neither `"all"` nor strings. */
export interface ConsoleChange
  extends Partial<ConsoleSettings>, Partial<Pick<AppConsole, 'redirectUris' | 'trustedDomains' | 'callbackUrl' | 'enabled' | 'bot'>> {
  app: string;
  webhookUrl?: string;
  encryptKey?: string;
  /** `publish` (default): the draft takes effect at once; `draft`: it waits; `withdraw`: no version is in force any more. */
  version?: 'publish' | 'draft' | 'withdraw';
}

/** `POST /sandbox/probe { app }` → ProbeResult[]: forged pushes to the app's request URL, each of which it should refuse with another status than 200. */
export interface ProbeResult {
  name: string;
  refused: boolean;
  /** Absent when nothing came back within 3 s. */
  status?: number;
}
