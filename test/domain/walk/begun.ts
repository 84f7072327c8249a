import type { Document, Kind } from '../../../src/domain/document.ts';
import { sampleCases } from '../../../scripts/tour/cases.ts';
import { draftOf } from '../../../src/domain/matter/draft.ts';
import { readLead } from '../../../src/domain/intake/intake.ts';
import { brief, declared, delivered, forPolice, opened, report, signed, written } from '../gate-story.ts';
import { after, as, blank } from '../town.ts';

/** A verification of a department or of the Center, signed by two officers of 市住建局. */
function signedBy(organ: string, deputy: string, more: { co?: readonly object[]; flags?: readonly string[]; item?: string }): Document {
  const { item = 'D6', co = [], flags = [] } = more;
  const both = ['zjj-one', 'zjj-two'];
  const open = after(blank('referral', 'w-referral', 'w'), { act: 'open', by: as('system'), input: { forward: '', matterNo: 'XS-20261123-0001', organ, brief: { ...brief, flags }, co } });
  const known = both.reduce((doc, id) => after(doc, { act: 'declare', by: as(id), input: { tied: 'none' } }), after(open, { act: 'assign', by: as(deputy), input: { people: both } }));
  return both.reduce((doc, id) => after(doc, { act: 'signReport', by: as(id) }), after(known, { act: 'write', by: as('zjj-one'), input: { ...report, item, receiver: item === 'D0' ? '' : 'SCJG' } }));
}

/** The six sample matters, registered; the first of them sent to its department, the third, which the Center found itself, reported to it. */
function matters(): readonly Document[] {
  const all = registered();
  const gone = (doc: Document | undefined, act: string) => (doc ? [after(doc, { act, by: as('clerk'), input: { organs: ['ZJJ'], days: 15, unfixed: '尚未取得原始日志', reason: '先转主办单位' } })] : []);
  return [...all, ...gone(all[0], 'send'), ...gone(all[2], 'report')];
}

function registered(): readonly Document[] {
  const now = new Date('2026-11-24T10:00:00+08:00');
  return Object.values(sampleCases).map(({ text }) => {
    const draft = after(blank('matter', 'w-matter', 'w-matter'), { act: 'draft', by: as('guest', true), input: draftOf(readLead(text, { now }), text) });
    const { kind, source, project } = draft.data as { kind: string; source: string; project: string };
    return after(draft, { act: 'register', by: as('guest', true), input: { kind: kind || 'report', cityLevel: 'yes', source: source || 'heard', project: project || '厂区道路硬化工程' } });
  });
}

/** Documents that a walk may go on from besides nothing: stories of flows in which chance alone seldom finds everything that must come together. */
export const begun: Readonly<Partial<Record<Kind, () => readonly Document[]>>> = {
  matter: matters,
  referral: () => [opened(), declared(), written(), signed(), signedBy('ZJJ', 'zjj-deputy', { item: 'D0' }), signedBy('GGZY', 'center-deputy', { co: [{ organ: 'ZJJ' }] })],
  transfer: () => [forPolice(), delivered()],
};
