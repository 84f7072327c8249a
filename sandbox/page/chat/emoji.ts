import { t, type Word } from '../language/language.ts';

const words: Record<string, Word> = {
  THUMBSUP: 'emojiThumbsUp', DONE: 'emojiDone', Get: 'emojiGet', JIAYI: 'emojiPlusOne', CLAP: 'emojiClap', APPLAUSE: 'emojiClap', HEART: 'emojiHeart',
  SMILE: 'emojiSmile', THINKING: 'emojiThinking', MUSCLE: 'emojiMuscle', Pin: 'emojiPin', Typing: 'emojiTyping', OnIt: 'emojiOnIt', OneSecond: 'emojiOneSecond',
  CheckMark: 'emojiCheck', CrossMark: 'emojiCross', SALUTE: 'emojiSalute', THANKS: 'emojiThanks', LOVE: 'emojiLove',
};

/** Emoji types offered at once when a person reacts to a message. */
export const offeredEmoji = ['OK', 'THUMBSUP', 'DONE', 'Get', 'THANKS'] as const;

/** All emoji types a person can react with. */
export const allEmoji = ['OK', 'THUMBSUP', 'DONE', 'Get', 'THANKS', 'JIAYI', 'CLAP', 'HEART', 'SMILE', 'THINKING', 'MUSCLE', 'OnIt', 'OneSecond', 'CheckMark', 'CrossMark', 'SALUTE', 'LOVE', 'Pin'] as const;

/** Emoji to write into a text. */
export const writtenEmoji = ['😀', '😄', '😊', '🙂', '😉', '🤔', '😅', '😮', '😟', '😢', '🙏', '👏', '👍', '👌', '💪', '🤝', '🎉', '❤️', '✅', '❌', '⚠️', '📌', '📎', '📅', '⏰', '☎️', '🚧', '🏗️'] as const;

/** The word for a platform emoji type, so that nothing depends on an emoji font; unknown ones by their own name. */
export function emojiOf(type: string): string {
  const word = words[type];
  return word === undefined ? type : t(word);
}
