import type { CityPerson } from '../api/city.ts';

/** What the standalone card page draws. */
export interface SheetRequest {
  /** Card JSON 2.0 each, with a line above it (may be empty). */
  cards: { title: string; card: unknown }[];
  theme?: 'light' | 'dark';
  /** Width of each card's frame in px; absent = the platform's own 600. */
  width?: number;
  /** People for pickers, `<at>` and person components. */
  people?: CityPerson[];
  /** ISO moment for 「today」 in date pickers. */
  now?: string;
}

declare global {
  interface Window {
    __cards?: SheetRequest;
  }
}
