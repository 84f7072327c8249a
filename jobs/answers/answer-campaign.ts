import { campaigns } from '../../cards/asked/campaigns.ts';
import { sentenceOf } from '../../cards/kit/texts.ts';
import { maySee } from '../../src/domain/acting-for.ts';
import { digest } from '../../src/domain/audit.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { center, type Person } from '../../src/domain/people.ts';
import { deliver } from '../cards/deliver.ts';
import type { Deps, Received } from '../define.ts';
import { sayTo, showTo, uuidOf } from '../say.ts';

type Told = { received: Received; arg: string; person: Person };

/** Answers 专项行动: the one that runs, or the list of those that he may see. */
export async function answerCampaigns({ received, person }: Told, deps: Deps): Promise<void> {
  const found = (await deps.store.search({ kind: 'campaign', states: ['z.plan', 'z.running'], limit: 100 })) as Document<Campaign>[];
  const list = found.filter((doc) => maySeeCampaign(doc, person.id, deps));
  const [only, ...more] = list;
  if (only && !more.length) return showCampaign(only, { received, person }, deps);
  return showTo(received, campaigns({ list, card: cardFor(person) }), deps);
}

/** Answers 发起专项行动 with a name: the Center's draft of one, to be completed on its card; nobody else hears of it. */
export async function answerNewCampaign({ received, arg, person }: Told, deps: Deps): Promise<void> {
  if (person.organ !== center) return sayTo(received, '专项行动由中心发起；需要时可以说「提请会商」，由会商议定。', deps);
  if (!arg) return sayTo(received, '请说出名称，例如「发起专项行动 工程转包专项整治」。', deps);
  const id = `z${digest(received.id).slice(0, 20)}`;
  const by = { role: 'person' as const, id: person.id, ref: deps.store.vault.ref(person.id, id), reporter: false };
  const outcome = await deps.handle({ kind: 'campaign', id, act: 'open', by, input: { title: arg }, cause: received.id, matter: id });
  if (!outcome.ok) await sayTo(received, `${sentenceOf(outcome.refusal)}。`, deps);
}

/** Sends the card that somebody has of a campaign. */
export async function showCampaign(doc: Document, { received, person }: Pick<Told, 'received' | 'person'>, deps: Deps): Promise<void> {
  await deliver({ doc, card: cardFor(person), face: '', uuid: uuidOf(received, 'campaign'), key: person.id, openId: person.id, chat: '', wanted: true }, deps);
}

/** Whether somebody may know of a campaign. */
export function maySeeCampaign(doc: Document, person: string, { directory, now }: Pick<Deps, 'directory' | 'now'>): boolean {
  return doc.kind === 'campaign' && maySee(flows.campaign, { doc, person, world: { directory, now: now() } });
}

function cardFor({ organ }: Person): 'campaign' | 'campaign-part' {
  return organ === center ? 'campaign' : 'campaign-part';
}
