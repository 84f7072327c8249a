import type { Complaint } from '../../src/domain/complaint/complaint.ts';
import type { Document } from '../../src/domain/document.ts';
import { running } from '../../src/domain/time/clocks.ts';
import { brief } from './gate-story.ts';
import { after, as, blank } from './town.ts';

/** The complainant, who is the reporter of the matter. */
export const complainant = as('somebody', true);
/** A complaint as a department receives it, before any of its people looked at it. */
export const untouched = (category: string, organ: string, at: string): Document<Complaint> =>
  after(blank('complaint', `m-s-${organ.toLowerCase()}`, 'm'), { act: 'open', by: as('system'), input: { matterNo: 'TS-20261123-0001', organ, clerk: 'clerk', brief: { ...brief, kind: 'complaint', category, flags: [] }, words: '请求重新评审' } }, at) as Document<Complaint>;
/** The same after its people have declared that nothing keeps them from it. */
export const opened = (category: string, organ: string, at: string): Document<Complaint> =>
  ['one', 'liaison', 'deputy'].reduce((doc: Document, who) => after(doc, { act: 'declare', by: as(`${organ.toLowerCase()}-${who}`), input: { tied: 'none' } }, at), untouched(category, organ, at)) as Document<Complaint>;
/** One on a building tender at 市住建局. */
export const tender = (at = '2026-09-24T10:00:00+08:00') => opened('GC-FJ', 'ZJJ', at);
/** One on procurement at 市财政局. */
export const procurement = (at = '2026-11-24T10:00:00+08:00') => opened('ZC-HF', 'CZJ', at);
/** What 受理 asks for: the parties and the four checks. */
export const checked = { complainant: '垚柠科技', respondent: '青格勒学校', checks: ['standing', 'time', 'prior', 'signed'] };
/** The tender complaint after 受理. */
export const accepted = (at = '2026-09-30T10:00:00+08:00') => after(tender(), { act: 'accept', by: as('zjj-one'), input: checked }, at);
/** The procurement complaint after 受理. */
export const acceptedByFinance = (at?: string) => after(procurement(), { act: 'accept', by: as('czj-liaison'), input: checked }, at);
/** What a document holds as a complaint. */
export const dataOf = (doc: Document): Complaint => doc.data as Complaint;
/** The day of a limit that runs. */
export const due = (doc: Document, rule: string) => running(doc.clocks, rule)?.due.dueDate;
/** The limits that run. */
export const live = (doc: Document) => doc.clocks.filter((clock) => !clock.stoppedAt).map((clock) => clock.rule);
/** The code of the last line of the trail. */
export const codeOf = (doc: Document) => doc.audit.at(-1)?.code;
/** What 作出决定 asks for. */
export const decision = { result: 'upheld', facts: '经核实，中标候选人业绩合同不存在', basis: '条例61条', remedies: '可自收到之日起 60 日内申请行政复议' };
