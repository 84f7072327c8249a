import { actorOrgan } from '../audit.ts';
import { center, headOf, isSamePerson, shortName } from '../people.ts';
import type { Document, Situation, World } from '../document.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { dateOf } from '../time/deadlines.ts';
import { activeMembers, memberOf, readyOfficers, type Change, type Joint, type Trigger } from './joint.ts';
import type { z } from 'zod';
import type { actionInput, staffInput } from './inputs.ts';

/** What is asked of a start, whoever asks it. */
export interface Starting { trigger: Trigger | ''; document: string; file: string; lead: string; members: readonly string[]; dueDate: string }

/** Whether a joint enforcement may be started (Article 10): trigger with its document (E-504), members that may act and are not reported, the Center never among them. */
export function startable(input: Starting, out: readonly string[], world: World): Refusal | undefined {
  const gaps = [input.trigger ? '' : 'trigger', input.document.length < 4 ? 'document' : '', input.file ? '' : 'file'].filter(Boolean);
  if (gaps.length) return refuse('E-504', {}, gaps);
  if (!input.lead) return refuse('input', { fields: '请选择牵头部门' }, ['lead']);
  if (input.dueDate <= dateOf(world.now)) return refuse('E-204', {}, ['dueDate']);
  const organs = [...new Set([input.lead, ...input.members])];
  if (organs.length < 2) return refuse('input', { fields: '联合执法须有两个以上单位，请再选参与单位' }, ['members']);
  return organs.map((organ) => admissible(organ, out, world)).find(Boolean);
}

/** Whether an organ may take part: the Center never does, an organ reported neither, and there must be a head who can agree. */
export function admissible(organ: string, out: readonly string[], world: World): Refusal | undefined {
  if (organ === center) return refuse('input', { fields: '中心负责统筹，不是执法主体，不能列为牵头或参与单位' }, ['members']);
  if (out.includes(organ)) return refuse('E-202', { organ: shortName(world.directory, organ) }, ['members']);
  return headOf(world.directory, organ, dateOf(world.now)) ? undefined : refuse('not-found', { what: `${shortName(world.directory, organ)}的主要负责人` }, ['members']);
}

/** Whether these people may be sent by the member that acts. */
export function sendablePeople({ doc, input, by, world }: Situation<Joint, z.output<typeof staffInput>>): Refusal | undefined {
  return fitOfficers(doc, { organ: actorOrgan(by), ids: input.people }, world);
}

/** Whether these people may act for a member: two or more different ones of its own, each with 执法证, none recused, none the head who agrees to it. */
export function fitOfficers(doc: Document<Joint>, { organ, ids }: { organ: string; ids: readonly string[] }, world: World): Refusal | undefined {
  const { directory } = world;
  const people = ids.map((id) => directory.people.get(id));
  if (people.some((person) => person?.organ !== organ)) return refuse('input', { fields: '只能报本单位人员' }, ['people']);
  if (!areDistinct(ids, world)) return refuse('few-officers', {}, ['people']);
  const bare = people.find((person) => !person?.licence);
  if (bare) return refuse('input', { fields: `${bare.name} 没有登记执法证号，请改选持证人员` }, ['people']);
  if (ids.some((id) => headOf(directory, organ, dateOf(world.now))?.id === id)) return refuse('input', { fields: '主要负责人确认方案，不作为执法人员' }, ['people']);
  const out = ids.find((id) => doc.data.out.includes(id));
  return out ? refuse('E-402', { name: directory.people.get(out)?.name ?? '' }, ['people']) : undefined;
}

/** Whether an action may be entered: by two or more officers of the organ that acted, who declared no relation, each with 执法证, under that organ's own powers; never by the Center. */
export function recordable({ doc, input, world }: Situation<Joint, z.output<typeof actionInput>>): Refusal | undefined {
  const { directory } = world;
  if (input.organ === center) return refuse('input', { fields: '中心负责统筹，不是执法主体，不能登记为行动单位' }, ['organ']);
  const member = memberOf(doc.data, input.organ);
  if (member?.answer !== 'yes') return refuse('input', { fields: '请选择已确认参与的行动单位' }, ['organ']);
  if (!member.powers) return refuse('input', { fields: `${shortName(directory, member.organ)}尚未报送职权和执法人员` }, ['organ']);
  const ready = readyOfficers(member).map((officer) => officer.id);
  const stranger = input.people.find((id) => !ready.includes(id) || !directory.people.get(id)?.licence);
  if (stranger) return refuse('input', { fields: `${directory.people.get(stranger)?.name ?? '所选人员'} 不是${shortName(directory, member.organ)}报送并已作回避声明的持证人员` }, ['people']);
  if (!areDistinct(input.people, world)) return refuse('few-officers', {}, ['people']);
  return input.date > dateOf(world.now) ? refuse('input', { fields: '行动日期不能晚于今天' }, ['date']) : undefined;
}

/** Whether a change of members is possible: the lead stays, two remain, who joins may take part. */
export function changeable({ data }: Document<Joint>, { what, organ }: Pick<Change, 'what' | 'organ'>, world: World): Refusal | undefined {
  if (what === 'join') {
    if (memberOf(data, organ)) return refuse('input', { fields: '该单位已在成员中' }, ['organ']);
    return organ ? admissible(organ, data.brief.reported, world) : refuse('input', { fields: '请选择加入的单位' }, ['organ']);
  }
  if (!memberOf(data, organ)) return refuse('input', { fields: '该单位不在成员中' }, ['organ']);
  if (organ === data.lead) return refuse('input', { fields: '牵头部门不能退出，请中心撤销后另行启动' }, ['organ']);
  return activeMembers(data).length > 2 ? undefined : refuse('input', { fields: '退出后不足两个单位，请先增加成员' }, ['organ']);
}

function areDistinct(people: readonly string[], { directory }: World): boolean {
  const different = people.filter((id, at) => !people.slice(0, at).some((other) => isSamePerson(directory, id, other)));
  return different.length >= 2 && different.length === people.length;
}
