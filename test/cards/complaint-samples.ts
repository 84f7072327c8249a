import cases from '../domain/sample-cases.json' with { type: 'json' };
import { readLead } from '../../src/domain/intake/intake.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import type { Sample } from './samples.ts';
import { createStage, reporter, type Stage } from './stage.ts';
import { personWith } from './town.ts';

const clerk = personWith('GGZY', 'C_CLERK').id;

/** One complaint on its way: acts on it, and what is kept of it. */
interface Told { stage: Stage; does(act: string, by: string | typeof reporter, input?: object): void; take(name: string): void }

/** Every state of a complaint by name (`complaint state detail`): C2 at 市财政局, and one on a tender at 市住建局, the two departments whose people look at the cards. */
export function complaintSamples(): Record<string, Sample> {
  const taken: Record<string, Sample> = {};
  tender(taken);
  tenderEnds(taken);
  procurement(taken);
  recused(taken);
  return taken;
}

/** What somebody complains of who took part himself. */
export const ownRemedy = '我公司参加了市本级“青格勒学校综合楼”施工标，排名第二，中标候选人的业绩证明是假的，异议答复不认可，请求重新评审。';

function begin(taken: Record<string, Sample>, at: { words: string; organ: string; category: string }): Told {
  const stage = createStage('2026-11-23T09:12:00+08:00');
  const matter = (act: string, by: string | typeof reporter, input: object = {}) => void stage.does({ kind: 'matter', id: 'c2', act, by, input });
  matter('draft', reporter, draftOf(readLead(at.words, { now: stage.now() }), at.words));
  matter('register', reporter, { kind: 'complaint', source: 'self', cityLevel: 'yes', category: at.category, violations: ['NXZJ'], project: '青格勒学校综合楼' });
  matter('claim', clerk);
  stage.at('2026-11-24T10:02:00+08:00');
  matter('pass', clerk, { organ: at.organ });
  const id = `c2-s-${at.organ.toLowerCase()}`;
  return {
    stage,
    does: (act, by, input = {}) => void stage.does({ kind: 'complaint', id, act, by, input }),
    take: (name) => {
      taken[`complaint ${name}`] = { doc: stage.get(id), related: stage.ofMatter('c2'), now: stage.now() };
    },
  };
}

const accepting = { complainant: '朔砾路桥', respondent: '青格勒学校', checks: ['standing', 'time', 'prior', 'signed'] };
/** What the department decides in the stories. */
const upheld = { result: 'upheld', facts: '经向业主核实，所附业绩合同并不存在。', basis: '招标投标法实施条例61条、68条', remedies: '可自收到之日起 60 日内申请行政复议' };

const onTender = (taken: Record<string, Sample>): Told => begin(taken, { words: ownRemedy, organ: 'ZJJ', category: 'GC-FJ' });

/** The people of a department have declared that nothing keeps them from it. */
function declared(told: Told, organ: string, who = ['liaison', 'deputy', 'officer1']): Told {
  for (const each of who) told.does('declare', `${organ}-${each}`, { tied: 'none' });
  return told;
}

function recused(taken: Record<string, Sample>): void {
  const { does, take } = onTender(taken);
  does('declare', 'zjj-officer1', { tied: 'recuse', relation: 'R2', why: '近三年任职于中标候选人' });
  take('received recused');
  const chief = onTender(taken);
  chief.does('raise', 'zjj-deputy', { person: personWith('ZJJ', 'HEAD').id, source: 'party', relation: 'R1', why: '投诉人申请其回避' });
  chief.take('received head recused');
}

function tender(taken: Record<string, Sample>): void {
  const { stage, does, take } = onTender(taken);
  take('received new');
  declared({ stage, does, take }, 'zjj');
  take('received');
  stage.at('2026-11-30T09:00:00+08:00');
  take('received late');
  does('accept', 'zjj-officer1', accepting);
  take('accepted');
  does('pause', 'zjj-deputy', { reason: '防止签订合同造成难以恢复的后果', until: '2026-12-31' });
  take('accepted paused');
  does('suspend', 'zjj-liaison', { ground: 'appraisal', document: '鄂鉴委〔2026〕12号' });
  take('suspended');
  does('resume', 'zjj-liaison');
  does('withdraw', reporter, { reason: '与招标人达成一致' });
  take('withdrawing');
  does('deny', 'zjj-liaison', { reason: '已查实业绩合同不存在' });
  take('accepted withdrawal denied');
  does('unpause', 'zjj-deputy');
  stage.at('2027-01-20T09:00:00+08:00');
  take('accepted late');
  does('decide', 'zjj-liaison', upheld);
  take('decided');
}

function tenderEnds(taken: Record<string, Sample>): void {
  const rejected = declared(onTender(taken), 'zjj');
  rejected.does('reject', 'zjj-liaison', { ground: 'outsider', words: '投诉人未参加该项目投标' });
  rejected.take('rejected');
  const redirected = declared(onTender(taken), 'zjj');
  redirected.does('redirect', 'zjj-liaison', { organ: 'JTJ', words: '项目为公路附属房屋' });
  redirected.take('redirected');
  const withdrawn = onTender(taken);
  withdrawn.does('withdraw', reporter, { reason: '已经和解，不再投诉' });
  withdrawn.take('withdrawn');
  const merged = onTender(taken);
  merged.does('giveWay', 'system', { id: 'c9-s-jtj', no: 'TS-20261123-0009', organ: 'JTJ' });
  merged.take('merged');
  const first = declared(onTender(taken), 'zjj');
  first.does('join', 'system', { id: 'c9-s-jtj', no: 'TS-20261123-0009', organ: 'JTJ' });
  first.take('received joined');
  const forged = declared(onTender(taken), 'zjj');
  forged.does('accept', 'zjj-liaison', accepting);
  forged.does('decide', 'zjj-liaison', { ...upheld, result: 'dismissed', ground: 'forged', facts: '经核实，投诉所附检测报告系伪造。' });
  forged.take('decided forged');
}

function procurement(taken: Record<string, Sample>): void {
  const { stage, does, take } = begin(taken, { words: cases.find(({ id }) => id === 'C2')?.text ?? '', organ: 'CZJ', category: 'ZC-HF' });
  declared({ stage, does, take }, 'czj', ['liaison']);
  take('procurement received');
  does('fix', 'czj-liaison', { words: '请补交质疑函及答复、授权委托书', dueDate: '2026-11-30' });
  take('correcting');
  stage.at('2026-12-01T09:00:00+08:00');
  take('correcting over');
  does('fixed', reporter);
  take('received fixed');
  does('accept', 'czj-liaison', accepting);
  take('procurement accepted');
  does('serve', 'czj-liaison');
  take('accepted served');
}
