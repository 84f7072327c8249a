import holidays from '../../src/domain/data/holidays.json' with { type: 'json' };
import organRows from '../../src/domain/data/organs.json' with { type: 'json' };
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { createCalendar } from '../../src/domain/time/calendar.ts';
import { decide, numbersFor } from '../../src/domain/decide.ts';
import type { Asker, Document, Flow, Kind, World } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { openingOf } from '../../src/domain/forward/forward.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { openingOfMeeting } from '../../src/domain/meeting/calling/opening.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import type { Organ, Person, StaffRole } from '../../src/domain/people.ts';
import type { Joint } from '../../src/domain/joint/joint.ts';
import { openingOfJoint } from '../../src/domain/joint/opening.ts';
import { openingOfReferral, type Referral } from '../../src/domain/referral/referral.ts';
import { openingOfTransfer, type Transfer } from '../../src/domain/transfer/transfer.ts';
import { defaultSettings } from '../../src/domain/settings.ts';

const prefixes: Readonly<Record<string, string>> = { ZJJ: '鄂住建', SLJ: '鄂水', GGZY: '鄂公资', CZJ: '鄂财' };
const organs: Organ[] = organRows.map((row) => ({
  code: row.code, name: row.name, short: row.short, aliases: row.aliases, docPrefix: prefixes[row.code] ?? row.short, kind: row.code === 'GGZY' ? 'center' : 'department',
}));

function person(id: string, name: string, rest: { organ: string; title: string; roles: StaffRole[]; licence?: string }): Person {
  return { id, name, ...rest };
}

const people: Person[] = [
  person('clerk', '萨仁', { organ: 'GGZY', title: '综合科科员', roles: ['C_CLERK'] }),
  person('chief', '乌兰', { organ: 'GGZY', title: '主任', roles: ['C_HEAD'] }),
  person('secretary', '白音', { organ: 'GGZY', title: '综合科科长', roles: ['SECRETARY'] }),
  person('head', '巴特尔', { organ: 'ZJJ', title: '局长', roles: ['HEAD'] }),
  person('deputy', '高建国', { organ: 'ZJJ', title: '副局长', roles: ['DEPUTY'] }),
  person('liaison', '王磊', { organ: 'ZJJ', title: '办公室主任', roles: ['LIAISON'] }),
  person('officer1', '乌日娜', { organ: 'ZJJ', title: '监督科科长', roles: ['HANDLER'], licence: '15060600001' }),
  person('officer2', '赵志强', { organ: 'ZJJ', title: '监督科副科长', roles: ['HANDLER'], licence: '15060600002' }),
  person('money-head', '陈志远', { organ: 'CZJ', title: '局长', roles: ['HEAD'] }),
  person('money', '李敏', { organ: 'CZJ', title: '办公室主任', roles: ['LIAISON'] }),
];

/** The small city of these tests. */
export const directory = { organs: new Map(organs.map((organ) => [organ.code, organ])), people: new Map(people.map((one) => [one.id, one])), standIns: [] };
/** The city's settings. */
export const settings = defaultSettings;
const calendar = createCalendar(holidays);
/** A sentence that only the reporter could have said, and his pseudonym. */
export const secret = { words: '我是其其格，电话 15847700000，我在现场。', ref: 'ref-8f21', open: 'ou_reporter' };

const blank = (kind: Kind, id: string, matter: string): Document => ({
  id, kind, no: '', matter, version: 0, round: 0, state: 'new', createdAt: '2026-11-23T01:20:00.000Z', updatedAt: '', data: flows[kind].empty(),
  clocks: [], alarms: [], audit: [], effects: [],
});

