import { rows } from '../document.ts';
import { shortName } from '../people.ts';
import { twinInput } from './inputs.ts';
import { live, type Complaint } from './complaint.ts';
import { news, toComplainant, toDepartment } from './news.ts';

const row = rows<Complaint>();
const article = '第九条';

/** 重复投诉 (条例61条, domain table 5.2): of two departments the first to receive it keeps it, the other's ends in it. */
export const togetherRows = [
  row({
    act: 'giveWay', verb: '并入先收到的投诉', code: 'CMP_FIRST', article, from: live, to: 'merged', by: ['system'], input: twinInput,
    change: ({ input }) => ({ first: input }),
    clocks: () => ({ stop: ['T15', 'T16', 'T25', 'T26', 'T27', 'T28', 'T29'] }),
    follow: (s) => [...toDepartment(s), toComplainant(), ...news()],
    note: ({ input, world }) => `${shortName(world.directory, input.organ)}先收到，${input.no}`,
  }),
  row({
    act: 'join', verb: '并入重复投诉', code: 'CMP_FIRST', article, from: ['*'], to: '=', by: ['system'], input: twinInput,
    change: ({ doc, input }) => ({ joined: [...doc.data.joined.filter((twin) => twin.id !== input.id), input] }),
    follow: (s) => [...toDepartment(s), ...news()],
    note: ({ input, world }) => `${shortName(world.directory, input.organ)}，${input.no}`,
  }),
];
