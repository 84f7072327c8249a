import type { RulesTable } from './competence/routing-rules.ts';

/** The city's own settings. */
export interface Settings {
  effectiveFrom: string;
  place: string;
  dutyPhone: string;
  noticeDays: number;
  /** Whether the last reminder of a meeting is marked urgent in the app (加急); off where nobody asks for it. */
  urgentMeetings: boolean;
  /** Q1: whether the Center may transfer without a department in the narrow exceptions. */
  directTransfer: boolean;
  /** Whether a second keeper must agree before a reporter's identity is shown. */
  vaultConsent: boolean;
  /** Versions of the competence table with the days from which they hold; absent where the city has none of its own. */
  rules?: readonly [RulesTable, ...RulesTable[]];
  /** Spans that the city set for limits whose mode is config, by number, in the limit's own unit. */
  limits: Readonly<Record<string, number>>;
  /** Whether pushes keep quiet hours, pauses and caps; without it every card goes out at once. */
  economy: boolean;
}

/** What a city may set for itself, with the defaults of the domain reading (Q1 to Q10). */
export const defaultSettings: Settings = {
  effectiveFrom: '2024-01-01',
  place: '市政务中心 3 楼会议室',
  dutyPhone: '0477-8580000',
  noticeDays: 3,
  urgentMeetings: false,
  directTransfer: false,
  vaultConsent: true,
  limits: {},
  economy: true,
};
