/** Minutes of a recorded meeting; without a transcript they are not ready yet. */
export interface Minute {
  token: string;
  appId: string;
  owner: string;
  title: string;
  url: string;
  durationMs: number;
  /** The meeting it was recorded in. */
  source: string;
  transcript?: string;
  deleted?: boolean;
  at: number;
}

/** A document made by an app. */
export interface Docx {
  id: string;
  appId: string;
  title: string;
  folder: string;
  at: number;
}
