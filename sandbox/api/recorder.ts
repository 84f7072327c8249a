/**
 * `POST /sandbox/recorder { on: true }` begins a new recording of what people do on the page or through this API, `{ on: false }` ends it (best when the bot has come to rest); both answer the view.
 * `GET /sandbox/recorder` → RecorderView.
 */
export interface RecorderView {
  on: boolean;
  /** When it began, on the sandbox clock. */
  since?: string;
  /** How many things people did. */
  steps: number;
  /** A whole test file in TypeScript that plays the same story (put it into `test/sandbox/`); '' when nothing was recorded. */
  test: string;
}
