import { destinations } from '../../src/domain/competence/destinations.ts';
import { conclusions } from '../../src/domain/forward/forward.ts';
import { nameOf, shortName, type Directory } from '../../src/domain/people.ts';
import { activeVerifiers, outOf } from '../../src/domain/referral/recusal.ts';
import { checkCode, hasSigned, type Item, type Proposal, type Referral } from '../../src/domain/referral/referral.ts';
import { cut, stamp, violationNames } from '../kit/branch-lines.ts';
import { paperLink } from '../kit/controls.ts';
import type { DrawInput } from '../kit/draw.ts';
import { facts, help, line, panel, plain, type Element } from '../kit/kit.ts';

type At = DrawInput<Referral>;

/** 市公安局　第十一条（三）: where one proposal would send a case; 由本部门处理 where it stays. */
export function destinationText({ item, receiver }: Pick<Proposal, 'item' | 'receiver'>, directory: Directory): string {
  if (!item) return '尚未填写';
  return item === 'D0' ? '由本部门处理，不移送' : `${shortName(directory, receiver)}　${destinations[item].article}`;
}

/** Every destination that a report proposes, as one line. */
export function proposalsOf({ doc, world }: At): string {
  return doc.data.report.proposals.map((proposal) => destinationText(proposal, world.directory)).join('；') || '尚未填写';
}

/** 部分属实，涉嫌串通投标: a report's conclusion, with what was reported where something was found. */
export function conclusionOf({ doc }: At): string {
  const { conclusion } = doc.data.report;
  const found = conclusion === 'true' || conclusion === 'partly' ? violationNames(doc.data.brief.violations) : '';
  return conclusion ? `${conclusions[conclusion]}${found ? `，涉嫌${found}` : ''}` : '尚未填写';
}

/** 刘洋、其其格（2 人，均已签名，无回避): who verified and whether all is complete. */
export function verifiersOf({ doc, world }: At): string {
  const active = activeVerifiers(doc.data);
  const signed = active.filter((verifier) => hasSigned(doc.data, verifier)).length;
  const out = outOf(doc.data).length;
  if (!active.length) return '尚未指派';
  const names = active.map((verifier) => nameOf(world.directory, verifier.id)).join('、');
  return `${names}（${active.length} 人，${signed === active.length ? '均已签名' : `已签 ${signed} 人`}，${out ? `${out} 人已回避` : '无回避'}）`;
}

/** The folded summary of the report, at most 300 characters, with the whole one tap away. */
export function summaryPanel(at: At, title = `核实报告摘要（第 ${at.doc.data.report.version} 版）`): Element {
  const { report } = at.doc.data;
  return panel(title, [
    facts([['结论', conclusionOf(at)], ['建议去向', proposalsOf(at)], ['校验码', checkCode(report.hash)]]),
    plain(cut(`查明：${report.facts}`, 180), 8), plain(cut(`法律适用：${report.law}`, 60), 3), ...report.proposals.slice(0, 5).map((proposal) => plain(cut(`理由：${proposal.reason}`, 60), 2)), paperLink(at.doc, 'report'),
  ]);
}

/** Why this receiver and no other: the rules, what was considered besides, the reason of the verifiers. */
export function whyPanel({ doc, world }: At, proposal: Proposal): Element {
  const { report, brief } = doc.data;
  const proposed = new Set<string>(report.proposals.map((one) => one.item));
  const others = brief.dest.filter((item) => !proposed.has(item) && Object.hasOwn(destinations, item)).map((item) => destinations[item as Item]);
  const also = report.proposals.filter((one) => one.id !== proposal.id);
  const own = proposal.item === 'D0';
  return panel(own ? '为什么由本部门处理' : `为什么是${shortName(world.directory, proposal.receiver)}，不是其他机关`, [
    proposal.item && line(own ? '依据　第三条、第九条：由本部门依法处理' : `依据　${destinations[proposal.item].article}：${destinations[proposal.item].name}`), plain(cut(`核实人员的理由：${proposal.reason}`, 200), 6),
    ...also.slice(0, 4).map((one) => line(`同一报告还建议　${destinationText(one, world.directory)}`)),
    ...others.slice(0, 4).map((other) => line(`也考虑过　${other.article}：${other.name}`)),
    help(`系统推测${brief.rules.length ? `（规则 ${brief.rules.join('、')}）` : ''}，供核对，不作认定`),
  ]);
}

/** Who wrote which version, newest first; signatures on older versions are void. */
export function versionsPanel({ doc }: At): Element | undefined {
  const written = doc.audit.filter((entry) => ['write', 'propose', 'drop'].includes(entry.act) && entry.code !== 'DENIED');
  if (written.length < 2) return undefined;
  return panel(`第 1 版到第 ${doc.data.report.version} 版`, [
    ...written.map((entry, index) => line(`第 ${index + 1} 版　${'name' in entry.by ? entry.by.name : ''} ${stamp(entry.at)}`)).reverse().slice(0, 8), help('签名后再修改，已有签名自动作废'),
  ]);
}
