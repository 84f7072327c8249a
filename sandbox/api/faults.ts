/** `POST /sandbox/faults` (whole set each time; `GET` reads it). Chances 0..1, drawn from `seed`. */
export interface Faults {
  seed: number;
  api5xx: number;
  apiTimeout: number;
  api429: number;
  apiSlowMs: number;
  eventDuplicate: number;
  eventDelayMs: number;
  tokenExpired: number;
  dropSocket: number;
}
