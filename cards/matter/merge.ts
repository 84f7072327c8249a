import type { Document } from '../../src/domain/document.ts';
import { likenesses } from '../../src/domain/matter/merge/likeness.ts';
import { matterStates, type Matter, type MatterState } from '../../src/domain/matter/matter.ts';
import { back } from '../kit/controls.ts';
import { act, may, opens, refusalLine, typedText, type DrawInput } from '../kit/draw.ts';
import { button, card, focus, form, help, input, panel, plain, select, submit, tapRow, type Card, type Child } from '../kit/kit.ts';
import { short } from '../kit/labels.ts';

type Input = DrawInput<Matter>;
type Alike = Matter['alike'][number];

/** 可能重复 n 件, with the reason of each: for the Center alone, never for a reporter. */
export function alikePanel(at: Input): Child {
  const { alike } = at.doc.data;
  if (!alike.length || !may(at, 'merge')) return undefined;
  return panel(`可能重复 ${alike.length} 件`, [...alike.map((one) => tapRow([plain(`${textOf(one)}${one.project ? `　${short(one.project, 20)}` : ''}`, 2)], opens({ kind: 'matter', id: one.id }, 'progress'))), help('系统推测，是否同一件由您判断；要并案请点「并案」')]);
}

/** The face of 分办 on which a clerk merges: into which matter, and why where project and facts do not plainly agree. */
export function merging(at: Input): Card {
  const { doc } = at;
  const { alike } = doc.data;
  const first = alike.find((one) => one.same) ?? (alike.length === 1 ? alike[0] : undefined);
  return card({ title: `并案　${doc.no}`, tint: 'yellow', tag: '填写中', summary: `${doc.no} 并案` }, [
    refusalLine(at),
    focus('并入哪一件'),
    plain('只有同一项目、同一事实的才并案。本件编号保留，反映人随主件得知进展；材料并入主件，本件期限停止。', 3),
    ...alike.map((one) => plain(textOf(one), 2)),
    form('merge-form', [
      select('into', '并入 *', { options: alike.map((one) => ({ value: one.id, text: one.no })), value: typedText(at, 'into', first?.id ?? '') }),
      input('reason', '理由', { value: typedText(at, 'reason', ''), placeholder: '看不出是同一件的必填' }),
      submit('merge', '并案', { tap: act(at, 'merge', { card: 'triage' }), look: 'primary_filled', wide: true }),
    ]),
    help('主件进入下一步之前可以撤销'),
    back(at, 'triage'),
  ]);
}

/** On the timeline: what was merged into this matter, or into which one it went. */
export function mergedRows(at: Input): Child[] {
  const { state, data } = at.doc;
  if (at.viewer.reporter) return [];
  const parent = state === 'merged' ? data.into : null;
  return [
    parent && tapRow([plain(`主件　${parent.no}　${matterStates[parent.state as MatterState] ?? ''}`, 1)], opens({ kind: 'matter', id: parent.id }, 'progress')),
    data.merged.length > 0 && panel(`并入来件 ${data.merged.length} 件`, data.merged.slice(0, 12).map(({ id, no }) => tapRow([plain(no, 1)], opens({ kind: 'matter', id }, 'progress')))),
    state === 'merged' && mayUndo(at) && button('撤销并案', act(at, 'unmerge', { card: 'progress', input: {} }), { confirm: { title: '撤销并案？', text: '本件恢复单独办理，中心期限按原起算日继续计算。' } }),
  ];
}

function mayUndo(at: Input): boolean {
  const { into } = at.doc.data;
  return may(at, 'unmerge') && into !== null && (into.since === '' || into.since === into.state);
}

/** What the reporter of a merged matter reads: how that one stands, neither its number nor whose it is. */
export function mergedStep({ data }: Pick<Document<Matter>, 'data'>, words: { ended: boolean; organs: string; day: string }): string {
  if (words.ended) return data.told || '本件已办结';
  return `已与同一事项并案办理${words.organs ? `，${words.organs} ${words.day ? `${words.day}前` : ''}反馈` : ''}`;
}

function textOf({ no, state, why }: Alike): string {
  return `${no}　${why.map((one) => likenesses[one]).join('、')}（${matterStates[state as MatterState] ?? ''}）`;
}
