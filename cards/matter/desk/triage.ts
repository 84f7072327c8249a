import { running } from '../../../src/domain/matter/together/meeting-rows.ts';
import { nameOf } from '../../../src/domain/people.ts';
import { competent } from '../../../src/domain/matter/routing/complaint-rows.ts';
import { givenOut } from '../../../src/domain/matter/evidence.ts';
import type { Matter } from '../../../src/domain/matter/matter.ts';
import { isFoundByCenter } from '../../../src/domain/matter/routing/report-rows.ts';
import { sendableOrgans } from '../../../src/domain/matter/routing/sending.ts';
import { askReporter, evidencePackage } from '../../kit/controls.ts';
import { act, may, opens, refusalLine, show, type DocCard, type DrawInput } from '../../kit/draw.ts';
import { box, button, buttonRow, card, focus, more, panel, plain, type Card, type Child, type Tap } from '../../kit/kit.ts';
import { kindName, organName, organNames, short, violationShort } from '../../kit/labels.ts';
import { centerClock, filesPanel, isStaff, limitText, originText, ownBox, unknownCard, wordsPanel } from '../matter-parts.ts';
import { alikePanel, merging } from '../merge.ts';
import { linkedLine } from '../pieces.ts';
import { progress } from '../progress/progress.ts';
import { partiesPanel, recordingParty } from '../party.ts';
import { redacted } from '../../../src/domain/reporter/redact.ts';
import { askedPerson } from '../../reporter/reported-person.ts';
import { askingScope, notApplicableForm } from '../scope.ts';
import { adviceText, foundForm, passForm, sendForm } from './triage-form.ts';

type Input = DrawInput<Matter>;
const name = 'triage';

/** K30 for the Center's clerk: where a matter goes, why, and the limit to be set; becomes K33 once it has gone. A name that may be somebody of the directory is asked about first. Faces: scope, party, report, merge, decide. */
export const triage: DocCard<Matter> = (input) => {
  if (input.viewer.group || !isStaff(input, input.doc)) return unknownCard();
  if (input.doc.state !== 'registered' || !may(input, 'send')) return progress(input);
  if (input.face === 'scope' && may(input, 'setScope')) return askingScope(input, { home: name, verb: '确认市本级', preset: { yes: 'yes', no: 'no', unknown: '', '': '' }[input.doc.data.cityLevel] });
  if (input.face === 'party' && may(input, 'party')) return recordingParty(input, name);
  if (input.face === 'report' && isFoundByCenter(input.doc.data) && may(input, 'report')) return reporting(input);
  if (input.face === 'merge' && input.doc.data.alike.length && may(input, 'merge')) return merging(input);
  return (input.face === 'decide' ? undefined : askedPerson(input, name)) ?? deciding(input);
};

function deciding(input: Input): Card {
  const { doc } = input;
  const { data } = doc;
  return card({ title: `分办　${doc.no}`, ...limitHead(input), tint: 'blue' }, [
    refusalLine(input),
    focus(proposal(data)),
    plain(`${kindName(data.kind)}：${short(redacted(data.words) || data.project, 160)}`, 3),
    reasons(input),
    linkedLine(data),
    ownBox(data, input.world.settings),
    isSendable(data) && (data.kind === 'complaint' ? may(input, 'pass') && passForm(input) : may(input, 'send') && sendForm(input)),
    ...(data.cityLevel === 'no' && may(input, 'notApplicable') ? notApplicableForm(input) : []),
    partiesPanel(data.parties),
    alikePanel(input),
    reasonsPanel(input),
    filesPanel(data.files),
    wordsPanel('原文（脱敏）', redacted(data.words)),
    primary(input),
    buttonRow(meetingButton(input), more(menu(input))),
  ]);
}

// What is not of the city's own level has no limit of Article 9 to be named.
function limitHead({ doc }: Input): { subtitle: string; tag: string; summary: string } {
  const limit = limitText(centerClock(doc));
  if (doc.data.cityLevel === 'no') return { subtitle: '不计办理期限', tag: '待告知', summary: `${doc.no} 待告知不适用` };
  return { subtitle: `${limit}转出`, tag: '待转办', summary: `${doc.no} 待转办，${limit}转出` };
}

function reporting(input: Input): Card {
  const { doc } = input;
  return card({ title: '违法行为书面报告', subtitle: doc.no, tint: 'blue', tag: '填写中', summary: `${doc.no} 书面报告` }, [
    refusalLine(input), focus(proposal(doc.data)), filesPanel(doc.data.files), foundForm(input), button('返回', show(input, name, ''), { look: 'text' }),
  ]);
}

// Nothing is sent while the scope is open, to discipline inspection by this form, or where writing must stop (O14).
function isSendable({ cityLevel, referred, routing }: Matter): boolean {
  return cityLevel === 'yes' && (routing?.depts[0] !== 'JWJW' || referred !== '') && !routing?.stop;
}