/** Performs one act as `handle` would, without a store; throws where the flow refuses. */
export function acted<D>(doc: Document<D>, act: string, by: string, given: { at: string; input?: unknown }): Document<D> {
  const now = new Date(`${given.at.replace(' ', 'T')}:00+08:00`);
  const asker: Asker = by === 'system' || by === 'clock' ? { role: by } : { role: 'person', id: by, ref: secret.ref, reporter: by === secret.open };
  const command = { kind: doc.kind, id: doc.id, act, by: asker, input: given.input ?? {}, cause: `${doc.id}-${act}-${by}-${given.at}` };
  const flow = flows[doc.kind] as Flow<D>;
  const world: World = { now, directory, calendar, settings, numbers: {} };
  const date = given.at.slice(0, 10).replaceAll('-', '');
  const numbers = Object.fromEntries(numbersFor(flow, { doc, command, world }).map(({ key, form }, index) =>
    [key, form.replace('{date}', date).replace('{year}', given.at.slice(0, 4)).replace('{nnnn}', '0001').replace('{n}', String(index + 3))]));
  const made = decide(flow, { doc, command, world: { ...world, numbers } });
  if (made.kind !== 'done') throw new Error(`${act}: ${made.kind === 'refused' ? JSON.stringify(made.refusal) : made.kind}`);
  return made.doc;
}

const facts = {
  kind: 'report', project: '青格勒学校综合楼施工', cityLevel: 'yes', category: 'GC-FJ', stage: 'DB', violations: ['CT'], subjects: ['TBR'], named: ['岚戈建设', '沄朔市政', '垚砾建工'],
  reported: [], amountYuan: 23860000, amounts: [{ yuan: 23860000, what: '中标价' }], source: 'phone', anonymous: true, happened: '2026-11-22', flags: ['criminalThreshold'],
};

/** A matter after 登记; `cityLevel` no for the one that does not apply. */
export function registered(change: Partial<typeof facts> = {}): Document<Matter> {
  const draft = acted(blank('matter', 'm1', 'm1') as Document<Matter>, 'draft', secret.open, {
    at: '2026-11-23 09:20', input: { facts: { ...facts, ...change }, words: secret.words, guessed: [], traces: [], urgent: false },
  });
  const withFile = acted(draft, 'attach', secret.open, {
    at: '2026-11-23 09:25', input: { id: 'f1', name: '其其格的录音.m4a', size: 482113, sha256: '3fa291cc'.repeat(8), at: '2026-11-23T01:25:00.000Z' },
  });
  return acted(withFile, 'register', secret.open, { at: '2026-11-23 09:30' });
}

/** The matter after 转办 and the department's own document. */
export function forwarded(): { matter: Document<Matter>; forward: Document<Forward> } {
  const claimed = acted(registered(), 'claim', 'clerk', { at: '2026-11-24 09:00' });
  const matter = acted(claimed, 'send', 'clerk', { at: '2026-11-24 10:00', input: { organs: ['ZJJ'], dueDate: '2026-12-15' } });
  const forward = acted(blank('forward', 'm1-f-zjj', 'm1') as Document<Forward>, 'open', 'system', {
    at: '2026-11-24 10:00', input: openingOf(matter, 'ZJJ'),
  });
  return { matter, forward };
}

/** The report as two verifiers wrote it; `signers` have signed. */
export function reported(signers: readonly string[], change: Record<string, string> = {}): Document<Referral> {
  const { forward } = forwarded();
  let doc = acted(blank('referral', 'm1-y', 'm1') as Document<Referral>, 'open', 'system', { at: '2026-11-24 11:00', input: openingOfReferral(forward, []) });
  doc = acted(doc, 'assign', 'deputy', { at: '2026-11-25 09:00', input: { people: ['officer1', 'officer2'] } });
  for (const id of ['officer1', 'officer2']) doc = acted(doc, 'declare', id, { at: '2026-11-25 10:00', input: { tied: 'none' } });
  doc = acted(doc, 'write', 'officer1', {
    at: '2026-12-08 15:00', input: {
      conclusion: 'true', facts: '三家投标文件的作者、创建时间和文件属性一致，报价依次相差12.6万元。\n开标记录显示三家由同一人递交。',
      law: '《中华人民共和国招标投标法实施条例》第四十条。', item: 'D3', receiver: 'GAJ', reason: '中标金额超过追诉标准，依法需要追究刑事责任。', ...change,
    },
  });
  for (const id of signers) doc = acted(doc, 'signReport', id, { at: '2026-12-08 16:20' });
  return doc;
}

