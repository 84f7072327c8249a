import type { Settings } from '../api/settings.ts';
import type { Fields } from '../json.ts';

/** Every setting as the contract assumes it. */
export const usual: Settings = {
  tokenFailureStatus: 200,
  wrongSecretCode: 10014,
  emptyChoice: 'absent',
  botsHearBots: false,
  groupFilesWithoutMention: false,
  repeatedUuid: 'first',
  answerUsesToken: false,
  signatureTime: 's',
  firstChatEvent: false,
  cardReadBack: 'stub',
  sensitiveWords: [],
  leakGuard: false,
  recallHours: 24,
  editHours: 24,
  urgentUnread: 200,
  urgentSms: 100,
  urgentPhone: 100,
  monthlyCalls: 0,
  ipAllowList: [],
  chatBusyMs: 10,
  chatMembers: 5000,
  docxAnnouncements: true,
  calendarBusyMs: 0,
  taskTokenBusyMs: 0,
  threadlessChats: [],
  customBotRush: false,
};

/** The settings that take one of a few values; the others take what their usual value is: yes or no, a count, a list of texts. */
const choices: Partial<Record<keyof Settings, readonly unknown[]>> = {
  tokenFailureStatus: [200, 400],
  wrongSecretCode: [10014, 10015],
  emptyChoice: ['absent', 'empty'],
  repeatedUuid: ['first', 'busy'],
  signatureTime: ['s', 'ms'],
  cardReadBack: ['stub', 'words'],
};

function complaint(key: string, value: unknown): string | undefined {
  if (!Object.hasOwn(usual, key)) return `没有叫 ${key} 的设置`;
  const name = key as keyof Settings;
  const offered = choices[name];
  if (offered !== undefined) return offered.includes(value) ? undefined : `${key} 只能是 ${offered.join('、')}`;
  const sample = usual[name];
  if (typeof sample === 'boolean') return typeof value === 'boolean' ? undefined : `${key} 只能是 true 或 false`;
  if (typeof sample === 'number')
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? undefined : `${key} 应为不小于 0 的整数`;
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? undefined : `${key} 应为一组文字`;
}

/** The settings with the wished ones changed; a Chinese sentence when one of them cannot be. */
export function changeSettings(current: Settings, wish: Fields): Settings | string {
  const wrong = Object.entries(wish).map(([key, value]) => complaint(key, value));
  return wrong.find((each) => each !== undefined) ?? { ...current, ...(wish as Partial<Settings>) };
}
