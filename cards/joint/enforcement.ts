import { activeMembers, type Joint, type Member } from '../../src/domain/joint/joint.ts';
import { minute } from '../../src/domain/time/deadlines.ts';
import { shortName, staffOf } from '../../src/domain/people.ts';
import { cut, stamp } from '../kit/branch-lines.ts';
import { back, choicesOf, paperLink, peopleOf, sentenceFace, withLink } from '../kit/controls.ts';
import { act, may, opens, refusalLine, show, typedList, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { button, card, facts, focus, form, help, input, people, plain, submit, type Card, type Child } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';
import { actionPanel, agreedOf, dissentPanel, dueOf, isLate, membersOf, originOf, ownMember, planPanel, reportedOf, resultPanel, stateOf, tintOf, triggerOf } from './joint-lines.ts';
import { changeFace } from './joint-forms.ts';

type At = DrawInput<Joint>;

/** K18 联合执法: for heads and liaisons of a member: agree to the plan or say what is in the way, send people, report what was done. */
export const enforcement: DocCard<Joint> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const member = ownMember(at);
  if (!member) return card({ title: `联合执法　${at.doc.no}`, tint: 'grey', tag: stateOf(at), summary: `${at.doc.no} 联合执法` }, [focus('由成员单位办理'), help('统筹情况见中心和牵头部门的卡片')]);
  switch (at.face) {
    case 'dissent':
      return may(at, 'dissent') ? dissenting(at) : whole(at, member);
    case 'staff':
      return may(at, 'staff') ? staffing(at, member) : whole(at, member);
    case 'report':
      return may(at, 'report') ? reporting(at, member) : whole(at, member);
    case 'leave':
    case 'join':
      return may(at, 'askChange') ? changeFace(at, { card: 'enforcement', what: at.face, head: head(at, '成员变更') }) : whole(at, member);
    default:
      return whole(at, member);
  }
};

function head(at: At, tag: string) {
  const { doc } = at;
  const started = doc.state === 'j.plan' ? '联合执法启动' : '联合执法';
  return { title: `${started}：${doc.no}`, subtitle: doc.data.matterNo, tint: tintOf(at), tag, summary: `${doc.no} 联合执法，${stateOf(at)}` } as const;
}

function whole(at: At, member: Member): Card {
  const { doc } = at;
  const tag = doc.state === 'j.plan' ? (member.answer === '' ? '请确认' : `已确认 ${agreedOf(at)}`) : doc.state === 'j.acting' ? `已报送 ${reportedOf(at)}` : stateOf(at);
  return card(head(at, tag), [
    refusalLine(at), focus(boldOf(at, member)), member.back && plain(`退回补充：${cut(member.back, 200)}`),
    doc.state === 'j.suspended' && plain(`中止理由：${cut(doc.data.pausedFor, 200)}`), doc.state === 'j.dropped' && plain(`撤销理由：${cut(doc.data.dropped, 200)}`),
    facts([['启动依据', triggerOf(at)], ['牵头', membersOf(at)], ['完成日期', `${dueOf(at)}前（${originOf(at)}）`], ['本单位', ownLine(at, member)]]),
    planPanel(at), doc.state === 'j.plan' ? dissentPanel(at) : actionPanel(at), ['j.result', 'j.closed'].includes(doc.state) && resultPanel(at),
    withLink(help('中心负责统筹，不是执法主体'), paperLink(doc, 'joint-plan', '方案全文')), ...tapsOf(at, member),
  ]);
}

function boldOf(at: At, member: Member): string {
  const { doc } = at;
  switch (doc.state) {
    case 'j.plan':
      return member.answer === 'yes' ? `${member.answeredBy} ${stamp(member.answeredAt)} 确认参与` : member.answer === 'dissent' ? '已说明情况，等待会商' : `首次碰头 ${minute(doc.data.plan.firstAt)}`;
    case 'j.acting':
      if (member.answer !== 'yes') return '请主要负责人确认是否参与';
      if (member.report) return '本单位结果已报送';
      return isLate(at) ? `应于 ${dueOf(at)}报送，尚未收到` : `${dueOf(at)}前报送结果`;
    case 'j.suspended':
      return '联合执法已中止，期限停止计算';
    case 'j.result':
      return '已汇总，等待中心办结';
    default:
      return doc.state === 'j.closed' ? '联合执法已办结' : '启动已撤销，无需办理';
  }
}

