import { actorId } from '../audit.ts';
import { rows, type Document, type DutyRule, type EffectRequest, type Row, type World } from '../document.ts';
import { redraw, toPerson, toRole } from '../effects.ts';
import { headOf, isSamePerson, nameOf, type Directory, type Role } from '../people.ts';
import { refuse } from '../refusal.ts';
import { dateOf } from '../time/time.ts';
import { declareInput, raiseInput, recusalDecisionInput, statementInput, superiorInput } from './inputs.ts';
import { decidableRecusals, deciderOf, openToSay, pendingRecusals, recusalOf, type Recusable, type Recusal } from './recusal.ts';

const article = '公务员法76条';

/** What a kind of document says of its own 回避. */
export interface RecusalOf<D> {
  from: readonly string[];
  /** Whose declaration is asked for. */
  declarers: readonly Role[];
  /** Audit actions: declared, raised, said to it, decided. */
  codes: readonly [declared: string, raised: string, said: string, decided: string];
  /** What 无需回避 of this person changes. */
  cleared(data: D, person: string): Partial<D>;
  /** Whether he had a hand in the case, so that he cannot be named to decide in the head's place. */
  tookPart(doc: Document<D>, person: string, directory: Directory): boolean;
  /** Who else hears that somebody is out. */
  left(doc: Document<D>, world: World): readonly EffectRequest[];
  /** Who hears that somebody now decides in the head's place. */
  named?(doc: Document<D>, world: World): readonly EffectRequest[];
  /** Those documents that keep the same list. */
  tell(): readonly EffectRequest[];
}

/** 回避 within a case (domain section 2): whoever is named is out at once, the others go on, the head decides; on the head the superior organ. */
export function recusalRows<D extends Recusable>(of: RecusalOf<D>): readonly Row<D>[] {
  const row = rows<D>();
  const [declared, raised, said, decided] = of.codes;
  const put = (change: Partial<Recusable>): Partial<D> => change as Partial<D>;
  const told = () => [...of.tell(), redraw()];
  return [
    row({
      act: 'declare', verb: '回避声明', code: declared, article, from: of.from, to: '=', by: of.declarers, input: declareInput,
      guard: ({ input }) => (input.tied === 'recuse' && input.why.length < 2 ? refuse('reason', { what: '申请回避' }, ['why']) : undefined),
      change: ({ doc, input, by, world }) => (input.tied === 'none' ? of.cleared(doc.data, actorId(by))
        : put({ recusals: [...doc.data.recusals, entered({ person: actorId(by), source: 'self', relation: input.relation, why: input.why }, world)] })),
      follow: ({ doc, input, by, world }) => [...(input.tied === 'none' ? [] : [...afterRecusal(of, { doc, person: actorId(by), world }), ...of.tell()]), redraw()],
      note: ({ input }) => (input.tied === 'none' ? '无需回避' : '名单有调整'),
    }),
    row({
      act: 'raise', verb: '提出回避', code: raised, article, from: of.from, to: '=', by: ['DEPUTY', 'HEAD', 'ACTING_HEAD', 'LIAISON'], input: raiseInput,
      guard: ({ doc, input, by, world }) => {
        if (world.directory.people.get(input.person)?.organ !== doc.data.organ) return refuse('not-found', { what: '该人员（须为本部门人员）' }, ['person']);
        if (isSamePerson(world.directory, actorId(by), input.person)) return refuse('input', { fields: '本人有关系的，请用「申请回避」' }, ['person']);
        return recusalOf(doc.data, input.person) ? refuse('stale', { who: nameOf(world.directory, input.person), what: '回避' }) : undefined;
      },
      change: ({ doc, input, world }) => put({ recusals: [...doc.data.recusals, entered(input, world)] }),
      follow: ({ doc, input, world }) => [...afterRecusal(of, { doc, person: input.person, world }), ...told()],
      note: () => '名单有调整',
    }),
    ...([['tied', '申请回避'], ['untied', '无此情形，说明']] as const).map(([stand, verb]) => row({
      act: 'sayRecusal', given: { stand }, verb, code: said, article, from: of.from, to: '=', by: ['RECUSED'], input: statementInput,
      guard: ({ input }) => (stand === 'untied' && input.why.length < 4 ? refuse('input', { fields: '请写明为什么没有此情形（不少于 4 个字）' }, ['why']) : undefined),
      change: ({ doc, input, by, world }) => put({ recusals: doc.data.recusals.map((one) => (one === openToSay(doc.data, actorId(by)) ? { ...one, said: { stand, why: input.why, at: world.now.toISOString() } } : one)) }),
      follow: () => [redraw()],
      note: () => '已提交负责人决定',
    })),
    row({
      act: 'decideRecusal', verb: '决定回避', code: decided, article, from: of.from, to: '=', by: ['HEAD', 'ACTING_HEAD'], input: recusalDecisionInput,
      guard: ({ doc, input, by, world }) => (decidableRecusals(doc.data, actorId(by), world.directory).some((recusal) => recusal.person === input.person) ? undefined : refuse('stale')),
      change: ({ doc, input, by, world }) => put({ recusals: withDecided(doc.data, { ...input, decidedBy: actorId(by), document: '' }, world) }),
      follow: told,
      note: ({ input }) => (input.agree === 'yes' ? '同意回避' : '不需回避'),
    }),
    row({
      act: 'superior', verb: '登记上级决定', code: decided, article, from: of.from, to: '=', by: ['DEPUTY', 'LIAISON'], input: superiorInput,
      guard: ({ doc, input, world }) => {
        const head = headIn(doc, world);
        if (!pendingRecusals(doc.data).some((recusal) => recusal.person === head)) return refuse('stale');
        if (input.agree === 'no') return undefined;
        const named = world.directory.people.get(input.decider);
        if (named?.organ !== doc.data.organ) return refuse('input', { fields: '请选择上级指定由谁决定' }, ['decider']);
        const unfit = isSamePerson(world.directory, named.id, head) || recusalOf(doc.data, named.id) || of.tookPart(doc, named.id, world.directory);
        return unfit ? refuse('E-402', { name: named.name, reason: '本人回避或者参与了本案办理' }, ['decider']) : undefined;
      },
      change: ({ doc, input, world }) => put({
        recusals: withDecided(doc.data, { person: headIn(doc, world), agree: input.agree, decidedBy: '', document: input.document }, world),
        decider: input.agree === 'yes' ? input.decider : '',
      }),
      follow: ({ doc, world }) => [...(of.named?.(doc, world) ?? []), ...told()],
      note: ({ input, world }) => `${input.document}：${input.agree === 'yes' ? `回避，指定 ${nameOf(world.directory, input.decider)} 决定` : '不需回避'}`,
    }),
  ];
}

