import type { Document } from '../../src/domain/document.ts';
import { staffOf } from '../../src/domain/people.ts';
import type { Sample } from './samples.ts';
import { createStage, type Stage } from './stage.ts';
import { directory } from './town.ts';

const liaison = 'zjj-liaison';
const admin = 'ggzy-admin';
const wish = { delegate: 'zjj-backup', from: '2026-12-21', to: '2026-12-25', tasks: ['sign', 'feedback', 'meeting'] };

/** What is set about people over time, by name (`kind state detail`), each made by the flows themselves. */
export function peopleSamples(): Record<string, Sample> {
  return { ...delegations(), ...books(), ...handovers() };
}

function taker(stage: Stage): { taken: Record<string, Sample>; take(name: string, doc: Document): void } {
  const taken: Record<string, Sample> = {};
  return { taken, take: (name, doc) => void (taken[`${doc.kind} ${name}`] = { doc, related: [], now: stage.now() }) };
}

function delegations(): Record<string, Sample> {
  const stage = createStage('2026-12-18T10:00:00+08:00');
  const { taken, take } = taker(stage);
  const does = (id: string, act: string, by: string, input: object = {}) => stage.does({ kind: 'delegation', id, act, by, input });
  take('g.draft', does('g1', 'ask', liaison, { delegate: wish.delegate }));
  take('g.set ahead', does('g1', 'set', liaison, wish));
  stage.at('2026-12-21T09:00:00+08:00');
  take('g.set running', stage.get('g1'));
  stage.at('2026-12-26T00:00:00+08:00');
  take('g.ended', does('g1', 'alarm', 'clock', { id: 'delegation-end', rule: '', stage: 'end' }));
  stage.at('2026-12-18T10:00:00+08:00');
  does('g2', 'ask', liaison);
  does('g2', 'set', liaison, wish);
  take('g.cancelled', does('g2', 'cancel', wish.delegate));
  return taken;
}

function books(): Record<string, Sample> {
  const stage = createStage('2026-12-18T10:00:00+08:00');
  const { taken, take } = taker(stage);
  const does = (organ: string, act: string, by: string, input: object = {}) => stage.does({ kind: 'organ', id: `o-${organ.toLowerCase()}`, act, by, input });
  const kept = (organ: string) => does(organ, 'keep', 'system', { organ, coordinates: organ === 'GGZY', members: staffOf(directory, organ).map(({ organ: _organ, ...member }) => member) });
  take('o.kept', kept('ZJJ'));
  does('ZJJ', 'watch', liaison, { person: 'zjj-officer1', from: '2026-12-18', to: '2026-12-20' });
  take('o.kept renamed', does('ZJJ', 'rename', admin, { name: '鄂尔多斯市住房城乡建设和交通局', short: '市住建交通局', from: '2027-01-01' }));
  kept('SLJ');
  for (const person of ['slj-liaison', 'slj-backup']) take('o.kept mute', does('SLJ', 'leave', admin, { person, why: '调离' }));
  take('o.kept center', kept('GGZY'));
  take('o.kept proposal', does('GGZY', 'propose', admin, { digest: 'd', lines: ['新增　王新（市住建局）　联络员', '变更　王磊（市住建局）　角色 联络员 改为 承办人', '不在文件中　刘洋（市住建局）　不自动停用，请先交接'] }));
  take('o.kept adopted', does('GGZY', 'adopt', admin));
  return taken;
}

function handovers(): Record<string, Sample> {
  const stage = createStage('2026-12-18T10:00:00+08:00');
  const { taken, take } = taker(stage);
  const does = (act: string, by: string, input: object = {}) => stage.does({ kind: 'handover', id: 'w1', act, by, input });
  const item = (id: string, what: string, role = '') => ({ id, kind: 'forward', doc: `f${id}`, no: `XS-20261123-000${id}`, what, dueDate: '2026-12-24', named: role === '', role });
  take('w.open', does('open', 'system', { person: 'zjj-officer1', name: '刘洋', organ: 'ZJJ', items: [item('1', '核实人员'), item('2', '移送经办'), item('3', '反馈', 'LIAISON')] }));
  does('give', 'zjj-deputy', { to: 'zjj-officer2', only: '1' });
  take('w.open refused', does('settled', 'system', { item: '1', refused: '核实人员不得少于2人，请再选一人' }));
  does('give', 'zjj-deputy', { to: 'zjj-officer3' });
  take('w.open given', stage.get('w1'));
  for (const id of ['1', '2', '3']) does('settled', 'system', { item: id });
  take('w.done', stage.get('w1'));
  return taken;
}