function ownLine({ world }: At, member: Member): string {
  const people = member.officers.length ? `执法人员 ${member.officers.length} 人` : '尚未报执法人员';
  return `${shortName(world.directory, member.organ)}　${people}`;
}

// K18 cannot be taken back, so its primary button stands alone (experience 3.2).
function tapsOf(at: At, member: Member): Child[] {
  const confirms = may(at, 'confirm') && member.answer !== 'yes';
  const confirm = confirms && button('确认参与', act(at, 'confirm', { card: 'enforcement' }), { look: 'primary_filled', wide: true, confirm: { title: '确认参与联合执法？', text: `以本单位名义、在本单位职权内执法。方案第 ${at.doc.data.plan.version} 版。` } });
  const reports = may(at, 'report') && member.answer === 'yes' && { text: member.report ? '重新报送' : '报送结果', tap: show(at, 'enforcement', 'report') };
  const leads = at.doc.data.lead === member.organ;
  const menu = [
    member.report !== null && reports,
    may(at, 'askChange') && !leads && activeMembers(at.doc.data).length > 2 && { text: '申请退出', tap: show(at, 'enforcement', 'leave') }, may(at, 'askChange') && { text: '建议加入单位', tap: show(at, 'enforcement', 'join') },
    leads && at.doc.state !== 'j.closed' && at.doc.state !== 'j.dropped' && { text: '牵头办理', tap: opens(at.doc, 'enforcement-desk') },
  ];
  return [
    confirm,
    choicesOf([
      !member.report && reports, may(at, 'staff') && { text: member.officers.length ? '改执法人员' : '报执法人员', tap: show(at, 'enforcement', 'staff'), quiet: Boolean(confirms) },
      may(at, 'dissent') && member.answer === '' && { text: '说明情况', tap: show(at, 'enforcement', 'dissent'), quiet: true },
    ], menu),
  ];
}

function dissenting(at: At): Card {
  return card(head(at, '说明情况'), sentenceFace(at, {
    card: 'enforcement', field: 'words', focus: '说明不能参与或者对方案的不同意见', label: '情况 *', note: '原文照记，提请会商确定', verb: '说明情况', tap: act(at, 'dissent', { card: 'enforcement' }),
  }));
}

function staffing(at: At, member: Member): Card {
  const { directory } = at.world;
  const licensed = new Set(staffOf(directory, member.organ).filter(({ licence }) => licence).map(({ id }) => id));
  const scope = directory.organs.get(member.organ);
  return card(head(at, '报人员'), [
    refusalLine(at), focus('报 2 名以上持证执法人员'),
    form('staff', [
      people('people', '执法人员 *', { ids: peopleOf(directory, [member.organ]).filter((id) => licensed.has(id)), values: typedList(at, 'people', member.officers.filter(({ declared }) => declared !== 'tied').map(({ id }) => id)) }),
      input('powers', '职权和依据 *', { value: typedText(at, 'powers', member.powers), rows: 2, placeholder: `${scope?.short ?? '本单位'}依据什么、可以做什么` }),
      help('只列有执法证号的人员；报送后各人作回避声明'),
      submit('send', '报送', { tap: act(at, 'staff', { card: 'enforcement' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'enforcement'),
  ]);
}

function reporting(at: At, member: Member): Card {
  const no = (kind: string) => member.report?.outcomes.find((outcome) => outcome.kind === kind)?.no ?? '';
  return card(head(at, '报送结果'), [
    refusalLine(at), focus(`${dueOf(at)}前报送本单位结果`),
    form('report', [
      input('words', '做了什么、结果 *', { value: typedText(at, 'words', member.report?.words ?? ''), rows: 3 }),
      input('penalty', '处罚文号', { value: typedText(at, 'penalty', no('penalty')), placeholder: '没有的不填' }),
      input('transfer', '移送编号', { value: typedText(at, 'transfer', no('transfer')), placeholder: 'YS-…，没有的不填' }),
      input('dishonest', '失信文号', { value: typedText(at, 'dishonest', no('dishonest')), placeholder: '没有的不填' }),
      help('涉嫌犯罪或者违纪的，仍由本部门按第十一条核实、批准后移送'),
      submit('send', '报送结果', { tap: act(at, 'report', { card: 'enforcement' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'enforcement'),
  ]);
}
