import { destinations } from '../../src/domain/competence/destinations.ts';
import { conclusions } from '../../src/domain/forward/forward.ts';
import { nameOf, shortName, type Directory } from '../../src/domain/people.ts';
import { checkCode, hasSigned, type Item, type Proposal, type Referral } from '../../src/domain/referral/referral.ts';
import { changesBetween, standingReport, type Change, type FormerReport } from '../../src/domain/referral/versions.ts';
import { cut, stamp, violationNames } from '../kit/branch-lines.ts';
import { paperLink } from '../kit/controls.ts';
import type { DrawInput } from '../kit/draw.ts';
import { facts, help, line, panel, plain, type Child, type Element } from '../kit/kit.ts';
import { activeVerifiers } from '../../src/domain/referral/verifiers.ts';
import { outOf } from '../../src/domain/recusal/recusal.ts';

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

/** 查明事实增 2 句、删 1 句…: how the report differs from the version that the head sent back, with the sentences themselves; nothing where he never did. */
export function sinceSentBack(at: At): Child[] {
  const { earlier, sentBack } = at.doc.data;
  const former = earlier.find(({ version }) => version === sentBack);
  return former ? [line(`与您退回的第 ${former.version} 版相比：${inShort(differences(at, former)) || '内容没有改动'}`), changesPanel(at, former)] : [];
}

function differences({ doc, world }: At, former: FormerReport): readonly Change[] {
  return changesBetween(former, standingReport(doc.data), (proposal) => destinationText(proposal, world.directory));
}

function inShort(changes: readonly Change[]): string {
  return changes.map(({ what, gone, come }) => {
    if (what === '结论' || what === '去向') return `${what}由${gone.join('、') || '未写'}改为${come.join('、') || '未写'}`;
    const unit = what === '证据' ? '份' : '句';
    return `${what}${[come.length && `增 ${come.length} ${unit}`, gone.length && `删 ${gone.length} ${unit}`].filter(Boolean).join('、')}`;
  }).join('；');
}

function changesPanel(at: At, former: FormerReport): Child {
  const said = differences(at, former).filter(({ what }) => what !== '证据').flatMap(({ what, gone, come }) => [...gone.map((words) => `删　${what}：${words}`), ...come.map((words) => `增　${what}：${words}`)]);
  return said.length > 0 && panel(`第 ${former.version} 版到第 ${at.doc.data.report.version} 版改了什么`, [...said.slice(0, 8).map((words) => plain(cut(words, 160), 4)), said.length > 8 && help(`另有 ${said.length - 8} 处，见全文`)]);
}

/** Who wrote which version, newest first, and what the newest changed; signatures on older versions are void. */
export function versionsPanel(at: At): Element | undefined {
  const { doc } = at;
  const written = doc.audit.filter((entry) => ['write', 'propose', 'drop'].includes(entry.act) && entry.code !== 'DENIED');
  if (written.length < 2) return undefined;
  const former = doc.data.earlier.at(-1);
  return panel(`第 1 版到第 ${doc.data.report.version} 版`, [
    former && line(`比第 ${former.version} 版：${inShort(differences(at, former)) || '内容没有改动'}`), ...written.map((entry, index) => line(`第 ${index + 1} 版　${'name' in entry.by ? entry.by.name : ''} ${stamp(entry.at)}`)).reverse().slice(0, 8), help('签名后再修改，已有签名自动作废'),
  ]);
}
