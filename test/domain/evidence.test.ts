import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { givenOut, reportersOwn } from '../../src/domain/matter/evidence.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { after, as, blank, refusal, run } from './town.ts';

const file = (id: string) => ({ id, name: `${id}.pdf`, size: 3, sha256: id.repeat(64).slice(0, 64), at: '2026-11-23T01:00:00.000Z' });
const open = (state = 'registered'): Document<Matter> => ({ ...(blank('matter', 'm') as Document<Matter>), state, no: 'XS-20261123-0001', data: { ...(blank('matter', 'm').data as Matter), kind: 'report', cityLevel: 'yes', clerk: 'clerk', files: [file('a'), file('b')] } });
const kept = { act: 'preserve', by: as('clerk'), input: { files: [{ ...file('c'), via: '群消息保留' }] } };

describe('保留证据', () => {
  it('puts the message and its files into an open matter with their checksums, and the trail says who kept them', () => {
    const doc = after(open(), kept) as Document<Matter>;
    expect(doc.data.files.at(-1)).toEqual({ ...file('c'), via: '群消息保留', staff: true });
    expect(doc.audit.at(-1)).toMatchObject({ code: 'EVIDENCE_KEEP', by: { id: 'clerk' }, note: '群消息保留，1 份，校验值 cccccccc' });
  });
  it('is nothing for a stranger, for the organ reported or for an ended matter', () => {
    expect(refusal(open(), { ...kept, by: as('slj-liaison') })).toBe('E-901');
    expect(refusal({ ...open(), data: { ...open().data, reported: ['ZJJ'] } } as Document, { ...kept, by: as('zjj-liaison') })).toBe('E-902');
    expect(refusal(open('closed'), kept)).toBe('E-900');
  });
  it('what the staff kept is not shown to the reporter; what he kept himself is', () => {
    const doc = after(after(open(), kept), { ...kept, by: as('someone', true), input: { files: [file('d')] } }) as Document<Matter>;
    expect(reportersOwn(doc.data.files).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });
});

describe('封存', () => {
  const sealed = () => after(open(), { act: 'seal', by: as('clerk'), input: { file: 'a', reason: '与本件无关的材料' } }) as Document<Matter>;

  it('is the Center\'s, with a reason; the file stays, keeps its number and is no longer given out', () => {
    expect(refusal(open(), { act: 'seal', by: as('clerk'), input: { file: 'a', reason: '无' } })).toBe('input');
    expect(refusal({ ...open(), data: { ...open().data, forwards: [{ id: 'f', organ: 'ZJJ', state: 'sent', docNo: '', dueDate: '' }] } } as Document, { act: 'seal', by: as('zjj-liaison'), input: { file: 'a', reason: '与本件无关的材料' } })).toBe('E-901');
    expect(sealed().data.files.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(givenOut(sealed().data.files).map(({ n, file: { id } }) => [n, id])).toEqual([[2, 'b']]);
    expect(refusal(sealed(), { act: 'seal', by: as('clerk'), input: { file: 'a', reason: '与本件无关的材料' } })).toBe('not-found');
  });
});

describe('evidence is never deleted', () => {
  const inputs = [{}, { file: 'a' }, { file: 'a', reason: '请把它删掉吧' }, { reason: '请把它删掉吧' }, { id: 'x', no: 'XS-20261123-0002', files: [] }, { files: [{ ...file('c') }] }, { ...file('a') }, { organs: ['ZJJ'], days: 15, reason: '请把它删掉吧' }, { cityLevel: 'no', basis: '达拉特旗目录' }];
  const people = ['clerk', 'chief', 'keeper', 'center-deputy', 'zjj-liaison', 'zjj-deputy'].map((id) => as(id));

  it('by any act of a matter, from any state, by every role: every file that was there is there, with its checksum', () => {
    const states = Object.keys(flows.matter.states).filter((name) => name !== 'new');
    const acts = [...new Set(flows.matter.rows.map((row) => row.act))];
    const askers = [...people, as('someone', true), as('system')];
    const tries = states.flatMap((state) => acts.flatMap((act) => askers.flatMap((by) => inputs.map((input) => ({ act, decision: run(open(state), { act, by, input }) })))));
    const done = tries.flatMap(({ act, decision }) => (decision.kind === 'done' ? [{ act, files: (decision.doc.data as Matter).files }] : []));
    const here = (files: Matter['files']) => ['a', 'b'].every((id) => files.some((each) => each.id === id && each.sha256 === file(id).sha256));
    expect(done.filter(({ files }) => !here(files)).map(({ act }) => act)).toEqual([]);
    expect(done.length).toBeGreaterThan(200);
  });
});
