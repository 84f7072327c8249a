const shapes: Record<string, string> = {
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm8 2-3.7-3.7',
  add: 'M10 4v12M4 10h12',
  down: 'm5 8 5 5 5-5',
  right: 'm8 5 5 5-5 5',
  left: 'm12 5-5 5 5 5',
  close: 'm5 5 10 10M15 5 5 15',
  check: 'm4 10.5 4 4 8-9',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  send: 'M17 3 3.5 8.6l5.3 2.6L11.4 17 17 3Zm-8.2 8.2L12.5 7.5',
  clip: 'm16 9.3-6.4 6.4a3.9 3.9 0 0 1-5.5-5.5l6.7-6.7a2.6 2.6 0 0 1 3.7 3.7l-6.5 6.5a1.3 1.3 0 0 1-1.9-1.9l5.8-5.7',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm0 0v1.2a2.2 2.2 0 0 0 4.4 0V10a7.4 7.4 0 1 0-3 6',
  reply: 'M8 5 3.5 9.5 8 14M4 9.5h6.5c3.4 0 6 2 6 6',
  smile: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM7 12c.7 1.2 1.7 1.8 3 1.8s2.3-.6 3-1.8M7.5 8v.01M12.5 8v.01',
  bell: 'M5 13.5V9a5 5 0 0 1 10 0v4.5l1.2 1.5H3.8L5 13.5ZM8.5 17.3h3',
  chat: 'M3 4.5h14v10H9.5L6 17.5v-3H3v-10Z',
  calendar: 'M3.5 5h13v11.5h-13V5Zm0 4h13M7 3v3.5M13 3v3.5',
  task: 'M3.5 3.5h13v13h-13v-13Zm3.5 6.7 2.2 2.2 4-4.6',
  clock: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM10 5.8V10l2.8 1.8',
  fast: 'M3.5 5v10l6.2-5-6.2-5Zm7 0v10l6.2-5-6.2-5Z',
  sun: 'M13.2 10a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0ZM10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M15.3 4.7l-1.1 1.1M5.8 14.2l-1.1 1.1',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z',
  screen: 'M3 4h14v9.5H3V4Zm4.5 12.5h5M10 13.5v3',
  panel: 'M3 4h14v12H3V4Zm9 0v12',
  split: 'M3 4h14v12H3V4Zm7 0v12',
  file: 'M5 2.8h6.3L15.5 7v10.2H5V2.8Zm6.2.2v4.2h4.2',
  download: 'M10 3v9m0 0 3.5-3.5M10 12 6.5 8.5M4 16.5h12',
  picture: 'M3 4h14v12H3V4Zm0 9.5 4-4 3.5 3.5 2.5-2.5 4 4M12.8 7.6v.01',
  sound: 'M4 8v4h2.8L11 15.5v-11L6.8 8H4Zm10-.5a3.6 3.6 0 0 1 0 5M15.9 5.3a6.6 6.6 0 0 1 0 9.4',
  pin: 'M7 3.5h6l-.8 5 2.3 2.6H5.5L7.8 8.5 7 3.5Zm3 7.6v5.6',
  people: 'M10.5 7a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0ZM2.6 16c.4-2.8 2.3-4.4 5-4.4s4.7 1.6 5.1 4.4M13 4.6a2.6 2.6 0 0 1 0 4.9M14.6 11.9c1.6.6 2.6 2 2.9 4.1',
  person: 'M13 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm-9 9.6c.4-3.1 2.7-5 6-5s5.6 1.9 6 5',
  bot: 'M4.5 7.5h11v8h-11v-8Zm5.5-3.7v3.7M7.8 11v1M12.2 11v1M2.5 10.3v2.4M17.5 10.3v2.4',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  keyboard: 'M2.5 5h15v10h-15V5ZM5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M6.5 12h7',
  info: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM10 9v5M10 6.4v.01',
  warning: 'M10 3 2.5 16.5h15L10 3Zm0 5.2v4M10 14.4v.01',
  done: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Zm-11 .3 2.4 2.4 4.6-5',
  approval: 'M7.5 9.5C6.6 7 7.2 3 10 3s3.4 4 2.5 6.5h3.8v4H3.7v-4h3.8ZM4 16.8h12',
  place: 'M10 17.3c3.6-3.6 5.3-6.4 5.3-8.7A5.3 5.3 0 0 0 4.7 8.6c0 2.3 1.7 5.1 5.3 8.7Zm1.9-8.8a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0Z',
  link: 'm8.2 11.8 3.6-3.6M9 6.2l2-2a3.4 3.4 0 0 1 4.8 4.8l-2 2M11 13.8l-2 2A3.4 3.4 0 0 1 4.2 11l2-2',
  wrench: 'M16.7 5.6 13.9 8.4l-2.3-2.3 2.8-2.8a4.4 4.4 0 0 0-5.7 5.7l-5.4 5.4a1.6 1.6 0 0 0 2.3 2.3l5.4-5.4a4.4 4.4 0 0 0 5.7-5.7Z',
  flag: 'M5 17.5v-14h9.5l-2 3.5 2 3.5H5',
  box: 'M3.5 7h13v9.5h-13V7Zm-.5-3.5h14V7H3V3.5ZM8 10.5h4',
  record: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Zm-4.5 0a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
  pause: 'M7 4v12M13 4v12',
  trash: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11',
  copy: 'M7 7h9.5v9.5H7V7Zm-3.5 6V3.5H13',
  lock: 'M5 9h10v7.5H5V9Zm2 0V6.5a3 3 0 0 1 6 0V9',
  play: 'M6.5 4.5v11l9-5.5-9-5.5Z',
  expand: 'M11.5 3.5h5v5M8.5 16.5h-5v-5M16 4l-5 5M4 16l5-5',
  chart: 'M4 16V9M8 16V5M12 16v-5M16 16V7',
};

const cardTokens: Record<string, string> = {
  approval: 'approval', time: 'clock', calendar: 'calendar', info: 'info', warning: 'warning', attachment: 'clip',
  done: 'done', member: 'person', group: 'people', chat: 'chat', link: 'link', file: 'file', search: 'search', down: 'down',
  right: 'right', more: 'more', pin: 'pin', bell: 'bell', alert: 'warning', close: 'close', yes: 'check', todo: 'task',
};

/** A line icon of the page's own set, hidden from screen readers. */
export function Icon({ name, size = 18 }: { name: string; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={shapes[name] ?? shapes['info'] ?? ''} stroke-width={name === 'more' ? 2.4 : 1.5} />
    </svg>
  );
}

/** The own icon that stands for a platform token such as `approval_outlined`; unknown tokens fall to a neutral one. */
export function iconForToken(token: string): string {
  const stem = token.replace(/_(outlined|filled|colorful|bold)$/, '');
  return cardTokens[stem] ?? Object.entries(cardTokens).find(([key]) => stem.includes(key))?.[1] ?? 'info';
}
