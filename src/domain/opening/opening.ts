import type { ReportedPerson } from '../reporter/reported-people.ts';

/** 查阅举报人信息: one opening of the vault for one matter. Who reported is not here. */
export interface Opening {
  matterNo: string;
  /** open_id of the keeper who asked, why, and since when (ISO). */
  asker: string;
  reason: string;
  /** open_id of the second keeper, and why he refused. */
  second: string;
  refusedFor: string;
  shownAt: string;
  /** From whom the matter is kept: organs, people, whoever is recused. */
  reported: readonly string[];
  reportedPeople: readonly ReportedPerson[];
  out: readonly string[];
  /** Whether the Center itself is concerned. */
  pastCenter: boolean;
}

/** States of an opening. */
export const openingStates = {
  new: '未建立', 'o.open': '待填写', 'o.asked': '待同意', 'o.agreed': '已同意', 'o.shown': '已显示', 'o.closed': '已查阅', 'o.refused': '未同意', 'o.lapsed': '已失效',
} as const;

/** States after which nothing follows. */
export const openingFinal = ['o.closed', 'o.refused', 'o.lapsed'];

/** As long the identity stands in the keeper's chat, ms. */
export const shownMs = 60_000;
/** As long a request waits for the second keeper, and an agreement to be used, ms. */
export const patienceMs = { 'o.asked': 3 * 86_400_000, 'o.agreed': 86_400_000 } as const;