/** The duty of the head, or of whoever decides in his place. */
export function recusalDuty<D extends Recusable>(states: readonly string[]): DutyRule<D> {
  return { states, roles: ['HEAD', 'ACTING_HEAD'], verb: '决定回避', card: 'recusal', limits: [], when: ({ data }) => pendingRecusals(data).length > 0 };
}

// The person himself hears it in one sentence; the head decides, or where it is his own the deputy enters what the superior organ decided.
function afterRecusal<D extends Recusable>(of: RecusalOf<D>, { doc, person, world }: { doc: Document<D>; person: string; world: World }): EffectRequest[] {
  const head = deciderOf(doc.data, world);
  const others = head && !isSamePerson(world.directory, head.id, person) ? [toPerson(head.id, 'recusal')] : toRole(world.directory, { organ: doc.data.organ, roles: ['DEPUTY'] }, 'recusal');
  return [...others, ...of.left(doc, world), toPerson(person, 'recusal')];
}

function entered(of: Pick<Recusal, 'person' | 'source' | 'relation' | 'why'>, { now }: World): Recusal {
  return { person: of.person, source: of.source, relation: of.relation, why: of.why, at: now.toISOString(), decided: '', decidedBy: '', decidedAt: '', document: '', said: null };
}

function withDecided({ recusals }: Recusable, on: Pick<Recusal, 'person' | 'decidedBy' | 'document'> & { agree: 'yes' | 'no' }, { now }: World): readonly Recusal[] {
  const made = { decided: on.agree === 'yes' ? 'agreed' : 'denied', decidedBy: on.decidedBy, document: on.document, decidedAt: now.toISOString() } as const;
  return recusals.map((recusal) => (recusal.person === on.person && recusal.decided === '' ? { ...recusal, ...made } : recusal));
}

function headIn({ data }: Document<Recusable>, { directory, now }: World): string {
  return headOf(directory, data.organ, dateOf(now))?.id ?? '';
}
