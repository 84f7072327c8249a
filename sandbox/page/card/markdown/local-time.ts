const zone = 'Asia/Shanghai';

const shapes: Record<string, Intl.DateTimeFormatOptions> = {
  date_short: { month: 'short', day: 'numeric' },
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  week: { weekday: 'long' },
  week_short: { weekday: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_sec: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

/** The words of `<local_datetime>` for one `format_type` in a card locale such as `zh_cn`, in China's time; unknown formats are `date_num`, a moment that is none is ''. */
export function localTime(moment: number, format: string, locale: string): string {
  if (!Number.isFinite(moment)) return '';
  if (format === 'timezone') return 'GMT+8:00';
  const shape = shapes[format];
  if (shape === undefined) return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(moment);
  return new Intl.DateTimeFormat(locale.replace('_', '-'), { timeZone: zone, ...shape }).format(moment);
}
