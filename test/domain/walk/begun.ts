import type { Document, Kind } from '../../../src/domain/document.ts';
import { sampleCases } from '../../../scripts/tour/cases.ts';
import { draftOf } from '../../../src/domain/matter/drafting/draft.ts';
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
  const alike = all.slice(1, 2).map((doc) => after(doc, { act: 'alike', by: as('system'), input: { found: [{ id: 'm9', no: 'XS-20261123-0009', state: 'registered', project: '智慧档案设备采购', why: ['project'], same: true }] } }));
  const asked = all.slice(0, 1).map((doc) => ({ ...doc, data: { ...(doc.data as object), reportedPeople: [{ name: '巴特尔', of: 'SLJ', is: 'asked' }] } }));
  const several = all.slice(0, 1).map((doc) => after(doc, { act: 'send', by: as('clerk'), input: { organs: ['ZJJ', 'SLJ'], days: 15, reason: '两个单位均有职责' } }));
  return [...all, ...several, ...alike, ...asked, twofold(), ...gone(all[0], 'send'), ...gone(all[2], 'report')];
}

/** A draft that tells of a complaint and of something else. */
function twofold(): Document {
  const words = '我公司参加了市本级“青格勒学校综合楼”施工投标，评标办法排斥外地企业，请求重新评审。另外，听说沄朔市政在别的标里把活整个转包给了包工头。';
  return after(blank('matter', 'w-twofold', 'w-twofold'), { act: 'draft', by: as('guest', true), input: draftOf(readLead(words, { now: new Date('2026-11-24T10:00:00+08:00') }), words) });
}

/** A joint enforcement on which three departments have agreed, each with two officers. */
function acting(): Document {
  const organs = ['zjj', 'slj', 'czj'];
  const start = { matterNo: 'XS-20261123-0001', clerk: 'clerk', out: [], brief, trigger: 'inspection', document: '鄂巡〔2026〕3号', file: 'paper', lead: 'ZJJ', members: ['SLJ', 'CZJ'], goal: '查清转包并依法处理', firstAt: '2026-11-26T01:30:00.000Z', dueDate: '2026-12-18' };
  const opened = after(blank('joint', 'w-joint', 'w'), { act: 'open', by: as('system'), input: start });
  return organs.reduce((doc, organ) => {
    const staffed = after(doc, { act: 'staff', by: as(`${organ}-liaison`), input: { people: [`${organ}-one`, `${organ}-two`], powers: '本单位职权，招标投标法' } });
    const declared = ['one', 'two'].reduce((one, who) => after(one, { act: 'declare', by: as(`${organ}-${who}`), input: { tied: 'none' } }), staffed);
    return after(declared, { act: 'confirm', by: as(`${organ}-head`) });
  }, opened);
}

/** A meeting whose minutes are confirmed, with one task done and one open. */
function tasked(): Document {
  const guests = ['ZJJ', 'SLJ', 'CZJ'].map((organ) => ({ organ, person: `${organ.toLowerCase()}-liaison` }));
  const input = { matterNos: ['XS-20261123-0001'], topic: '承办单位', convener: 'clerk', place: '三楼', start: '2026-11-30T07:00:00.000Z', end: '2026-11-30T08:30:00.000Z', guests };
  const decided = { kind: 'other', what: '查清拨付依据', organ: 'ZJJ', dueDate: '2026-12-11' };
  const deeds: readonly [act: string, who: string, input: object][] = [
    ['start', 'secretary', { organs: ['ZJJ', 'SLJ'] }], ['resolve', 'secretary', decided], ['resolve', 'secretary', { ...decided, organ: 'SLJ' }],
    ['finish', 'secretary', {}], ['confirm', 'zjj-liaison', {}], ['confirm', 'slj-liaison', {}], ['done', 'system', { id: 'r1' }],
  ];
  const opened = after(after(blank('meeting', 'w-meeting', 'w'), { act: 'open', by: as('system'), input }), { act: 'call', by: as('secretary') });
  return deeds.reduce((doc, [act, who, given]) => after(doc, { act, by: as(who), input: given }, '2026-11-30T16:00:00+08:00'), opened);
}

