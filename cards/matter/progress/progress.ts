import { actorName, brokenAt } from '../../../src/domain/audit.ts';
import type { AuditEntry, Document } from '../../../src/domain/document.ts';
import { givenOut } from '../../../src/domain/matter/evidence.ts';
import type { Matter } from '../../../src/domain/matter/matter.ts';
import { running } from '../../../src/domain/matter/together/meeting-rows.ts';
import { flows } from '../../../src/domain/flows.ts';
import { clock, dayText } from '../../../src/domain/time/time.ts';
import { askReporter, evidencePackage } from '../../kit/controls.ts';
import { act, may, opens, show, type DocCard, type DrawInput } from '../../kit/draw.ts';
import { button, buttonRow, card, focus, help, line, more, panel, type Child, type Tap, type Tint } from '../../kit/kit.ts';
import { organName } from '../../kit/labels.ts';
import { centerClock, isStaff, marked, mayView, ownBox, unknownCard } from '../matter-parts.ts';
import { mergedRows } from '../merge.ts';
import { branchText, nextStep } from './receipt.ts';
import { dueRows } from './progress-due.ts';

type Input = DrawInput<Matter>;
const shown = 8;
const folded = 24;

/** K33 for whoever may see the matter: to be done first, then what was done, newest on top; each with time, act and article. */
export const progress: DocCard<Matter> = (input) => {
  const { doc } = input;
  const visible = input.viewer.reporter ? !input.viewer.group && doc.state !== 'draft' && doc.state !== 'discarded' : isStaff(input, doc);
  if (!visible) return unknownCard();
  const docs = (input.related ?? [doc]).filter((one) => one.id === doc.id || mayView(input, one));
  const trail = docs.flatMap((one) => one.audit.map((entry) => ({ entry, doc: one })))
    .filter(({ entry }) => tellable(entry, input)).sort((a, b) => (a.entry.at < b.entry.at ? 1 : a.entry.at > b.entry.at ? -1 : b.entry.seq - a.entry.seq));
  const lines = oneForFiles(trail).map((one) => marked(true, entryText(one, input)));
  const due = dueRows(docs, input.world).slice(0, 6);
  return card({ title: `${doc.no} 进展`, tint: tintOf(doc.state), tag: tagOf(doc), summary: `${doc.no} 进展` }, [
    focus(doc.state === 'merged' && !input.viewer.reporter ? `已并入 ${doc.data.into?.no ?? ''}` : nextStep({ doc })),
    !input.viewer.reporter && ownBox(doc.data, input.world.settings),
    ...due.map((text) => marked(false, text)),
    ...lines.slice(0, shown),
    lines.length > shown && panel(`更早的 ${lines.length - shown} 条`, [...lines.slice(shown, shown + folded), lines.length > shown + folded && help(`还有 ${lines.length - shown - folded} 条，可在台账中查看`)]),
    doc.data.withdrawn && help(`反映人 ${dayText(doc.data.withdrawn.at)}撤回，不影响依法核查`),
    ...mergedRows(input),
    !input.viewer.reporter && transfersPanel(doc),
    help(sealText(docs)),
    buttons(input),
  ]);
};

// The Center reads how verification and transfers stand, nothing of what they say.
function transfersPanel({ data }: Document<Matter>): Child {
  const rows = [
    ...data.referrals.map((one) => `核实　${organName(one.organ)}　${flows.referral.states[one.state] ?? one.state}`),
    ...data.transfers.map((one) => `${one.no}　${organName(one.organ)}移送${organName(one.receiver)}　${flows.transfer.states[one.state] ?? one.state}`),
  ];
  return rows.length > 0 && panel('核实和移送', rows.slice(0, 12).map((text) => line(text)));
}

/** Acts that a timeline names: no reminders, no drafts, no bookkeeping between documents; a reporter sees the main steps only. */
function tellable(entry: AuditEntry, { viewer }: Input): boolean {
  if (entry.by.role === 'clock' || ['open', 'join', 'arranged', 'tasked', 'progress', 'referral', 'transfer', 'recused', 'shield', 'checked', 'collect', 'correct', 'reread', 'detach', 'restore', 'alike', 'followed'].includes(entry.act)) return false;
  if (entry.code.endsWith('DRAFT') || entry.code === 'DENIED') return false;
  return !viewer.reporter || ['register', 'attach', 'claim', 'send', 'pass', 'report', 'reroute', 'notApplicable', 'refer', 'withdraw', 'reopen', 'merge', 'unmerge'].includes(entry.act);
}

interface Step { entry: AuditEntry; doc: Document; files?: number }

