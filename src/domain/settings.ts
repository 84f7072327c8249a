import type { Settings } from './document.ts';

/** What a city may set for itself, with the defaults of the domain reading (Q1 to Q10). */
export const defaultSettings: Settings = {
  effectiveFrom: '2024-01-01',
  place: '市政务中心 3 楼会议室',
  dutyPhone: '0477-8580000',
  noticeDays: 3,
  urgentMeetings: false,
  directTransfer: false,
  vaultConsent: true,
  economy: true,
};
