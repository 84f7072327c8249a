import { isMute, ownRoles } from '../../src/domain/organ/guards.ts';
import { staffOn, type OrganBook } from '../../src/domain/organ/organ.ts';
import { fullName, headOf, nameOf, onDuty, shortName, staffRoleNames, staffRoles, type Person, type StaffRole } from '../../src/domain/people.ts';
import { dateOf, dayText } from '../../src/domain/time/time.ts';
import { back, choicesOf } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedList, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, day, facts, focus, form, help, input, multiSelect, panel, people, plain, submit, type Card, type Child, type Option } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<OrganBook>;

/** 单位名册: who answers for an organ, who is on duty, how it was called; the faces change each of them. */
export const organ: DocCard<OrganBook> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const face = faces[at.face];
  return face && may(at, face.act) ? face.draw(at) : book(at);
};

const faces: Readonly<Record<string, { act: string; draw(at: At): Card }>> = {
  appoint: { act: 'appoint', draw: appointing }, watch: { act: 'watch', draw: watching }, rename: { act: 'rename', draw: renaming }, leave: { act: 'leave', draw: leaving },
};

function book(at: At): Card {
  const { doc, world } = at;
  const { directory } = world;
  const { organ: code, watches, names } = doc.data;
  const today = dateOf(world.now);
  const staff = staffOn(doc.data, today);
  const named = (...roles: StaffRole[]): string => staff.filter((one) => roles.some((role) => one.roles.includes(role))).map(({ name }) => name).join('、');
  const mute = isMute(doc.data, today) && directory.organs.get(code)?.kind === 'department';
  const ahead = watches.filter(({ to }) => to >= today).slice(-8);
  return card({ title: `单位名册　${shortName(directory, code)}`, subtitle: fullName(directory, code), tint: mute ? 'orange' : 'blue', tag: mute ? '待指定联络员' : `${staff.length} 人`, summary: `单位名册　${shortName(directory, code)}` }, [
    refusalLine(at), focus(mute ? '没有联络员，转来的件收不到，请指定' : `联络员　${named('LIAISON') || '未设'}`),
    facts([['主要负责人', headText(at)], ['分管负责人', named('DEPUTY')], ['今天值班', onDuty(directory, code, today).map(({ name }) => name).join('、')], ['牵头单位', doc.data.coordinates && '是（第一条）']]),
    panel(`在册人员 ${staff.length} 人`, staff.slice(0, 20).map((one) => plain(`${one.name}　${one.title}　${one.roles.map((role) => staffRoleNames[role]).join('、') || '无角色'}`, 1))),
    ahead.length > 0 && panel('值班表', ahead.map(({ person, from, to }) => plain(`${dayText(from)}${from === to ? '' : `至${dayText(to)}`}　${nameOf(directory, person)}`, 1))),
    names.length > 1 && panel('名称', names.map(({ from, short, name }) => plain(`${dayText(from, { year: true })}起　${short}　${name}`, 2))),
    choicesOf([may(at, 'appoint') && { text: '任免人员', tap: show(at, 'organ', 'appoint') }, may(at, 'watch') && { text: '排班', tap: show(at, 'organ', 'watch') }], [
      may(at, 'leave') && { text: '停用人员', tap: show(at, 'organ', 'leave') }, may(at, 'rename') && { text: '更名', tap: show(at, 'organ', 'rename') },
      may(at, 'coordinate') && !doc.data.coordinates && { text: '指定为牵头单位', tap: act(at, 'coordinate', { card: 'organ' }) },
      may(at, 'release') && doc.data.coordinates && { text: '不再牵头', tap: act(at, 'release', { card: 'organ' }) },
    ]),
  ]);
}

function headText({ doc, world }: At): string {
  const head = headOf(world.directory, doc.data.organ, dateOf(world.now));
  if (!head) return '未设，移送无人审批';
  return head.acting ? `${head.name}　主持工作（任命至 ${dayText(head.acting.to)}）` : head.name;
}

function appointing(at: At): Card {
  const all = at.world.directory.people.get(at.viewer.id)?.roles.includes('ADMIN') ?? false;
  const roles = all ? staffRoles : ownRoles;
  return formCard(at, { title: '任免人员', ask: '谁，从现在起担任什么', note: all ? '所选即为其今后的全部角色，不选的即免去' : '只能任免联络员、值班人员、承办人；其他角色由管理员办理', act: 'appoint', verb: '确认任免' }, [
    who(at, '人员 *'),
    multiSelect('roles', '角色', { options: roles.map((role): Option => ({ value: role, text: staffRoleNames[role] })), values: typedList(at, 'roles', []) }),
  ]);
}

function watching(at: At): Card {
  return formCard(at, { title: '排班', ask: '哪几天，由谁值班', note: '首尾两天都算；同一天以后排的为准', act: 'watch', verb: '确认排班' }, [
    who(at, '值班人员 *'), day('from', '从 *', { value: typedText(at, 'from', '') }), day('to', '到 *', { value: typedText(at, 'to', '') }),
  ]);
}

function renaming(at: At): Card {
  return formCard(at, { title: '更名', ask: '从哪一天起，叫什么', note: '已发的文书和已办的件仍用当时的名称', act: 'rename', verb: '确认更名' }, [
    input('name', '单位全称 *', { value: typedText(at, 'name', '') }), input('short', '单位简称 *', { value: typedText(at, 'short', '') }),
    input('aliases', '别称', { value: typedText(at, 'aliases', ''), placeholder: '用顿号分开，可不填' }), input('docPrefix', '发文代字', { value: typedText(at, 'docPrefix', ''), placeholder: '不变可不填' }),
    day('from', '从 *', { value: typedText(at, 'from', '') }),
  ]);
}

function leaving(at: At): Card {
  return formCard(at, { title: '停用人员', ask: '谁不再在本单位', note: '其在办事项列入工作交接，以前的操作记录仍属本人', act: 'leave', verb: '停用', warning: '停用后不能再办理，其在办事项须交接。' }, [who(at, '人员 *'), input('why', '原因', { value: typedText(at, 'why', ''), placeholder: '如：调离，可不填' })]);
}

function formCard(at: At, head: { title: string; ask: string; note: string; act: string; verb: string; warning?: string }, fields: readonly Child[]): Card {
  const name = shortName(at.world.directory, at.doc.data.organ);
  const { title, ask, note, warning } = head;
  return card({ title: `${title}　${name}`, tint: 'blue', tag: '填写中', summary: `${title}　${name}` }, [
    refusalLine(at), focus(ask), help(note),
    form(head.act, [...fields, submit('send', head.verb, { tap: act(at, head.act, { card: 'organ' }), look: warning ? 'danger' : 'primary_filled', wide: true, ...(warning ? { confirm: { title: `${head.verb}该人员？`, text: warning } } : {}) })]),
    back(at, 'organ'),
  ]);
}

function who(at: At, label: string): Child {
  const ids = staffOn(at.doc.data, dateOf(at.world.now)).sort((a: Person, b: Person) => a.name.localeCompare(b.name, 'zh')).map(({ id }) => id);
  return people('person', label, { ids, single: true, values: [typedText(at, 'person', '')].filter(Boolean) });
}
