/** A card made in the card tool, with `${name}` where variables go; only the apps named may use it. */
export interface CardTemplate {
  id: string;
  version: string;
  apps: string[];
  card: string;
}

export interface CardEntity {
  id: string;
  appId: string;
  card: string;
  sequence: number;
  message?: string;
  at: number;
  /** Since when the card streams, on the sandbox clock. */
  streamingSince?: number;
  /** What was asked under a uuid, so that a repetition does nothing and another request is refused. */
  asked?: Record<string, string>;
}

export interface UpdateToken {
  appId: string;
  message: string;
  at: number;
  uses: number;
}
