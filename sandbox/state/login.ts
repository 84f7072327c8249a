/** A user access token; `until` is on the machine's clock. */
export interface UserToken {
  appId: string;
  person: string;
  scopes: string[];
  until: number;
}

/** A login code, from the browser's page or from inside the client; `until` is on the machine's clock. */
export interface LoginCode {
  appId: string;
  person: string;
  scopes: string[];
  redirectUri?: string;
  challenge?: { value: string; method: 'S256' | 'plain' };
  until: number;
  used: boolean;
}

/** A refresh token; `since` is when the person agreed, `access` the token it came with. */
export interface RefreshToken {
  appId: string;
  person: string;
  scopes: string[];
  access: string;
  since: number;
  until: number;
  used: boolean;
}

/** A ticket for signing the page of a web app, and the signatures already used with it. */
export interface PageTicket {
  value: string;
  until: number;
  signatures: string[];
}

/** An app on its way to be registered from a device; `until` and `polled` are on the machine's clock. */
export interface Registration {
  userCode: string;
  until: number;
  polled: number;
  answer?: { appId: string; person: string } | 'refused';
}

/** All that logging in has produced. */
export interface Logins {
  tokens: Record<string, UserToken>;
  codes: Record<string, LoginCode>;
  refresh: Record<string, RefreshToken>;
  /** Scopes a person has granted so far, by `app person`: they add up. */
  grants: Record<string, string[]>;
  tickets: Record<string, PageTicket>;
  /** By device code. */
  registrations: Record<string, Registration>;
}

/** Nobody has logged in. */
export function noLogins(): Logins {
  return { tokens: {}, codes: {}, refresh: {}, grants: {}, tickets: {}, registrations: {} };
}

/** Forgets what has run out more than a day ago, so that "expired" can still be told from "unknown" for a while. */
export function pruneLogins(logins: Logins, now: number): void {
  for (const shelf of [logins.tokens, logins.codes, logins.refresh]) {
    for (const [key, known] of Object.entries(shelf)) if (known.until < now - 86_400_000) delete shelf[key];
  }
}