/** The head's decision on 9 December 2026 at 16:20. */
export function decided(act: 'approve' | 'refuse', change: Record<string, string> = {}): Document<Referral> {
  return acted(reported(['officer1', 'officer2'], change), act, 'head', { at: '2026-12-09 16:20', input: { proposal: 'p1', reason: act === 'refuse' ? '证据不足以支持移送，请继续收集。' : '' } });
}

/** The transfer that the approval opened. */
export function transferred(change: Record<string, string> = {}): Document<Transfer> {
  return acted(blank('transfer', 'm1-y-t-p1', 'm1') as Document<Transfer>, 'open', 'system', { at: '2026-12-09 16:20', input: openingOfTransfer(decided('approve', change), 'p1') });
}

/** The transfer after the police declined it and the department took a way; `upheld` where a review came before. */
export function declined(way: 'review' | 'supervision', upheld = false): Document<Transfer> {
  let doc = acted(transferred(), 'deliver', 'officer1', { at: '2026-12-10 10:00', input: { have: ['letter', 'report', 'things', 'tests', 'other'] } });
  doc = acted(doc, 'receipt', 'officer1', { at: '2026-12-11 10:00', input: { result: 'accepted', no: '鄂公收〔2026〕7号', signer: '赵警官' } });
  doc = acted(doc, 'receipt', 'officer1', { at: '2026-12-14 10:00', input: { result: 'declined', no: '鄂公不立〔2026〕3号', date: '2026-12-14', signer: '赵警官' } });
  if (!upheld) return acted(doc, 'answer', 'officer1', { at: '2026-12-15 09:00', input: { way } });
  doc = acted(doc, 'answer', 'officer1', { at: '2026-12-15 09:00', input: { way: 'review' } });
  doc = acted(doc, 'reviewed', 'officer1', { at: '2026-12-18 09:00', input: { result: 'upheld', no: '鄂公复〔2026〕2号', date: '2026-12-18' } });
  return acted(doc, 'answer', 'officer1', { at: '2026-12-18 15:00', input: { way } });
}

/** The number of the head's decision form. */
export function formNo(doc: Document<Referral>): string {
  return doc.data.decisions[0]?.formNo ?? '';
}

/** The department's answer. */
export function answered(): Document<Forward> {
  const signed = acted(forwarded().forward, 'sign', 'liaison', { at: '2026-11-24 15:00' });
  const verified = acted(signed, 'referral', 'system', { at: '2026-12-10 09:00', input: {
    id: 'm1-y', state: 'v.decided', ended: true, decided: true, transfers: [{ id: 'm1-y-t-p1', no: 'YS-20261209-0001', receiver: 'GAJ', state: 't.received', ended: true }],
  } });
  return acted(verified, 'feedback', 'liaison', { at: '2026-12-14 10:05', input: {
    conclusion: 'partly', facts: '经核实，两家投标文件由同一人编制，另一家未发现异常。', basis: '《招标投标法实施条例》第四十条', decisionNo: '鄂住建罚〔2026〕8号', tell: 'result',
  } });
}

/** A meeting as called, and after it was held with a dissent. */
export function met(): { called: Document<Meeting>; finished: Document<Meeting>; confirmed: Document<Meeting>; matter: Document<Matter> } {
  const { matter } = forwarded();
  const world: World = { now: new Date('2026-11-26T09:00:00+08:00'), directory, calendar, settings, numbers: {} };
  const input = openingOfMeeting(matter, { organs: ['ZJJ', 'CZJ', 'SLJ'], by: 'secretary' }, world);
  const proposed = acted(blank('meeting', 'm1-c-1', 'm1') as Document<Meeting>, 'open', 'system', { at: '2026-11-26 09:00', input });
  const called = acted(proposed, 'call', 'secretary', { at: '2026-11-26 09:00' });
  let doc = acted(called, 'start', 'secretary', { at: '2026-12-02 15:02', input: { organs: ['ZJJ', 'CZJ'] } });
  doc = acted(doc, 'resolve', 'secretary', { at: '2026-12-02 15:40', input: { what: '核查三家投标文件的制作痕迹', organ: 'ZJJ', person: 'officer1', dueDate: '2026-12-15' } });
  const finished = acted(doc, 'finish', 'secretary', { at: '2026-12-02 16:20' });
  const once = acted(finished, 'dissent', 'money', { at: '2026-12-03 09:00', input: { dissent: '暂停拨付应由出资单位决定，我局不宜列为责任单位。' } });
  return { matter, called, finished, confirmed: acted(once, 'confirm', 'liaison', { at: '2026-12-03 10:00' }) };
}

