import type { ComponentType } from 'preact';
import { emojiOf } from '../../chat/emoji.ts';
import { Icon, iconForToken } from '../../kit/icons.tsx';
import { Anchor } from '../anchor.tsx';
import { cssColor, onColor, wordColor } from '../color.ts';
import { addressOf } from '../link.ts';
import { PersonChip } from '../person-chip.tsx';
import { personName, useScene } from '../scene.ts';
import { TextTag } from '../text-tag.tsx';
import { localTime } from './local-time.ts';
import type { MarkProps } from './markdown.tsx';

function Mention({ mark }: MarkProps) {
  const scene = useScene();
  const { ids, id, email } = mark.attrs;
  const named = (ids ?? id ?? email ?? '').split(',').filter((each) => each !== '');
  return <>{named.map((each, at) => <span key={at} class="at">{at > 0 && ' '}@{personName(scene, each)}</span>)}</>;
}

function Person({ mark }: MarkProps) {
  const { id = '', style, show_name: name, show_avatar: avatar } = mark.attrs;
  return <PersonChip id={id} size="small" name={name !== 'false'} avatar={avatar !== 'false'} capsule={style === 'capsule'} />;
}

function Font({ mark, children }: MarkProps) {
  const { colors } = useScene();
  return <span style={{ color: wordColor(mark.attrs['color'] ?? '', colors) }}>{children}</span>;
}

function LarkLink({ mark, children }: MarkProps) {
  const { icon } = mark.attrs;
  return (
    <Anchor href={addressOf(mark.attrs)} class="md-link">
      {icon !== undefined && <Icon name={iconForToken(icon)} size={15} />}{children}
    </Anchor>
  );
}

function NumberTag({ mark, children }: MarkProps) {
  const { colors } = useScene();
  const back = cssColor(mark.attrs['background_color'] ?? '', colors);
  const front = cssColor(mark.attrs['font_color'] ?? '', colors);
  const style = { background: back, color: back === undefined ? front : onColor(back, front) };
  return <Anchor class="number-tag" style={style} href={addressOf(mark.attrs)}>{children}</Anchor>;
}

function LocalTime({ mark }: MarkProps) {
  const { sentAt, locale } = useScene();
  const { millisecond = '', format_type: format = 'date_num', link = '' } = mark.attrs;
  const words = localTime(millisecond === '' ? Date.parse(sentAt) : Number(millisecond), format, locale);
  return <Anchor href={link}><time>{words}</time></Anchor>;
}

/** A drawer for each tag that the platform adds to markdown; `br`, `hr` and `raw` are no different from plain markdown. */
export const larkTags = {
  at: Mention,
  person: Person,
  font: Font,
  text_tag: ({ mark, children }: MarkProps) => <TextTag color={mark.attrs['color'] ?? ''}>{children}</TextTag>,
  number_tag: NumberTag,
  link: LarkLink,
  a: ({ mark, children }: MarkProps) => <Anchor href={mark.attrs['href'] ?? ''}>{children}</Anchor>,
  local_datetime: LocalTime,
  emoji: ({ mark }: MarkProps) => <span class="md-emoji">{emojiOf(mark.text)}</span>,
} satisfies Record<string, ComponentType<MarkProps>>;