function proposal(data: Matter): string {
  if (data.cityLevel === 'no') return '非市本级：告知不适用，转旗区对口部门';
  if (data.cityLevel !== 'yes') return '请先确认项目是否市本级';
  if (data.routing?.stop) return '疑似涉密：请停止录入，转涉密渠道';
  const depts = data.kind === 'complaint' ? competent(data) : data.referred ? sendableOrgans(data) : (data.routing?.depts ?? []);
  if (!depts.length) return '请选择承办部门';
  return `建议${depts[0] === 'JWJW' ? '转送' : '转'}：${organNames(depts)}${data.routing?.needConfirm ? '（请人工确认）' : ''}`;
}

// What decides is read at a glance; every rule and what was not chosen are folded beneath the form.
function reasons(input: Input): Child {
  const { data } = input.doc;
  const first = data.routing?.rules[0];
  const more = (data.routing?.rules.length ?? 0) - 1;
  return box(
    data.violations.length > 0 && `反映　${data.violations.slice(0, 4).map(violationShort).join('、')}`,
    first && `理由　${first.explain}（${first.id}${more > 0 ? ` 等 ${more + 1} 条` : ''}）`,
    centerClock(input.doc) && `期限　${originText(centerClock(input.doc))}`,
    data.scopeNote && `市本级依据　${short(data.scopeNote, 60)}`,
  );
}

function reasonsPanel(input: Input): Child {
  const { data } = input.doc;
  const rules = data.routing?.rules.slice(0, 5) ?? [];
  if (!rules.length) return undefined;
  const basis = [...new Set(rules.flatMap((rule) => rule.basis))].slice(0, 5).join('、');
  return panel('为什么这样建议', [
    ...rules.map((rule) => plain(`理由　${rule.explain}（${rule.id}）`, 3)),
    basis && plain(`依据　${basis}`, 4),
    ...(data.routing?.alternatives ?? []).slice(0, 4).map(({ organ, why }) => plain(`未采用　${organName(organ)}：${why}`, 2)),
    data.cityLevel === 'yes' && plain(data.kind === 'complaint' ? '时限　由受理部门按法定期限办理，中心不另设反馈时限' : `时限　${adviceText(input)}`, 2),
    data.clerk && plain(`经办　${nameOf(input.world.directory, data.clerk)}`, 1),
  ]);
}

// Outside the form: what is to be done first where nothing can be sent yet.
function primary(input: Input): Child {
  const { data } = input.doc;
  if (data.cityLevel === 'no') return undefined;
  if (data.cityLevel !== 'yes') return may(input, 'setScope') && button('确认市本级', show(input, name, 'scope'), { look: 'primary_filled', wide: true });
  if (data.routing?.depts[0] !== 'JWJW' || data.referred || !may(input, 'refer')) return undefined;
  const rest = sendableOrgans(data);
  return button('转送纪检监察', act(input, 'refer', { card: name, input: {} }), { look: 'primary_filled', wide: true, confirm: { title: '转送市纪委监委？', text: rest.length ? `按管理权限转送。项目违规部分随后脱敏转 ${organNames(rest)}。` : '按管理权限转送，本件在本系统办结，不再转其他部门。' } });
}

function meetingButton(input: Input): Child {
  const { doc } = input;
  const { routing } = doc.data;
  const called = running(doc.data) && running(doc.data)?.state !== 'c.proposed';
  const wanted = (routing?.consult ?? false) || (routing?.depts.length ?? 0) >= 2;
  if (!wanted || called || doc.data.cityLevel !== 'yes' || !may(input, 'convene')) return undefined;
  return button('会商', act(input, 'convene', { card: name, input: {} }));
}

function menu(input: Input): { text: string; tap: Tap }[] {
  const { doc } = input;
  const limit = centerClock(doc);
  const confirmable = may(input, 'setScope') && (doc.data.cityLevel === 'yes' || doc.data.cityLevel === 'no');
  return [
    ...(doc.data.clerk && may(input, 'release') ? [{ text: '放回', tap: act(input, 'release', { card: name, input: {} }) }] : []),
    ...(isFoundByCenter(doc.data) && isSendable(doc.data) && may(input, 'report') ? [{ text: '书面报告（中心发现）', tap: show(input, name, 'report') }] : []),
    ...(may(input, 'party') ? [{ text: '记录对象', tap: show(input, name, 'party') }] : []),
    ...(confirmable ? [{ text: '更正市本级', tap: show(input, name, 'scope') }] : []),
    ...(doc.data.alike.length && may(input, 'merge') ? [{ text: '并案', tap: show(input, name, 'merge') }] : []),
    ...(limit ? [{ text: '期限怎么算的', tap: opens(doc, 'how-counted', limit.rule) }] : []),
    ...(may(input, 'handOut') && givenOut(doc.data.files).length ? [evidencePackage(doc)] : []),
    ...(doc.data.files.length ? [{ text: '证据材料', tap: opens(doc, 'evidence-desk') }] : []),
    { text: '查依据', tap: { do: 'ask', what: 'basis', arg: `${doc.data.violations[0] ?? ''}|${doc.data.category}` } },
    ...(may(input, 'ask') ? [askReporter(doc)] : []),
    { text: '看进展', tap: opens(doc, 'progress') },
  ];
}
