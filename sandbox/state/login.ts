/** A user access token; `until` is on the machine's clock. */
export interface UserToken {
  appId: string;
  person: string;
  scopes: string[];
  until: number;
}
