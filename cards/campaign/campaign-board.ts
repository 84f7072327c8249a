import { totalOf, type Campaign } from '../../src/domain/campaign/campaign.ts';
import { dayText } from '../../src/domain/time/deadlines.ts';
import { tallyText } from '../../src/domain/campaign/running-rows.ts';
import type { DocCard } from '../kit/draw.ts';
import { card, focus, help } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';
import { progressRows, reportedOf, stateOf, tintOf } from './campaign-lines.ts';

/** 专项行动进展: the group's one live card: departments, days and numbers; no name, no project, no words. */
export const campaignBoard: DocCard<Campaign> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const { doc } = at;
  const running = doc.state === 'z.running';
  return card({ title: `专项行动进展　${doc.no}`, subtitle: doc.data.planNo, tint: tintOf(at), tag: running ? `已报送 ${reportedOf(at)}` : stateOf(at), summary: `${doc.no} 专项行动，${stateOf(at)}` }, [
    focus(running ? tallyText(totalOf(doc.data)) : `专项行动${stateOf(at)}`), progressRows(at),
    help(running ? `数字依次为排查、问题、整改；${dayText(doc.data.until)}结束` : '行动群随后解散，消息仍可查看'), running && help('签收、报进度和报送在各单位联络员的单聊里'),
  ]);
};
