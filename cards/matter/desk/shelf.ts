import type { Matter } from '../../../src/domain/matter/matter.ts';
import { sentenceFace } from '../../kit/controls.ts';
import { act, may, type DocCard } from '../../kit/draw.ts';
import { card } from '../../kit/kit.ts';
import { intake } from '../intake/intake.ts';
import { isStaff, unknownCard } from '../matter-parts.ts';
import { progress } from '../progress/progress.ts';

const faces = {
  shelve: { verb: '暂存', focus: '暂存：没有具体事实可查', label: '理由 *', note: '六个月后提醒复查；有新证据可由分管负责人重启' },
  reopen: { verb: '重启', focus: '重启办理', label: '新证据和理由 *', note: '重启后由中心重新分办，此前的办理人都会收到通知' },
  withdraw: { verb: '撤回', focus: '撤回您的反映', label: '原因 *', note: '撤回会如实记录，但不影响依法核查' },
} as const;

/** 暂存, 重启, 撤回: one sentence each; back to the timeline, or to the reporter's receipt. */
export const shelf: DocCard<Matter> = (at) => {
  const { doc, face, viewer } = at;
  if (!viewer.reporter && !isStaff(at, doc)) return unknownCard();
  const name = face in faces ? (face as keyof typeof faces) : undefined;
  if (!name || !may(at, name)) return viewer.reporter ? intake({ ...at, face: '' }) : progress({ ...at, face: '' });
  const words = faces[name];
  const home = viewer.reporter ? 'intake' : 'progress';
  return card({ title: `${words.verb}　${doc.no}`, tint: 'yellow', tag: '填写理由', summary: `${doc.no} ${words.verb}` }, sentenceFace(at, { card: home, focus: words.focus, label: words.label, note: words.note, verb: words.verb, tap: act(at, name, { card: 'shelf' }) }));
};