/** A meeting to which an organ without an account is asked by letter, called, and with its minutes to be confirmed by it alone. */
function byLetter(): readonly Document[] {
  const guests = [{ organ: 'ZJJ', person: 'zjj-liaison' }, { organ: 'GAJ', person: '' }];
  const input = { matterNos: ['XS-20261123-0001'], topic: '承办单位', convener: 'clerk', place: '三楼', start: '2026-11-30T07:00:00.000Z', end: '2026-11-30T08:30:00.000Z', guests };
  const called = after(after(blank('meeting', 'w-meeting', 'w'), { act: 'open', by: as('system'), input }), { act: 'call', by: as('secretary') });
  const deeds: readonly [act: string, who: string, input: object][] = [
    ['start', 'secretary', { organs: ['ZJJ', 'GAJ'] }], ['resolve', 'secretary', { kind: 'other', what: '查清拨付依据', organ: 'GAJ', dueDate: '2026-12-11' }], ['finish', 'secretary', {}], ['confirm', 'zjj-liaison', {}],
  ];
  return [called, deeds.reduce((doc, [act, who, given]) => after(doc, { act, by: as(who), input: given }, '2026-11-30T16:00:00+08:00'), called)];
}

function registered(): readonly Document[] {
  const now = new Date('2026-11-24T10:00:00+08:00');
  return Object.values(sampleCases).map(({ text }) => {
    const draft = after(blank('matter', 'w-matter', 'w-matter'), { act: 'draft', by: as('guest', true), input: draftOf(readLead(text, { now }), text) });
    const { kind, source, project } = draft.data as { kind: string; source: string; project: string };
    return after(draft, { act: 'register', by: as('guest', true), input: { kind: kind || 'report', cityLevel: 'yes', source: source || 'heard', project: project || '厂区道路硬化工程' } });
  });
}

/** A complaint as one department received it, whose people have declared that nothing keeps them from it. */
const complaint = (category: string, organ: string): Document =>
  ['one', 'liaison', 'deputy'].reduce((doc, who) => after(doc, { act: 'declare', by: as(`${organ.toLowerCase()}-${who}`), input: { tied: 'none' } }), received(category, organ));
const received = (category: string, organ: string): Document =>
  after(blank('complaint', 'w-complaint', 'w'), { act: 'open', by: as('system'), input: { matterNo: 'TS-20261123-0001', organ, clerk: 'clerk', brief: { ...brief, kind: 'complaint', category, flags: [] }, words: '请求重新评审' } });

/** A campaign with tasks for three departments, ready to be launched, and one that runs, of which two have reported and one is late. */
function campaigns(): readonly Document[] {
  const plan = { title: '工程转包专项整治', ground: 'above', document: '内公管发〔2026〕18号', goal: '集中排查转包', until: '2027-03-31' };
  const drafted = after(after(blank('campaign', 'w-campaign', 'w-campaign'), { act: 'open', by: as('clerk'), input: plan }), { act: 'assign', by: as('clerk'), input: { organs: ['ZJJ', 'SLJ', 'CZJ'], task: '排查在建工程', dueDate: '2026-11-26' } });
  const running = after(drafted, { act: 'launch', by: as('chief') });
  const collected = after(running, { act: 'collected', by: as('system'), input: { id: 'x', no: 'XS-20261123-0001', state: 'forwarded', organs: ['ZJJ'] } });
  const tally = { checked: 5, found: 2, fixed: 1, words: '已排查完毕，情况见附件材料。' };
  const reported = ['zjj', 'slj'].reduce((doc, organ) => after(doc, { act: 'report', by: as(`${organ}-liaison`), input: tally }), collected);
  const late = after(reported, { act: 'sign', by: as('czj-liaison') }, '2026-11-27T10:00:00+08:00');
  return [drafted, collected, late, after(late, { act: 'report', by: as('czj-liaison'), input: tally }, '2026-11-28T10:00:00+08:00')];
}

/** A message of which nobody knows whether it arrived, put before somebody. */
const unsure = (asked: string): Document =>
  after(blank('delivery', 'w-q-1', 'w'), { act: 'ask', by: as('system'), input: { about: { kind: 'forward', id: 'w-f-ZJJ', no: 'XS-20261123-0001' }, asked, organ: asked === 'clerk' ? 'GGZY' : '', to: asked === 'clerk' ? 'zjj-liaison' : asked, form: 'card', card: 'forward', title: '举报件转办单', since: '2026-11-24T01:00:00.000Z' } });

/** Documents that a walk may go on from besides nothing: stories of flows in which chance alone seldom finds everything that must come together. */
export const begun: Readonly<Partial<Record<Kind, () => readonly Document[]>>> = {
  matter: matters,
  referral: () => [opened(), declared(), written(), signed(), signedBy('ZJJ', 'zjj-deputy', { item: 'D0' }), signedBy('GGZY', 'center-deputy', { co: [{ organ: 'ZJJ' }] })],
  complaint: () => [complaint('GC-FJ', 'ZJJ'), complaint('ZC-HF', 'CZJ')],
  meeting: () => [tasked(), ...byLetter()],
  joint: () => [acting()],
  campaign: campaigns,
  transfer: () => [forPolice(), delivered()],
  delivery: () => ['clerk', 'reporter'].map(unsure),
};