// Ten files are ten lines of the trail but one line to a reader: the newest stands for all.
function oneForFiles(trail: readonly Step[]): Step[] {
  const files = trail.filter(({ entry }) => entry.act === 'attach');
  return trail.filter((step) => step.entry.act !== 'attach' || step === files[0]).map((step) => (step === files[0] ? { ...step, files: files.length } : step));
}

function entryText({ entry, doc, files }: Step, input: Input): string {
  const bare = input.viewer.reporter || auditorOnly(input, doc);
  const note = files ? `　${files} 份` : bare || !entry.note ? '' : `　${entry.note}`;
  return `${entry.verb}　${whoText(entry, bare)}　${dayText(entry.at)}${clock(entry.at)}　${entry.article}${note}`;
}

// An auditor sees acts, roles and times without content; a reporter sees organs without persons.
function auditorOnly({ viewer, world }: Input, doc: Document): boolean {
  const roles = flows[doc.kind].roles(doc, viewer.id, world);
  return roles.length > 0 && roles.every((role) => role === 'AUDITOR');
}

function whoText({ by }: AuditEntry, bare: boolean): string {
  if ('ref' in by) return '登记人';
  if (!('id' in by)) return '系统';
  if (by.role === 'RECUSED') return '有关人员';
  return bare ? organName(by.organ) : `${actorName(by)}（${organName(by.organ)}）`;
}

function sealText(docs: readonly Document[]): string {
  const total = docs.reduce((sum, one) => sum + one.audit.length, 0);
  const broken = docs.find((one) => brokenAt(one.audit) !== undefined);
  return broken ? `留痕校验未通过（${flows[broken.kind].states[broken.state] ?? ''}），请告知管理员` : `共 ${total} 条留痕，链式校验通过`;
}

function buttons(input: Input): Child {
  const { doc, viewer } = input;
  const limit = centerClock(doc);
  const menu: { text: string; tap: Tap }[] = [
    ...(limit && doc.state === 'registered' ? [{ text: '期限怎么算的', tap: opens(doc, 'how-counted', limit.rule) }] : []),
    ...(!viewer.reporter && may(input, 'handOut') && givenOut(doc.data.files).length ? [evidencePackage(doc)] : []),
    ...(!viewer.reporter && doc.data.files.length ? [{ text: '证据材料', tap: opens(doc, 'evidence-desk') }] : []),
    ...(may(input, 'shelve') ? [{ text: '暂存', tap: show(input, 'shelf', 'shelve') }] : []),
    ...(may(input, 'reopen') ? [{ text: '重启', tap: show(input, 'shelf', 'reopen') }] : []),
    ...(may(input, 'rate') || may(input, 'enforce') ? [{ text: '重大与联合执法', tap: opens(doc, 'enforcement-start') }] : []),
    ...(may(input, 'verify') ? [{ text: '会同核实', tap: opens(doc, 'joint-start') }] : []),
    ...(!viewer.reporter && may(input, 'exportTrail') ? [{ text: '导出全程留痕', tap: act(input, 'exportTrail', { card: 'progress', input: {} }) }] : []),
    ...(!viewer.reporter && may(input, 'ask') ? [askReporter(doc)] : []),
    { text: '刷新', tap: show(input, 'progress', '') },
  ];
  if (viewer.reporter) return buttonRow(button('我报的', { do: 'ask', what: 'mine' }), more(menu));
  return buttonRow(
    doc.state === 'registered' && may(input, 'send') && button('去办理', opens(doc, 'triage'), { look: 'primary_filled' }),
    doc.state !== 'registered' && button('我的待办', { do: 'ask', what: 'todo' }),
    meetingTap(input),
    more(menu),
  );
}

function meetingTap(input: Input): Child {
  const { doc } = input;
  const called = running(doc.data) && running(doc.data)?.state !== 'c.proposed';
  if (!['verifying', 'forwarded', 'reported'].includes(doc.state) || called || !may(input, 'convene')) return undefined;
  return button('会商', act(input, 'convene', { card: 'progress', input: {} }));
}

// With one department at work the tag says how far it is; with several it stays with the matter.
function tagOf({ state, data }: Document<Matter>): string {
  const live = data.forwards.filter((branch) => !['returned', 'cancelled'].includes(branch.state));
  const only = ['forwarded', 'reported'].includes(state) && live.length === 1 ? live[0] : undefined;
  const petition = state === 'registered' ? undefined : data.complaints.at(-1);
  if (petition) return flows.complaint.states[petition.state] ?? '';
  return only ? branchText(data, only) : (flows.matter.states[state] ?? '');
}

function tintOf(state: string): Tint {
  if (state === 'notApplicable' || state === 'merged') return 'grey';
  return state === 'closed' || state === 'referredOut' ? 'green' : 'blue';
}