/** A joint enforcement as started, and after both heads agreed to its plan. */
export function enforced(): { started: Document<Joint>; agreed: Document<Joint> } {
  const input = { trigger: 'assigned', document: '鄂府办督〔2026〕7号', file: 'paper', lead: 'ZJJ', members: ['CZJ'], goal: '查清串通投标，依法处理', firstAt: '2026-11-27 09:30', dueDate: '2026-12-18' };
  const matter = acted(forwarded().matter, 'enforce', 'clerk', { at: '2026-11-25 09:00', input });
  const started = acted(blank('joint', 'm1-l-1', 'm1') as Document<Joint>, 'open', 'system', { at: '2026-11-25 09:00', input: openingOfJoint(matter, 'clerk') });
  let doc = acted(started, 'staff', 'liaison', { at: '2026-11-25 10:00', input: { people: ['officer1', 'officer2'], powers: '招标投标法、建筑法' } });
  doc = acted(doc, 'declare', 'officer1', { at: '2026-11-25 10:10', input: { tied: 'none' } });
  doc = acted(doc, 'confirm', 'head', { at: '2026-11-25 11:00' });
  return { started, agreed: acted(doc, 'confirm', 'money-head', { at: '2026-11-25 15:00' }) };
}

/** A campaign of two departments as launched, and as it ended. */
export function campaigned(): { launched: Document<Campaign>; ended: Document<Campaign> } {
  const plan = { title: '工程转包专项整治', ground: 'above', document: '内公管发〔2026〕18号', goal: '集中排查在建工程转包，督促整改', until: '2026-12-25' };
  const drafted = acted(blank('campaign', 'z1', 'z1') as Document<Campaign>, 'open', 'clerk', { at: '2026-11-25 09:00', input: plan });
  const assigned = acted(drafted, 'assign', 'clerk', { at: '2026-11-25 09:10', input: { organs: ['ZJJ', 'CZJ'], task: '排查在建工程的项目班子', dueDate: '2026-12-18' } });
  const launched = acted(assigned, 'launch', 'chief', { at: '2026-11-25 10:00' });
  const tally = { checked: 12, found: 3, fixed: 3, words: '已排查全部在建工程，三处问题均已整改。' };
  const once = acted(launched, 'report', 'liaison', { at: '2026-12-17 10:00', input: tally });
  const all = acted(once, 'report', 'money', { at: '2026-12-18 10:00', input: { ...tally, checked: 4, found: 0, fixed: 0 } });
  return { launched, ended: acted(all, 'close', 'chief', { at: '2026-12-21 10:00', input: { words: '问题均已整改，线索按程序办理。' } }) };
}

/** The matter that is not of the city's own level, after 告知不适用. */
export function outside(): Document<Matter> {
  const claimed = acted(registered(), 'claim', 'clerk', { at: '2026-11-24 09:00' });
  const scoped = acted(claimed, 'setScope', 'clerk', { at: '2026-11-24 09:30', input: { cityLevel: 'no', basis: '项目在达拉特旗公共资源交易中心进场登记' } });
  return acted(scoped, 'notApplicable', 'clerk', { at: '2026-11-24 10:00', input: { region: '达拉特旗', receiver: '达拉特旗住建局' } });
}
