import type { Sample } from './samples.ts';
import { createStage } from './stage.ts';

const liaison = 'zjj-liaison';
const wish = { delegate: 'zjj-backup', from: '2026-12-21', to: '2026-12-25', tasks: ['sign', 'feedback', 'meeting'] };

/** What is set about people over time, by name (`kind state detail`), each made by the flows themselves. */
export function peopleSamples(): Record<string, Sample> {
  return delegations();
}

function delegations(): Record<string, Sample> {
  const taken: Record<string, Sample> = {};
  const stage = createStage('2026-12-18T10:00:00+08:00');
  const take = (name: string, id: string): void => {
    taken[`delegation ${name}`] = { doc: stage.get(id), related: [], now: stage.now() };
  };
  const begun = (id: string): void => {
    stage.does({ kind: 'delegation', id, act: 'ask', by: liaison, input: { delegate: wish.delegate } });
    take('g.draft', id);
    stage.does({ kind: 'delegation', id, act: 'set', by: liaison, input: wish });
  };
  begun('g1');
  take('g.set ahead', 'g1');
  stage.at('2026-12-21T09:00:00+08:00');
  take('g.set running', 'g1');
  stage.at('2026-12-26T00:00:00+08:00');
  stage.does({ kind: 'delegation', id: 'g1', act: 'alarm', by: 'clock', input: { id: 'delegation-end', rule: '', stage: 'end' } });
  take('g.ended', 'g1');
  stage.at('2026-12-18T10:00:00+08:00');
  begun('g2');
  stage.does({ kind: 'delegation', id: 'g2', act: 'cancel', by: wish.delegate });
  take('g.cancelled', 'g2');
  return taken;
}
