/** An answer of the platform that was not yes; `code` is its own (234037: file too big). */
export function platformCode(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}

/** Codes of the platform for a group that is disbanded, or that the bot is no longer in. */
const groupGone = new Set([232009, 232006, 230002]);

/** Whether the platform said no because a group is gone, or the bot no longer in it. */
export function isGroupGone(error: unknown): boolean {
  return groupGone.has(platformCode(error) ?? 0);
}
