import { createHash } from 'node:crypto';
import type { Document } from '../../src/domain/document.ts';
import { readLead } from '../../src/domain/intake/intake.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import { refinedWith } from '../../src/domain/matter/drafting/refined.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { branchSamples } from './branch-samples.ts';
import { ownRemedy } from './complaint-samples.ts';
import cases from '../domain/sample-cases.json' with { type: 'json' };
import { peopleSamples } from './people-samples.ts';
import { deliverySamples } from './delivery-samples.ts';
import { openingSamples, wordsOnSomebody } from './reporter-samples.ts';
import { createStage, reporter, type Stage } from './stage.ts';
import { personWith } from './town.ts';

/** A document as it stood at a moment of its story, with all documents of its matter. */
export interface Sample { doc: Document; related: readonly Document[]; now: Date }

/** The clerk who handles every sample. */
export const clerk = personWith('GGZY', 'C_CLERK').id;
/** A keeper of reporters' identities, who handles what few may know. */
export const keeper = personWith('GGZY', 'VAULT').id;

/** The words of a case of the domain sheet. */
export function wordsOf(id: 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6'): string {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found.text;
}

/** A file as it is kept. */
export function fileNamed(name: string, size: number): object {
  return { id: `f${name.length}${size}`, name, size, sha256: createHash('sha256').update(name).digest('hex'), at: '2026-11-23T01:14:00.000Z' };
}

/** Writes down a matter from words, up to 草稿. */
export function drafted(stage: Stage, id: string, words: string): Document<Matter> {
  return stage.does({ kind: 'matter', id, act: 'draft', by: reporter, input: draftOf(readLead(words, { now: stage.now() }), words) }) as Document<Matter>;
}

/** Brings a draft to 已登记 with whatever its words left out. */
export function registered(stage: Stage, id: string, form: object = {}): Document<Matter> {
  return stage.does({ kind: 'matter', id, act: 'register', by: reporter, input: { kind: 'report', source: 'phone', cityLevel: 'yes', ...form } }) as Document<Matter>;
}

/** Sends a registered matter to the departments suggested, 15 working days from that day. */
export function sentOut(stage: Stage, id: string, organs: readonly string[]): Document<Matter> {
  return stage.does({ kind: 'matter', id, act: 'send', by: clerk, input: { organs, days: 15 } }) as Document<Matter>;
}

/** Every state of a matter, by name, from the cases C1 and C4; each made by the flow itself. */
export function matterSamples(): Record<string, Sample> {
  const taken: Record<string, Sample> = {};
  const take = (name: string, stage: Stage, id: string): void => {
    taken[name] = { doc: stage.get(id), related: stage.ofMatter(id), now: stage.now() };
  };
  storyOfC1(take);
  storyOfC4(take);
  sideways(take);
  return taken;
}

type Take = (name: string, stage: Stage, id: string) => void;

function storyOfC1(take: Take): void {
  const stage = createStage('2026-11-23T09:12:00+08:00');
  drafted(stage, 'c1', wordsOf('C1'));
  take('c1-draft', stage, 'c1');
  for (const [name, size] of [['现场照片.jpg', 2_200_000], ['来信扫描.pdf', 5_870_000], ['录音.m4a', 310_000]] as const) {
    stage.does({ kind: 'matter', id: 'c1', act: 'attach', by: reporter, input: fileNamed(name, size) });
  }
  stage.does({ kind: 'matter', id: 'c1', act: 'detach', by: reporter, input: { file: 'f6310000' } });
  take('c1-draft-files', stage, 'c1');
  stage.at('2026-11-23T09:20:00+08:00');
  registered(stage, 'c1');
  take('c1-registered', stage, 'c1');
  stage.at('2026-11-23T09:24:00+08:00');
  stage.does({ kind: 'matter', id: 'c1', act: 'claim', by: clerk });
  take('c1-claimed', stage, 'c1');
  stage.at('2026-11-24T10:02:00+08:00');
  sentOut(stage, 'c1', ['ZJJ']);
  take('c1-forwarded', stage, 'c1');
  stage.at('2026-11-24T15:20:00+08:00');
  stage.does({ kind: 'forward', id: 'c1-f-zjj', act: 'sign', by: personWith('ZJJ', 'LIAISON').id });
  take('c1-signed', stage, 'c1');
  ended(stage, 'c1', 'closed');
  take('c1-closed', stage, 'c1');
}

