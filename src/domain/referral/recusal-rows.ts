import { headOf, isSamePerson, nameOf } from '../people.ts';
import { dateOf } from '../time/deadlines.ts';
import { rows } from '../document.ts';
import { post, redraw } from '../effects.ts';
import { refuse } from '../refusal.ts';
import { afterRecusal, decidableRecusals, deciding, entered, idOf, withDecided, withVerifier } from './changes.ts';
import { tookPart } from './guards.ts';
import { declareInput, raiseInput, recusalDecisionInput, statementInput, superiorInput } from './inputs.ts';
import { openToSay, pendingRecusals, recusalOf } from './recusal.ts';
import type { Referral } from './referral.ts';

const row = rows<Referral>();
const article = '公务员法76条';
const open = ['v.none', 'v.working', 'v.done'];
const tell = () => [post('tell-forward'), post('tell-matter'), redraw()];

/** 回避 within a case (domain section 2): whoever is named is out at once, the others go on, the head decides; on the head the superior organ. */
export const recusalRows = [
  row({
    act: 'declare', verb: '回避声明', code: 'VER_DECLARE', article, from: open, to: '=', by: ['VERIFIER', 'HEAD', 'ACTING_HEAD'], input: declareInput,
    guard: ({ input }) => (input.tied === 'recuse' && input.why.length < 2 ? refuse('reason', { what: '申请回避' }, ['why']) : undefined),
    change: ({ doc, input, by, world }) => (input.tied === 'none' ? { verifiers: withVerifier(doc.data, by, { declared: 'none' }) }
      : { recusals: [...doc.data.recusals, entered({ person: idOf(by), source: 'self', relation: input.relation, why: input.why }, world)] }),
    follow: ({ doc, input, by, world }) => [...(input.tied === 'none' ? [] : [...afterRecusal(doc, idOf(by), world), ...tell()]), redraw()],
    note: ({ input }) => (input.tied === 'none' ? '无需回避' : '名单有调整'),
  }),
  row({
    act: 'raise', verb: '提出回避', code: 'VER_RECUSE', article, from: open, to: '=', by: ['DEPUTY', 'HEAD', 'ACTING_HEAD', 'LIAISON'], input: raiseInput,
    guard: ({ doc, input, by, world }) => {
      if (world.directory.people.get(input.person)?.organ !== doc.data.organ) return refuse('not-found', { what: '该人员（须为本部门人员）' }, ['person']);
      if (isSamePerson(world.directory, idOf(by), input.person)) return refuse('input', { fields: '本人有关系的，请用「申请回避」' }, ['person']);
      return recusalOf(doc.data, input.person) ? refuse('stale', { who: nameOf(world.directory, input.person), what: '回避' }) : undefined;
    },
    change: ({ doc, input, world }) => ({ recusals: [...doc.data.recusals, entered(input, world)] }),
    follow: ({ doc, input, world }) => [...afterRecusal(doc, input.person, world), ...tell()],
    note: () => '名单有调整',
  }),
  ...([['tied', '申请回避'], ['untied', '无此情形，说明']] as const).map(([stand, verb]) => row({
    act: 'sayRecusal', given: { stand }, verb, code: 'VER_RECUSE_SAY', article, from: open, to: '=', by: ['RECUSED'], input: statementInput,
    guard: ({ input }) => (stand === 'untied' && input.why.length < 4 ? refuse('input', { fields: '请写明为什么没有此情形（不少于 4 个字）' }, ['why']) : undefined),
    change: ({ doc, input, by, world }) => ({
      recusals: doc.data.recusals.map((one) => (one === openToSay(doc.data, idOf(by)) ? { ...one, said: { stand, why: input.why, at: world.now.toISOString() } } : one)),
    }),
    follow: () => [redraw()],
    note: () => '已提交负责人决定',
  })),
  row({
    act: 'decideRecusal', verb: '决定回避', code: 'VER_RECUSE_DEC', article, from: open, to: '=', by: ['HEAD', 'ACTING_HEAD'], input: recusalDecisionInput,
    guard: ({ doc, input, by, world }) => (decidableRecusals(doc.data, idOf(by), world.directory).some((recusal) => recusal.person === input.person) ? undefined : refuse('stale')),
    change: ({ doc, input, by, world }) => ({ recusals: withDecided(doc.data, { ...input, decidedBy: idOf(by), document: '' }, world) }),
    follow: tell,
    note: ({ input }) => (input.agree === 'yes' ? '同意回避' : '不需回避'),
  }),
  row({
    act: 'superior', verb: '登记上级决定', code: 'VER_RECUSE_DEC', article, from: open, to: '=', by: ['DEPUTY', 'LIAISON'], input: superiorInput,
    guard: ({ doc, input, world }) => {
      const head = headOf(world.directory, doc.data.organ, dateOf(world.now))?.id ?? '';
      if (!pendingRecusals(doc.data).some((recusal) => recusal.person === head)) return refuse('stale');
      if (input.agree === 'no') return undefined;
      const named = world.directory.people.get(input.decider);
      if (named?.organ !== doc.data.organ) return refuse('input', { fields: '请选择上级指定由谁决定' }, ['decider']);
      const unfit = isSamePerson(world.directory, named.id, head) || recusalOf(doc.data, named.id) || tookPart(doc, named.id, world.directory);
      return unfit ? refuse('E-402', { name: named.name, reason: '本人回避或者参与了本案核实' }, ['decider']) : undefined;
    },
    change: ({ doc, input, world }) => ({
      recusals: withDecided(doc.data, { person: headOf(world.directory, doc.data.organ, dateOf(world.now))?.id ?? '', agree: input.agree, decidedBy: '', document: input.document }, world),
      decider: input.agree === 'yes' ? input.decider : '',
    }),
    follow: ({ doc, world }) => [...(doc.state === 'v.done' ? deciding(doc, world) : []), ...tell()],
    note: ({ input, world }) => `${input.document}：${input.agree === 'yes' ? `回避，指定 ${nameOf(world.directory, input.decider)} 决定` : '不需回避'}`,
  }),
];
