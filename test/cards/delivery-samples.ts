import { branchSamples } from './branch-samples.ts';
import type { Sample } from './samples.ts';
import { createStage, reporter } from './stage.ts';
import { personWith } from './town.ts';

const no = 'XS-20261123-0001';
const clerk = personWith('GGZY', 'C_CLERK').id;

/** Messages of which nobody knows whether they arrived, by name (`delivery …`): asked, answered, for a colleague, for oneself, for a group, for the reporter. */
export function deliverySamples(): Record<string, Sample> {
  const stage = createStage('2026-11-24T11:05:00+08:00');
  const taken: Record<string, Sample> = {};
  const signed = Object.values(branchSamples()).find(({ doc }) => doc.kind === 'forward' && doc.state === 'accepted');
  const take = (name: string, id: string, related: Sample['related'] = []) => void (taken[`delivery ${name}`] = { doc: stage.get(id), related, now: stage.now() });
  const ask = (id: string, input: object) =>
    stage.does({ kind: 'delivery', id, act: 'ask', by: 'system', input: { about: { kind: 'forward', id: `about-${id}`, no }, asked: clerk, organ: 'GGZY', to: 'zjj-liaison', form: 'card', card: 'forward', title: '举报件转办单', since: '2026-11-24T02:02:00.000Z', ...input } });
  ask('q1', {});
  take('asked', 'q1');
  ask('q2', { about: { kind: 'forward', id: signed?.doc.id ?? '', no }, since: '2026-11-23T00:00:00.000Z' });
  take('asked, since signed', 'q2', signed ? [signed.doc] : []);
  ask('q3', { form: 'file', card: '', title: '鄂公资转〔2026〕1号 举报件转办单.docx', to: 'reporter' });
  take('asked for the reporter', 'q3');
  ask('q4', { asked: 'zjj-liaison', organ: 'ZJJ' });
  take('asked for oneself', 'q4');
  ask('q5', { form: 'text', card: '', to: 'chat:oc_meeting', title: '会商 1 小时后开始：15:00，市公共资源交易中心三楼会议室。已回复 3/4 家。', words: '会商 1 小时后开始' });
  take('asked for a group', 'q5');
  ask('q6', { about: { kind: 'matter', id: 'about-q6', no: '' }, asked: 'reporter', organ: '', to: 'reporter', card: 'intake', title: '请核对线索信息' });
  take('asked of the reporter', 'q6');
  stage.does({ kind: 'delivery', id: 'q1', act: 'arrived', by: clerk });
  take('arrived', 'q1');
  stage.does({ kind: 'delivery', id: 'q5', act: 'again', by: clerk });
  take('again', 'q5');
  stage.does({ kind: 'delivery', id: 'q6', act: 'again', by: reporter });
  take('again by the reporter', 'q6');
  return taken;
}