function storyOfC4(take: Take): void {
  const stage = createStage('2026-11-23T10:05:00+08:00');
  drafted(stage, 'c4', wordsOf('C4'));
  take('c4-draft', stage, 'c4');
  registered(stage, 'c4', { source: 'visit' });
  take('c4-registered', stage, 'c4');
  stage.does({ kind: 'matter', id: 'c4', act: 'claim', by: clerk });
  stage.does({ kind: 'matter', id: 'c4', act: 'convene', by: clerk, input: {} });
  take('c4-convened', stage, 'c4');
  stage.at('2026-11-24T09:40:00+08:00');
  sentOut(stage, 'c4', ['SLJ', 'RSJ']);
  take('c4-forwarded', stage, 'c4');
  stage.does({ kind: 'matter', id: 'c4', act: 'ask', by: clerk, input: { text: '您说的分包合同，现在还找得到吗？' } });
  take('c4-asked', stage, 'c4');
}

function sideways(take: Take): void {
  const stage = createStage('2026-11-23T11:00:00+08:00');
  drafted(stage, 'two', '我公司参加了市本级“青格勒学校综合楼”施工投标，评标办法排斥外地企业，请求重新评审。另外，听说沄朔市政在别的标里把活整个转包给了包工头。');
  take('two-draft', stage, 'two');
  stage.does({ kind: 'matter', id: 'two', act: 'split', by: reporter });
  take('two-split', stage, 'two');
  drafted(stage, 'projects', '市本级“节水改造二期”中标的沄朔市政把活转包了，工人工资也没发，衬砌板一冬天就裂了。市本级“档案设备采购”参数只有一个品牌能满足。');
  take('projects-draft', stage, 'projects');
  drafted(stage, 'vague', '听说一中那个操场的标有人串标');
  take('vague-draft', stage, 'vague');
  stage.does({ kind: 'matter', id: 'vague', act: 'discard', by: reporter });
  take('vague-discarded', stage, 'vague');
  const told = '昨天接了个电话，说市本级“一中操场改造”那个活，签合同的和张罗的对不上号，来电人不愿留名字。';
  const given = { named: [], violations: [{ value: 'GK' as const, words: '签合同的和张罗的对不上号' }] };
  stage.does({ kind: 'matter', id: 'refined', act: 'draft', by: reporter, input: refinedWith(draftOf(readLead(told, { now: stage.now() }), told), given) });
  take('refined-draft', stage, 'refined');
  drafted(stage, 'banner', '群众来电反映，达拉特旗“树林召镇供水管网改造”的标，三家公司的标书是同一个人做的。');
  take('banner-draft', stage, 'banner');
  registered(stage, 'banner', { project: '树林召镇供水管网改造', cityLevel: 'no' });
  take('banner-registered', stage, 'banner');
  stage.does({ kind: 'matter', id: 'banner', act: 'notApplicable', by: clerk });
  take('banner-told', stage, 'banner');
  drafted(stage, 'unclear', wordsOf('C1'));
  registered(stage, 'unclear', { cityLevel: 'unknown' });
  take('unclear-registered', stage, 'unclear');
  drafted(stage, 'asked', wordsOnSomebody());
  registered(stage, 'asked');
  take('asked-registered', stage, 'asked');
  twins(stage, take);
  ofAKind(stage, take);
  drafted(stage, 'complains', ownRemedy);
  registered(stage, 'complains', { kind: 'complaint', source: 'self', project: '青格勒学校综合楼', violations: ['NXZJ'] });
  stage.does({ kind: 'matter', id: 'complains', act: 'claim', by: clerk });
  take('complains-claimed', stage, 'complains');
  drafted(stage, 'found', wordsOf('C1'));
  registered(stage, 'found', { kind: 'warning', source: 'system' });
  stage.does({ kind: 'matter', id: 'found', act: 'claim', by: clerk });
  take('found-claimed', stage, 'found');
  stage.does({ kind: 'matter', id: 'found', act: 'rate', by: 'ggzy-head', input: { reason: '涉及三家以上单位' } });
  take('found-rated', stage, 'found');
  drafted(stage, 'officer', '群众来信反映，市本级“纳林河堤防加固”的标，主管的副局长收了中标单位20万好处费。');
  registered(stage, 'officer', { project: '纳林河堤防加固', violations: ['XHG'], subjects: ['GZRY'], source: 'letter' });
  take('officer-registered', stage, 'officer');
  if ((stage.get('officer') as Document<Matter>).data.routing?.depts[0] === 'JWJW') {
    stage.does({ kind: 'matter', id: 'officer', act: 'refer', by: keeper });
    take('officer-referred', stage, 'officer');
  }
}

