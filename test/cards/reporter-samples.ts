import type { Document } from '../../src/domain/document.ts';
import type { Sample } from './samples.ts';
import { createStage } from './stage.ts';
import { directory, personWith } from './town.ts';

/** Openings of the vault in each state, by name (`opening state`), each made by the flow itself. */
export function openingSamples(): Record<string, Sample> {
  const stage = createStage('2026-11-25T10:00:00+08:00');
  const [one, two] = [...directory.people.values()].filter((person) => person.organ === 'GGZY' && person.roles.includes('VAULT'));
  const [asker, second] = [one?.id ?? '', two?.id ?? ''];
  const taken: Record<string, Sample> = {};
  const does = (id: string, act: string, by: string, input: object = {}): Document => {
    const doc = stage.does({ kind: 'opening', id, act, by, input });
    taken[`opening ${doc.state}`] = { doc, related: [], now: stage.now() };
    return doc;
  };
  for (const id of ['v1', 'v2', 'v3']) {
    does(id, 'open', 'system', { matterNo: 'XS-20261123-0001', reported: [], reportedPeople: [], out: [], pastCenter: false });
    does(id, 'ask', asker, { reason: '需当面核对来信原件，提问转达不能解决' });
  }
  does('v1', 'agree', second);
  does('v1', 'show', asker);
  does('v2', 'refuse', second, { reason: '可先转达提问' });
  return taken;
}

/** Whom the words of `asking` name, where only the Center can say whether he is meant. */
export const wordsOnSomebody = (): string => `群众来电反映，市本级“青格勒学校综合楼”施工标，三家的标书是同一个人做的，${personWith('SLJ', 'DEPUTY').name}当时也在场。`;
