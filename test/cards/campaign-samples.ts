import type { Document } from '../../src/domain/document.ts';
import type { Sample } from './samples.ts';
import { createStage } from './stage.ts';

const clerk = 'ggzy-clerk1';
const chief = 'ggzy-head';
const plan = { title: '工程转包专项整治', ground: 'above', document: '内公管发〔2026〕18号', goal: '集中排查在建工程转包、违法分包，督促整改', until: '2026-12-25' };
const task = { task: '排查本行业市本级在建工程，核对项目班子和社保', dueDate: '2026-12-18' };
const matter = { id: 'c1', no: 'XS-20261123-0001', state: 'forwarded', organs: ['ZJJ'] };

/** Every state of a campaign, each made by the flow itself, by name (`campaign state detail`). */
export function campaigns(taken: Record<string, Sample>): void {
  const stage = createStage('2026-11-24T10:00:00+08:00');
  const does = (act: string, by: string, input: object = {}, id = 'z1') => stage.does({ kind: 'campaign', id, act, by, input });
  const take = (name: string, doc: Document): void => void (taken[`campaign ${name}`] = { doc, related: [], now: stage.now() });
  take('z.plan new', does('open', clerk, { title: plan.title }));
  does('plan', clerk, plan);
  take('z.plan', does('assign', clerk, { organs: ['ZJJ', 'JTJ', 'SLJ', 'CZJ'], ...task }));
  does('collected', 'system', matter);
  take('z.running new', does('launch', chief));
  does('grouped', 'system', { chat: 'oc_1', board: 'om_1', missing: ['slj-liaison'] });
  does('sign', 'zjj-liaison');
  does('progress', 'zjj-liaison', { checked: 12, found: 3, fixed: 1, words: '已核对 12 个项目' });
  take('z.running', does('progress', 'jtj-liaison', { checked: 8, found: 0, fixed: 0 }));
  take('z.running lost', does('lost', 'system', { what: 'group', who: ['czj-liaison'] }));
  take('z.running restored', does('restore', clerk));
  stage.at('2026-12-21T10:00:00+08:00');
  take('z.running late', does('report', 'jtj-liaison', { checked: 15, found: 1, fixed: 1, words: '已排查全部在建公路项目，发现一处，已整改。' }));
  does('explain', 'zjj-liaison', { reason: 'test', expected: '2026-12-23' });
  does('release', clerk, { organ: 'SLJ', reason: '本年度没有在建项目' });
  take('z.running back', does('sendBack', clerk, { organ: 'JTJ', reason: '请补充整改的依据' }));
  for (const organ of ['zjj', 'jtj', 'czj']) does('report', `${organ}-liaison`, { checked: 15, found: 4, fixed: 4, words: '已排查完毕，问题均已整改，线索已登记。' });
  does('collected', 'system', { ...matter, state: 'closed' });
  take('z.running reported', stage.get('z1'));
  take('z.closed', does('close', chief, { words: '四类问题均已整改，两件线索按程序办理。' }));
  does('open', clerk, { title: plan.title }, 'z2');
  take('z.dropped', does('drop', clerk, { reason: '与上级部署的行动合并' }, 'z2'));
}
