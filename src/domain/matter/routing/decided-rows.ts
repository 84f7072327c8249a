import { z } from 'zod';
import { rows, type Document } from '../../document.ts';
import { post, redraw } from '../../effects.ts';
import { resolutionKinds, type ResolutionKind } from '../../meeting/meeting.ts';
import { center, holders, shortName } from '../../people.ts';
import { refuse } from '../../refusal.ts';
import { dayText } from '../../time/deadlines.ts';
import type { Matter } from '../matter.ts';
import { branchesOf, openings } from './sending.ts';

const row = rows<Matter>();
const appointInput = z.object({
  kind: z.enum(Object.keys(resolutionKinds) as [ResolutionKind]), organ: z.string(), dueDate: z.iso.date(), requirement: z.string().max(1000), minutesNo: z.string(),
});

/** What confirmed minutes do to a matter (Article 10): the department that the meeting named handles it, and a dispute over who does is settled. */
export const decidedRows = [
  row({
    act: 'appoint', verb: '指定承办', code: 'CON_APPOINT', article: '第十条', from: ['registered', 'verifying', 'forwarded', 'reported'], by: ['system'], input: appointInput,
    to: ({ doc, input }) => (doc.state === 'registered' && !handles(doc, input.organ) ? 'forwarded' : doc.state),
    guard: ({ doc, input, world }) => {
      if ([center, 'JWJW', 'JCY', 'GAJ'].includes(input.organ) || !holders(world.directory, input.organ, 'LIAISON').length) return refuse('input', { fields: `${shortName(world.directory, input.organ)}不接收转办，请另定承办单位` }, ['organ']);
      return [...doc.data.reported, ...(doc.data.routing?.recused ?? [])].includes(input.organ) ? refuse('E-202', { organ: shortName(world.directory, input.organ) }, ['organ']) : undefined;
    },
    numbers: ({ doc, input }) => (handles(doc, input.organ) ? [] : [{ key: input.organ, form: '鄂公资转〔{year}〕{n}号', scope: '鄂公资转-{year}' }]),
    change: (s) => (handles(s.doc, s.input.organ) ? {} : { forwards: [...s.doc.data.forwards, ...branchesOf(asSending(s))], requirement: s.doc.data.requirement || s.input.requirement }),
    clocks: ({ doc, input }) => (doc.state === 'registered' && !handles(doc, input.organ) ? { stop: ['T01', 'T02'] } : {}),
    follow: (s) => {
      const opened = s.doc.data.forwards.some(({ organ, docNo }) => organ === s.input.organ && docNo !== '' && docNo === s.world.numbers[organ]);
      return [...(opened ? openings(asSending(s)) : []), post('settle-returns', { organ: s.input.organ, dueDate: s.input.dueDate, minutes: s.input.minutesNo }), redraw()];
    },
    note: ({ input, world }) => `${input.minutesNo}：${resolutionKinds[input.kind]}，${shortName(world.directory, input.organ)}，${dayText(input.dueDate)}前`,
  }),
];

function handles({ data }: Document<Matter>, organ: string): boolean {
  return data.forwards.some((branch) => branch.organ === organ && !['returned', 'cancelled', 'closed'].includes(branch.state));
}

function asSending<S extends { input: { organ: string; dueDate: string; requirement: string } }>(s: S): S & { input: { organs: string[]; dueDate: string; requirement: string; reason: string } } {
  const { organ, dueDate, requirement } = s.input;
  return { ...s, input: { ...s.input, organs: [organ], dueDate, requirement, reason: '' } };
}
