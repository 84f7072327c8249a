import { z } from 'zod';
import { actorId } from '../../audit.ts';
import { rows } from '../../document.ts';
import { post, redraw, toReporter } from '../../effects.ts';
import { refuse } from '../../refusal.ts';
import type { Matter } from '../matter.ts';
import { tableKept, tableNow, withRouting } from './suggestion.ts';

const row = rows<Matter>();
const article = '第二条';
const scopeInput = z.object({ cityLevel: z.enum(['yes', 'no'], { error: '请选择是否市本级' }), basis: z.string().trim().max(500).default('') });
const needsBasis = ({ input }: { input: z.output<typeof scopeInput> }) => (input.basis.length < 2 ? refuse('E-104', {}, ['basis']) : undefined);

/** The nine banners and districts, and whoever is meant where none was named. */
export const regions: readonly string[] = ['东胜区', '康巴什区', '达拉特旗', '准格尔旗', '伊金霍洛旗', '乌审旗', '杭锦旗', '鄂托克旗', '鄂托克前旗', '旗区'];

/** Whether a project is of the city's own level (Article 2): corrected only with a basis (E-104); what is not is told so and passed on to its banner, without any limit of Article 9. */
export const scopeRows = [
  row({
    act: 'setScope', verb: '更正市本级', code: 'LEAD_SCOPE', article, from: ['draft'], to: '=', by: ['REPORTER'], input: scopeInput, newRound: true,
    guard: needsBasis,
    change: ({ doc, input, world }) => withRouting({ ...doc.data, cityLevel: input.cityLevel, scopeNote: input.basis, guessed: doc.data.guessed.filter((field) => field !== 'cityLevel') }, tableNow(world)),
    follow: () => [redraw()],
  }),
  row({
    act: 'setScope', verb: '确认市本级', code: 'LEAD_SCOPE', article, from: ['registered'], to: '=', by: ['C_CLERK', 'C_HEAD', 'VAULT'], input: scopeInput, newRound: true,
    guard: needsBasis,
    change: ({ doc, input, world }) => withRouting({ ...doc.data, cityLevel: input.cityLevel, scopeNote: input.basis }, tableKept(doc.data, world)),
    clocks: ({ doc, input }) => (input.cityLevel === 'no' ? { stop: ['T01', 'T02'] } : doc.data.cityLevel === 'no' ? { start: [{ rule: doc.data.kind === 'warning' ? 'T02' : 'T01' }] } : {}),
    follow: () => [redraw()],
  }),
  row({
    act: 'notApplicable', verb: '告知不适用', code: 'LEAD_OOS', article, from: ['registered'], to: 'notApplicable', by: ['C_CLERK', 'C_HEAD', 'VAULT'],
    input: z.object({ region: z.union([z.enum(regions as [string, ...string[]]), z.literal('')]).default(''), receiver: z.string().trim().max(100, '对口部门请在 100 字以内').default('') }),
    guard: ({ doc }) => (doc.data.cityLevel === 'no' ? undefined : refuse('E-104')),
    numbers: () => [{ key: 'paper', form: '鄂公资告〔{year}〕{n}号', scope: '鄂公资告-{year}' }, { key: 'letter', form: '鄂公资函〔{year}〕{n}号', scope: '鄂公资函-{year}' }],
    change: ({ doc, input, by }) => {
      const region = input.region || doc.data.region || '旗区';
      return { region, passedTo: input.receiver || `${region}对口部门`, clerk: doc.data.clerk || actorId(by), told: `该事项不属市本级交易活动，已转${region}对口部门` };
    },
    clocks: () => ({ stop: ['T01', 'T02'] }),
    follow: ({ world }) => [
      post('write-paper', { paper: 'not-applicable', docNo: world.numbers['paper'] ?? '' }), post('write-paper', { paper: 'banner-letter', docNo: world.numbers['letter'] ?? '' }), toReporter('result'), redraw(),
    ],
    note: ({ doc }) => doc.data.passedTo,
  }),
];
