import { mornings, quietChoices, type Preferences, type SnoozeChoice } from '../../src/domain/push/push.ts';
import { box, card, focus, form, help, select, submit, type Card, type Tap } from '../kit/kit.ts';

/** The item from which the settings were opened: its number, and when its reminder may be put off to. */
export interface ReminderItem { kind: string; id: string; no: string; choices: readonly SnoozeChoice[] }

const sizes = { normal: '标准', large: '大字' } as const;

/** K40 提醒设置: when the morning's list comes, when nobody may disturb, how large the cards are, and this item's reminder; none of it moves a limit. */
export function reminders({ prefs, item }: { prefs: Preferences; item?: ReminderItem }): Card {
  const tap: Tap = { do: 'mind', what: 'settings', ...(item ? { kind: item.kind, id: item.id } : {}) };
  return card({ title: '提醒设置', tint: 'grey', summary: '提醒设置', ...(item ? { subtitle: item.no } : {}) }, [
    form('reminders', [
      select('digest', '每日汇总', { options: mornings.map((value) => ({ value, text: value })), value: prefs.digestAt }),
      select('quiet', '免打扰', { options: quietChoices.map((value) => ({ value, text: quietWords(value) })), value: `${prefs.quiet.from}-${prefs.quiet.to}` }),
      select('size', '卡片字号', { options: Object.entries(sizes).map(([value, text]) => ({ value, text })), value: prefs.large ? 'large' : 'normal' }),
      item && item.choices.length > 0 && select('snooze', '本件提醒', { options: [{ value: '', text: '照常提醒' }, ...item.choices.map(({ key, words }) => ({ value: key, text: `推迟到${words}` }))].filter(({ value }) => value), placeholder: '照常提醒' }),
      submit('save', '保存', { tap, look: 'primary_filled', wide: true }),
    ]),
    help('推迟提醒不改变期限。24 小时移送、紧急件不受免打扰限制'),
  ]);
}

/** K40 once saved: what now holds, without a form. */
export function remindersSaved(prefs: Preferences, snoozed = ''): Card {
  return card({ title: '提醒设置', tint: 'grey', tag: '已保存', summary: '提醒设置已保存' }, [
    focus('已保存，期限不变'),
    box(`每日汇总　${prefs.digestAt}`, `免打扰　${quietWords(`${prefs.quiet.from}-${prefs.quiet.to}`)}，休息日全天`, `卡片字号　${prefs.large ? sizes.large : sizes.normal}`, snoozed && `本件提醒　推迟到${snoozed}`),
    help('要再改，请说「提醒设置」'),
  ]);
}

function quietWords(choice: string): string {
  const [from = '', to = ''] = choice.split('-');
  return `${from} 至次日 ${to}`;
}
