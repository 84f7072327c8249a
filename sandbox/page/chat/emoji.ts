const words: Record<string, string> = {
  OK: 'OK', THUMBSUP: '赞', DONE: '完成', Get: '收到', JIAYI: '加一', CLAP: '鼓掌', APPLAUSE: '鼓掌', HEART: '爱心', SMILE: '微笑', THINKING: '思考',
  MUSCLE: '加油', Pin: '标记', Typing: '输入中', OnIt: '在办', OneSecond: '稍等', CheckMark: '对', CrossMark: '不对', SALUTE: '敬礼', THANKS: '谢谢', LOVE: '喜欢',
};

/** Emoji types offered when a person reacts to a message. */
export const offeredEmoji = ['OK', 'THUMBSUP', 'DONE', 'Get', 'THANKS'] as const;

/** The word for a platform emoji type, so that nothing depends on an emoji font; unknown ones by their own name. */
export function emojiOf(type: string): string {
  return words[type] ?? type;
}
