import { checks, dismissals, reasons, results, type Check, type Complaint } from '../../src/domain/complaint/complaint.ts';
import { shortName } from '../../src/domain/people.ts';
import { dayText, time } from '../../src/domain/time/deadlines.ts';
import { cut, spanOf, violationNames } from '../kit/branch-lines.ts';
import { paperLink } from '../kit/controls.ts';
import type { DrawInput } from '../kit/draw.ts';
import { button, help, panel, plain, type Child } from '../kit/kit.ts';

type At = DrawInput<Complaint>;

/** What is folded beneath a department's card: the complaint itself, its files, its limits, what was done with it. */
export function panels(at: At): Child[] {
  return [contents(at), files(at), limits(at), history(at)].slice(0, 4);
}

function contents({ doc }: At): Child {
  const { words, brief, parties } = doc.data;
  return panel('投诉内容', [
    parties.complainant && plain(`投诉人：${cut(parties.complainant, 60)}　被投诉人：${cut(parties.respondent, 60)}`, 3),
    plain(`项目：${cut(brief.title, 60)}`, 2), brief.violations.length > 0 && plain(`涉及：${violationNames(brief.violations.slice(0, 6))}`, 2),
    words.trim() && plain(`原文：${cut(words, 900)}`, 40), help('当事人名称以投诉书为准'),
  ]);
}

function files({ doc }: At): Child {
  const { brief } = doc.data;
  return brief.files.length > 0 && panel(`附件 ${brief.files.length} 份（已校验）`, [
    ...brief.files.slice(0, 8).map((file) => plain(`${cut(file.name, 40)}　校验值 ${file.sha256.slice(0, 8)}`, 1)),
    button('查看附件', { do: 'ask', what: 'files', arg: `${doc.kind}|${doc.id}` }, { look: 'text' }),
  ]);
}

function limits({ doc, world }: At): Child {
  const live = doc.clocks.filter((clock) => !clock.stoppedAt);
  return live.length > 0 && panel('各项期限', live.map((clock) => plain(`${names[clock.rule] ?? clock.rule}　${time.dueText(clock.due)}前　${spanOf(clock, world)}`, 2)));
}

const names: Readonly<Record<string, string>> = { T15: '决定是否受理', T16: '处理决定', T25: '审查、补正通知', T26: '不予受理、告知管辖', T27: '答复通知书', T28: '处理决定', T29: '暂停上限' };

function history(at: At): Child {
  const { doc, world } = at;
  const { data } = doc;
  const rows: Child[] = [
    data.fix.askedAt && plain(`要求 ${dayText(data.fix.dueDate)}前补正：${cut(data.fix.words, 200)}${data.fix.doneAt ? `（${dayText(data.fix.doneAt)}已补正）` : ''}`, 5),
    data.checks.length > 0 && plain(`受理时已核对：${data.checks.map((check: Check) => checks[check]).join('；')}`, 5),
    data.rejection.ground && plain(`${reasons[data.rejection.ground].text}（${data.rejection.basis}）：${cut(data.rejection.words, 200)}`, 5),
    data.redirect.organ && plain(`由 ${shortName(world.directory, data.redirect.organ)} 处理：${cut(data.redirect.words, 200)}`, 5),
    data.pause.from && plain(`暂停项目：${dayText(data.pause.from)}至 ${dayText(data.pause.until)}，${cut(data.pause.reason, 120)}${data.pause.endedAt ? `（累计 ${data.pause.days} 日）` : ''}`, 4),
    data.withdrawal.at && plain(`申请撤回：${cut(data.withdrawal.reason, 160)}${data.withdrawal.why ? `；不准撤回：${cut(data.withdrawal.why, 160)}` : ''}`, 5),
    data.decision.result && plain(`${results[data.decision.result]}${data.decision.ground ? `：${dismissals[data.decision.ground]}` : ''}`, 3),
    data.decision.result && plain(`查明：${cut(data.decision.facts, 300)}`, 8),
    data.decision.result && plain(`依据：${cut(data.decision.basis, 120)}　救济途径：${cut(data.decision.remedies, 160)}`, 5),
    ...data.joined.slice(0, 4).map((twin) => plain(`${shortName(world.directory, twin.organ)} 后收到的 ${twin.no} 已并入本件`, 2)),
    data.first && plain(`先收到的是 ${shortName(world.directory, data.first.organ)}（${data.first.no}）`, 2),
    ...papers(at),
  ].filter(Boolean);
  return rows.length > 0 && panel('办理情况', rows);
}

function papers({ doc }: At): Child[] {
  const { acceptNo, rejection, redirect, decision, pause } = doc.data;
  return [
    acceptNo && paperLink(doc, 'complaint-accepted', '受理决定书'), rejection.no && paperLink(doc, 'complaint-rejected', '不予受理决定书'), redirect.no && paperLink(doc, 'complaint-redirected', '告知书'),
    pause.no && paperLink(doc, 'complaint-pause', '暂停通知书'), decision.no && paperLink(doc, 'complaint-decision', '处理决定书'),
  ];
}
