import { z } from 'zod';
import { rows, type EffectRequest, type Flow, type Situation } from '../document.ts';
import { post, redraw, toPerson } from '../effects.ts';
import { nameOf, type Directory, type OrganName } from '../people.ts';
import { refuse } from '../refusal.ts';
import { dateOf, dayText } from '../time/time.ts';
import { organRoles } from './access.ts';
import { appointable, dismissable, isMute, renameable, rolesAfter, soleCoordinator, watchable } from './guards.ts';
import { appointInput, bookInput, leaveInput, proposalInput, renameInput, watchInput } from './inputs.ts';
import { organStates, type OrganBook } from './organ.ts';

const row = rows<OrganBook>();
const nothing = z.object({}).loose();
const article = '第三条';
const leaders = ['ADMIN', 'HEAD', 'DEPUTY'] as const;

/** 单位名册: one organ's names, people and duty roster over time. Whatever is changed holds from its day on; nothing is ever struck out. */
export const organFlow: Flow<OrganBook> = {
  kind: 'organ',
  states: organStates,
  final: [],
  sealed: ['members', 'proposal'],
  roles: organRoles,
  hidden: () => false,
  duties: [],
  // Whoever leaves is taken out of the book by an act of its own.
  holds: () => undefined,
  find: () => [],
  empty: () => ({ organ: '', coordinates: false, chat: '', names: [], members: [], watches: [], proposal: { digest: '', lines: [] } }),
  rows: [
    row({
      act: 'keep', verb: '建立名册', code: 'ORG_KEEP', article, from: ['new'], to: 'o.kept', by: ['system'], input: bookInput,
      change: ({ input: { by: _by, ...input } }) => input,
      note: ({ input }) => `${input.members.length} 人`,
    }),
    row({
      act: 'take', verb: '采用组织文件', code: 'ORG_TAKE', article, from: ['o.kept'], to: '=', by: ['system'], input: bookInput,
      change: ({ doc, input }) => ({ chat: input.chat || doc.data.chat, members: taken(doc.data.members, input.members) }),
      follow: (s) => changed(s),
      note: ({ input }) => `${input.by} 确认，${input.members.length} 人`,
    }),
    row({
      act: 'propose', verb: '核对组织文件', code: 'ORG_READ', article, from: ['o.kept'], to: '=', by: ['ADMIN'], input: proposalInput, newRound: true,
      change: ({ input }) => ({ proposal: input }),
      follow: ({ by }) => ('id' in by ? [toPerson(by.id, 'organ-file')] : []),
      note: ({ input }) => `变更 ${input.lines.length} 处`,
    }),
    row({
      act: 'adopt', verb: '采用组织文件', code: 'ORG_ADOPT', article, from: ['o.kept'], to: '=', by: ['ADMIN'], input: nothing, newRound: true,
      guard: ({ doc }) => (doc.data.proposal.lines.length ? undefined : refuse('stale')),
      change: ({ doc }) => ({ proposal: { digest: doc.data.proposal.digest, lines: [] } }),
      follow: ({ doc, by }) => [post('adopt-organ-file', { digest: doc.data.proposal.digest, by: 'name' in by ? by.name : '' }), redraw()],
    }),
    row({
      act: 'appoint', verb: '任免', code: 'ORG_APPOINT', article, from: ['o.kept'], to: '=', by: [...leaders, 'system'], input: appointInput, newRound: true,
      guard: appointable,
      change: (s) => ({ members: s.doc.data.members.map((member) => (member.id === s.input.person ? { ...member, roles: rolesAfter(s, member.roles) } : member)) }),
      follow: (s) => changed(s),
      note: ({ input, world }) => nameOf(world.directory, input.person),
    }),
    row({
      act: 'leave', verb: '停用', code: 'ORG_LEAVE', article, from: ['o.kept'], to: '=', by: ['ADMIN', 'system'], input: leaveInput, newRound: true,
      guard: dismissable,
      change: ({ doc, input, world }) => ({ members: doc.data.members.map((member) => (member.id === input.person ? { ...member, left: dateOf(world.now) } : member)) }),
      follow: (s) => [post('open-handover', { person: s.input.person, why: s.input.why }), ...changed(s)],
      note: ({ doc, input }) => `${doc.data.members.find(({ id }) => id === input.person)?.name ?? ''}${input.why ? `，${input.why}` : ''}`,
    }),
    row({
      act: 'rename', verb: '更名', code: 'ORG_RENAME', article, from: ['o.kept'], to: '=', by: ['ADMIN'], input: renameInput, newRound: true,
      guard: renameable,
      change: ({ doc, input, world }) => ({ names: renamed(doc.data, input, world.directory) }),
      follow: () => [redraw()],
      note: ({ input }) => `${input.short}，${dayText(input.from)}起`,
    }),
    row({
      act: 'coordinate', verb: '指定牵头单位', code: 'ORG_COORDINATE', article: '第一条', from: ['o.kept'], to: '=', by: ['ADMIN'], input: nothing, newRound: true,
      guard: soleCoordinator,
      change: () => ({ coordinates: true }),
      follow: () => [redraw()],
    }),
    row({
      act: 'release', verb: '不再牵头', code: 'ORG_COORDINATE', article: '第一条', from: ['o.kept'], to: '=', by: ['ADMIN'], input: nothing, newRound: true,
      guard: ({ doc }) => (doc.data.coordinates ? undefined : refuse('stale')),
      change: () => ({ coordinates: false }),
      follow: () => [redraw()],
    }),
    row({
      act: 'watch', verb: '排班', code: 'ORG_WATCH', article, from: ['o.kept'], to: '=', by: [...leaders, 'LIAISON'], input: watchInput, newRound: true,
      guard: watchable,
      change: ({ doc, input }) => ({ watches: [...doc.data.watches, input] }),
      follow: () => [redraw()],
      note: ({ input, world }) => `${dayText(input.from)}至${dayText(input.to)} ${nameOf(world.directory, input.person)}`,
    }),
  ],
};

// The name that it has so far is written down with the first change, as one that it always had.
function renamed({ organ, names }: OrganBook, next: OrganName, directory: Directory): readonly OrganName[] {
  const { name, short, aliases, docPrefix } = directory.organs.get(organ) ?? { ...next };
  const known = names.length ? names : [{ from: '1949-10-01', name, short, aliases, docPrefix }];
  return [...known.filter(({ from }) => from !== next.from), { ...next, aliases: next.aliases.length ? next.aliases : aliases, docPrefix: next.docPrefix || docPrefix }].sort((a, b) => a.from.localeCompare(b.from));
}

// People who are no longer in the file stay until they are dismissed one by one: their work must be handed over first.
function taken(before: OrganBook['members'], file: OrganBook['members']): OrganBook['members'] {
  const named = new Set(file.map(({ id }) => id));
  return [...file, ...before.filter(({ id }) => !named.has(id))];
}

// What waited for somebody to sign for it goes out as soon as he is named, and he comes into the groups in which his organ is.
function changed({ doc, world }: Pick<Situation<OrganBook, unknown>, 'doc' | 'world'>): EffectRequest[] {
  return [...(isMute(doc.data, dateOf(world.now)) ? [] : [post('send-waiting', { organ: doc.data.organ }), post('join-groups', { organ: doc.data.organ })]), redraw()];
}
