import { z } from 'zod';
import { rows } from '../../document.ts';
import { redraw } from '../../effects.ts';
import { refuse } from '../../refusal.ts';
import { withReportedPeople } from './suggestion.ts';
import { tags, type Matter, type Party, type Tag } from '../matter.ts';

const row = rows<Matter>();
const article = '第二条';
const most = 20;
const tagList = z.array(z.enum(Object.keys(tags) as [Tag, ...Tag[]])).default([]);
const name = z.string().trim().max(100, '名称请在 100 字以内').default('');

/** 记录对象: somebody who is suspected, or a unit alone. */
export const partyInput = z.object({ name, tags: tagList, employer: name, employerTags: tagList });

/** Who is suspected of what (Article 2, AC-2.3): a person and his employer are recorded both, each with tags of its own; recorded again under the same names, the tags are replaced. */
export const partyRows = [
  row({
    act: 'party', verb: '记录对象', code: 'LEAD_PARTY', article, from: ['draft', 'registered'], to: '=', by: ['REPORTER', 'C_CLERK', 'C_HEAD', 'VAULT'], input: partyInput,
    guard: ({ doc, input }) => {
      if (!input.name && !input.employer) return refuse('input', { fields: '请写人员姓名或单位名称' }, ['name', 'employer']);
      return doc.data.parties.length >= most && !doc.data.parties.some((one) => isSame(one, input)) ? refuse('input', { fields: `最多记录 ${most} 个对象` }) : undefined;
    },
    change: ({ doc, input, world }) => withReportedPeople({ ...doc.data, parties: [...doc.data.parties.filter((one) => !isSame(one, input)), input] }, world.directory),
    follow: () => [redraw()],
    note: ({ doc }) => `共 ${doc.data.parties.length} 个`,
  }),
  row({
    act: 'dropParty', verb: '移出对象', code: 'LEAD_PARTY', article, from: ['draft', 'registered'], to: '=', by: ['REPORTER', 'C_CLERK', 'C_HEAD', 'VAULT'], input: z.object({ name, employer: name }),
    change: ({ doc, input }) => ({ parties: doc.data.parties.filter((one) => !isSame(one, input)) }),
    follow: () => [redraw()],
    note: ({ doc }) => `共 ${doc.data.parties.length} 个`,
  }),
];

function isSame(one: Pick<Party, 'name' | 'employer'>, other: Pick<Party, 'name' | 'employer'>): boolean {
  return one.name === other.name && one.employer === other.employer;
}

/** One line for each: 张某（涉嫌违纪），所在单位 岚戈建设（涉嫌违法、涉嫌犯罪）. */
export function partyText({ name: person, tags: own, employer, employerTags }: Party): string {
  const marked = (who: string, list: readonly Tag[]) => `${who}${list.length ? `（${list.map((tag) => tags[tag]).join('、')}）` : ''}`;
  const unit = employer && marked(employer, employerTags);
  return person ? `${marked(person, own)}${unit ? `，所在单位 ${unit}` : ''}` : unit;
}
