import { nameOf } from '../../src/domain/people.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { activeVerifiers } from '../../src/domain/referral/verifiers.ts';
import { conclusions } from '../../src/domain/forward/forward.ts';
import { dayText } from '../../src/domain/time/time.ts';
import { cut, stamp } from '../kit/branch-lines.ts';
import { refusalLine, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, line, panel, plain, type Card, type Child } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Referral>;

/** What every card of a verification is where it shows nothing to do: shut to those who must not see it, and the withdrawn face once the verification ended with its department's part. Undefined while it goes on. */
export function shut(at: At, title: string): Card | undefined {
  return unseen(at) ?? ended(at, title);
}

/** The withdrawn face (experience 3.3): who, when, why, and no buttons. */
export function ended(at: At, title: string): Card | undefined {
  const { doc, world } = at;
  if (doc.state !== 'v.ended') return undefined;
  const { ended: how, report, matterNo } = doc.data;
  const names = activeVerifiers(doc.data).map(({ id }) => nameOf(world.directory, id)).join('、');
  return card({ title, subtitle: matterNo, tint: 'grey', tag: '已终止', summary: `${matterNo} 核实已终止` }, [
    refusalLine(at), focus(endedBy(doc.data)), how?.why && plain(cut(how.why, 200), 3),
    facts([['核实人员', names], ['核实报告', report.version > 0 && `第 ${report.version} 版，已封存`]]),
    help('不再需要您办理，期限停止计算；已有材料封存保留'),
  ]);
}

/** What the department wrote when it verified the same matter before, folded; nothing where it never did. */
export function formerPanel({ former }: Pick<Referral, 'former'>): Child {
  return former && panel(`此前核实报告（第 ${former.version} 版，${former.signed ? '已签齐' : '未签齐'}）`, [
    former.at !== '' && line(`写于　${dayText(former.at)}`), former.conclusion !== '' && line(`结论　${conclusions[former.conclusion]}`),
    plain(cut(`查明：${former.facts || '未写'}`, 300), 10), plain(cut(`法律适用：${former.law || '未写'}`, 80), 3), help('供参考。本次核实重新取证、重新签名'),
  ]);
}

/** 李娜 11月25日 15:20 撤回转办: by which act of the department's part a verification ended; empty where it did not. */
export function endedBy({ ended: how }: Pick<Referral, 'ended'>): string {
  return how ? `${how.by} ${stamp(how.at)} ${how.verb}`.trim() : '';
}
