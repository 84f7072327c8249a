import codes from '../data/codes.json' with { type: 'json' };

/** An item of Article 11 (D0: none, the department's own handling). */
export interface Destination {
  /** 第十一条（三） */
  article: string;
  /** What the item says, in short. */
  name: string;
  /** Organs that receive it; empty where any other supervising department may be chosen. */
  organs: readonly string[];
}

/** The code of a destination. */
export type DestinationId = keyof typeof codes.destination;

const short = (id: DestinationId): string => codes.destination[id].replace(/^\S+\s/, '');

/** Every destination; D4F may go to whoever really pays instead of the finance department. */
export const destinations: Readonly<Record<DestinationId, Destination>> = {
  D1: { article: '第十一条（一）', name: short('D1'), organs: ['JCY'] },
  D2: { article: '第十一条（二）', name: short('D2'), organs: ['JWJW'] },
  D3: { article: '第十一条（三）', name: short('D3'), organs: ['GAJ'] },
  D4: { article: '第十一条（四）', name: short('D4'), organs: [] },
  D4F: { article: '第十一条（四）', name: short('D4F'), organs: ['CZJ'] },
  D5: { article: '第十一条（五）', name: short('D5'), organs: [] },
  D6: { article: '第十一条（六）', name: short('D6'), organs: [] },
  D7: { article: '第十一条（七）', name: short('D7'), organs: ['GGZY'] },
  D0: { article: '第三条、第九条', name: codes.destination.D0, organs: [] },
};

/** What the Center may offer as feedback limit (T03), in working days; nothing of it is ever chosen beforehand. */
export interface LimitAdvice { suggested: number; options: readonly number[]; why: string }

/** The advice of T03: 一般 20, 重大 10, 紧急 5. A complaint has none: its limits are the law's, from the department's own receipt. */
export function limitsFor(kind: string, state: { urgent?: boolean; major?: boolean } = {}): LimitAdvice {
  if (state.urgent === true) return { suggested: 5, options: [5, 10, 15, 20], why: '紧急事项建议 5 个工作日' };
  if (state.major === true || kind === 'assigned') return { suggested: 10, options: [10, 15, 20], why: '重大事项建议 10 个工作日' };
  return { suggested: 20, options: [10, 15, 20], why: '一般事项建议 20 个工作日' };
}
