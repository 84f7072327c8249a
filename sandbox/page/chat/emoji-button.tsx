import { useState } from 'preact/hooks';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { writtenEmoji } from './emoji.ts';

/** Offers emoji to write into a text. */
export function EmojiButton({ onChoose }: { onChoose: (emoji: string) => void }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <button type="button" class="btn-icon" aria-haspopup="dialog" aria-label={t('emoji')} title={t('emoji')} onClick={(event) => setAnchor(event.currentTarget)}><Icon name="smile" /></button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('emoji')} width={264} align="end" onClose={() => setAnchor(null)}>
          <div class="emoji-grid" onKeyDown={(event) => moveAmong(event, 'button')}>
            {writtenEmoji.map((emoji) => <button type="button" key={emoji} onClick={() => { onChoose(emoji); setAnchor(null); }}>{emoji}</button>)}
          </div>
        </Floating>
      )}
    </>
  );
}
