import { z } from 'zod';
import { rows, type Document, type World } from '../../document.ts';
import { post, redraw } from '../../effects.ts';
import { holders, shortName } from '../../people.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { hiddenFrom } from '../access.ts';
import type { Matter } from '../matter.ts';
import { reachable, sendableOrgans } from './sending.ts';

const row = rows<Matter>();
const passInput = z.object({ organ: z.string({ error: '请选择有权受理的部门' }).min(1, '请选择有权受理的部门'), reason: z.string().trim().max(1000).default('') });

/** 投诉 at the Center (domain table 5.2, first row): it has no power to accept one, sends it on to the one department that has, and tells the complainant which that is. */
export const complaintRows = [
  row({
    act: 'pass', verb: '转办', code: 'CMP_PASS', article: '第九条', from: ['registered'], to: 'forwarded', by: ['C_CLERK', 'C_HEAD', 'VAULT', 'system'], input: passInput,
    guard: ({ doc, input: { organ, reason }, world }): Refusal | undefined => {
      if (doc.data.kind !== 'complaint') return refuse('E-900', { state: '不是投诉' });
      if (doc.data.complaints.some((one) => one.organ === organ)) return refuse('stale', { who: shortName(world.directory, organ), what: '告知不归其受理' });
      return reachable({ doc, organs: [organ], reason, suggested: competent(doc.data), world }) ?? unsigned(doc, organ, world);
    },
    numbers: () => [{ key: 'paper', form: '鄂公资告〔{year}〕{n}号', scope: '鄂公资告-{year}' }],
    change: ({ doc, input }) => ({ complaints: [...doc.data.complaints, { id: complaintId(doc, input.organ), organ: input.organ, state: 'received', dueDate: '', to: '', out: [] }] }),
    clocks: () => ({ stop: ['T01', 'T02'] }),
    follow: ({ doc, input, world }) => [
      post('open-complaint', { id: complaintId(doc, input.organ), organ: input.organ }), post('write-paper', { paper: 'complaint-passed', docNo: world.numbers['paper'] ?? '', about: input.organ }), redraw(),
    ],
    note: ({ doc, input, world }) => {
      const other = competent(doc.data);
      const changed = other.length > 0 && other[0] !== input.organ;
      return `${shortName(world.directory, input.organ)}${changed ? `；原建议 ${other.map((organ) => shortName(world.directory, organ)).join('、')}，改选理由：${input.reason}` : ''}`;
    },
  }),
];

/** The departments that may be competent for a complaint: the one that another department named, else those of the rules. */
export function competent({ complaints, routing }: Pick<Matter, 'complaints' | 'routing'>): readonly string[] {
  const named = complaints.findLast((one) => one.to !== '')?.to;
  return named ? [named] : sendableOrgans({ routing }).filter((organ) => complaints.every((one) => one.organ !== organ));
}

function complaintId({ id }: Pick<Document, 'id'>, organ: string): string {
  return `${id}-s-${organ.toLowerCase()}`;
}

// A complaint has limits of its own from the day it is received: it is not sent where nobody receives it.
function unsigned(doc: Document<Matter>, organ: string, { directory }: World): Refusal | undefined {
  const someone = holders(directory, organ, 'LIAISON').some(({ id }) => !hiddenFrom(doc, id, directory));
  return someone ? undefined : refuse('not-found', { what: `${shortName(directory, organ)}的联络员` }, ['organs']);
}
