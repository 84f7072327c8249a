import { z } from 'zod';
import { safety } from '../../cards/matter/intake/urgent.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { center, holders, onDuty, shortName, type Directory } from '../../src/domain/people.ts';
import { isSilent } from '../../src/domain/reporter/urgent-rows.ts';
import { redacted } from '../../src/domain/reporter/redact.ts';
import { clock, dateOf, dayText } from '../../src/domain/time/time.ts';
import { sayTo } from '../say.ts';
import { send } from '../send.ts';
import { effectJob, type Deps, type Received } from '../define.ts';
import { asReporter, openDraft } from './drafts.ts';
import { mayReach } from '../cards/drawing.ts';

const shown = 80;

/** Organs whose duty people hear of danger: the Center, and the department that the words point to, unless they report it. */
export function dutyOrgans({ routing, reported }: Pick<Matter, 'routing' | 'reported'>, directory: Directory): string[] {
  const first = (routing?.depts ?? []).find((organ) => organ !== center && holders(directory, organ, 'DUTY').length > 0);
  return [center, ...(first ? [first] : [])].filter((organ) => !reported.includes(organ) && !routing?.recused.includes(organ));
}

/** Tells whoever is on duty, one to one, that somebody may be in danger; what happened, never who says so. */
export const tellDuty = effectJob({
  name: 'tell-duty',
  payload: z.object({ help: z.boolean().default(false) }),
  async run({ doc, effect, data }, deps) {
    const matter = doc as Document<Matter>;
    const words = [...redacted(matter.data.words)].slice(0, shown).join('');
    const text = data.help
      ? `反映人请求帮助（${matter.no || '尚未登记'}）。已请其拨打 110 和值班电话，请立即核实现场情况。`
      : `${dayText(matter.createdAt)}${clock(matter.createdAt)} 有人反映可能有人身危险：「${words}」。已请其拨打 110，请立即核实现场情况；请勿在群里转发。`;
    const people = dutyOrgans(matter.data, deps.directory).flatMap((organ) => onDuty(deps.directory, organ, dateOf(deps.now())));
    for (const [index, { id }] of people.filter((person) => mayReach(doc, { person: person.id }, deps)).entries()) await send({ to: { openId: id }, content: { text }, uuid: `${effect}-${index}`, about: { doc } }, deps);
  },
});

/** Asks whoever told of danger and said nothing since whether he is safe. */
export const askSafety = effectJob({
  name: 'ask-safety',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const who = isSilent(doc as Document<Matter>) ? await deps.store.vault.who(doc.matter) : undefined;
    if (who) await send({ to: { openId: who.openId }, content: { card: safety({ phone: deps.settings.dutyPhone }) }, uuid: effect, about: { doc, key: 'reporter' } }, deps);
  },
});

/** [已报警] [没有危险，照常登记] [安全] [需要联系我]: kept on the trail of his draft, and answered with what he can do next. */
export async function answerUrgent({ received, arg }: { received: Received; arg: string }, deps: Deps): Promise<void> {
  const draft = await openDraft(received.openId, deps);
  if (draft) await deps.handle({ kind: 'matter', id: draft.id, act: 'safety', by: asReporter(received.openId, draft.id, deps), input: { how: arg }, cause: received.id });
  const next = draft ? '上面的卡片随时可以核对登记，时间按您第一条消息算。' : '要登记请直接说。';
  const said: Readonly<Record<string, string>> = {
    police: `好的，请先听从警方安排。${next}`, safe: `好的。${next}`,
    contact: `已告知值班您需要帮助。请现在拨打 110，或者中心值班电话 ${deps.settings.dutyPhone}；值班看不到您是谁，打电话时请说明情况。`,
  };
  await sayTo(received, said[arg] ?? next, deps);
}

/** Names of the organs whose duty people are told, as K49 shows them. */
export function dutyNames(matter: Pick<Matter, 'routing' | 'reported'>, { directory }: Pick<Deps, 'directory'>): string[] {
  return dutyOrgans(matter, directory).map((organ) => `${shortName(directory, organ)}值班`);
}
