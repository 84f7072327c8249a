import { nameOf } from '../../src/domain/people.ts';
import { partnerOf } from '../../src/domain/referral/joint.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { evidenceText, stamp } from '../kit/branch-lines.ts';
import { choicesOf } from '../kit/controls.ts';
import { act, may, refusalLine, type DocCard } from '../kit/draw.ts';
import { card, facts, focus, help } from '../kit/kit.ts';
import { shut } from './ended.ts';
import { proposalsOf, summaryPanel, verifiersOf } from './report-panels.ts';

/** 会同移送, for the head of a department that acts with the Center: he consents to what both transfer (Article 11 item 7). */
export const joint: DocCard<Referral> = (at) => {
  const closed = shut(at, '会同移送');
  if (closed) return closed;
  const { doc, viewer, world } = at;
  const partner = partnerOf(doc.data, viewer.id, world);
  if (!partner) return card({ title: '会同移送', tint: 'grey', tag: '不由您决定', summary: '会同移送不由您决定' }, [focus('由会同部门主要负责人决定')]);
  const open = may(at, 'join') && partner.at === '';
  const done = partner.at ? `${nameOf(world.directory, partner.by)} ${stamp(partner.at)} 同意会同移送` : '报告签齐后请会同部门同意';
  return card(
    { title: `会同移送　${doc.data.matterNo}`, tint: open ? 'red' : partner.at ? 'green' : 'blue', tag: open ? '待您决定' : partner.at ? '已同意' : '待报告', summary: `${doc.data.matterNo} 会同移送` },
    [
      refusalLine(at), focus(open ? `拟移送：${proposalsOf(at)}` : done),
      facts([['牵头', '市公共资源交易中心'], ['核实', verifiersOf(at)], ['证据', evidenceText(doc.data)], ['依据', '第十一条（七）']]), open && summaryPanel(at),
      open && help('同意后由中心主要负责人决定是否移送；没有会同部门同意，中心不能移送'),
      open && choicesOf([{ text: '同意会同移送', tap: act(at, 'join', { card: 'joint', input: { hash: doc.data.report.hash } }), confirm: { title: '同意会同移送？', text: '以本部门名义与中心共同移送。' } }]),
    ],
  );
};