/** What only some matters have: who assigned it, what a system noticed, whom it is about, and a day before the measures held. */
function ofAKind(stage: Stage, take: Take): void {
  drafted(stage, 'assigned', wordsOf('C6'));
  take('assigned-draft', stage, 'assigned');
  registered(stage, 'assigned', { kind: 'assigned', project: '厂区道路硬化', violations: ['HZWL'], mandate: { organ: '自治区发改委', no: '内发改交〔2026〕9号', dueDate: '2026-12-10' } });
  stage.does({ kind: 'matter', id: 'assigned', act: 'claim', by: clerk });
  take('assigned-claimed', stage, 'assigned');
  drafted(stage, 'warned', wordsOf('C3'));
  take('warned-draft', stage, 'warned');
  registered(stage, 'warned', { kind: 'warning', source: 'system', happened: '2023-05-01' });
  stage.does({ kind: 'matter', id: 'warned', act: 'party', by: clerk, input: { name: '张某', tags: ['discipline'], employer: '岚戈建设', employerTags: ['law', 'crime'] } });
  stage.does({ kind: 'matter', id: 'warned', act: 'claim', by: clerk });
  take('warned-claimed', stage, 'warned');
}

/** The same story told twice: the second is merged into the first, and hears how that ends. */
function twins(stage: Stage, take: Take): void {
  for (const id of ['first', 'twin']) {
    drafted(stage, id, wordsOf('C1'));
    registered(stage, id);
    stage.does({ kind: 'matter', id, act: 'claim', by: clerk });
  }
  const first = stage.get('first');
  const alike = { id: 'first', no: first.no, state: 'registered', project: '青格勒学校综合楼', why: ['project', 'names', 'words'], same: true };
  stage.does({ kind: 'matter', id: 'twin', act: 'alike', by: 'system', input: { found: [alike, { ...alike, id: 'banner', no: 'XS-20261123-0099', why: ['names'], same: false }] } });
  take('twin-alike', stage, 'twin');
  stage.does({ kind: 'matter', id: 'twin', act: 'merge', by: clerk, input: { into: 'first' } });
  stage.does({ kind: 'matter', id: 'first', act: 'absorb', by: 'system', input: { id: 'twin', no: stage.get('twin').no, files: [fileNamed('第二份.pdf', 90_000)] } });
  stage.does({ kind: 'matter', id: 'twin', act: 'followed', by: 'system', input: { state: 'registered', told: '', organs: [], dueDate: '' } });
  take('twin-merged', stage, 'twin');
  take('first-with-twin', stage, 'first');
  stage.does({ kind: 'matter', id: 'twin', act: 'followed', by: 'system', input: { state: 'closed', told: '查实部分问题，已依法处理', organs: ['ZJJ'], dueDate: '2026-12-15' } });
  take('twin-ended', stage, 'twin');
}

/** Tells the matter that its department's part has come to its end. */
function ended(stage: Stage, id: string, state: string): void {
  stage.at('2026-12-14T16:00:00+08:00');
  const branch = (stage.get(id) as Document<Matter>).data.forwards[0];
  stage.does({ kind: 'matter', id, act: 'progress', by: 'system', input: { part: 'forward', id: branch?.id ?? '', no: branch?.docNo ?? '', organ: branch?.organ ?? '', state, dueDate: branch?.dueDate ?? '', told: '查实部分问题，已依法处理' } });
}

/** All samples by name, of every kind of document. */
export function samples(): Record<string, Sample> {
  return { ...matterSamples(), ...branchSamples(), ...peopleSamples(), ...openingSamples(), ...deliverySamples() };
}
