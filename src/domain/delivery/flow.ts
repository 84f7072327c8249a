import { z } from 'zod';
import { rows, type Flow, type Situation } from '../document.ts';
import { post, redraw, toPerson, toReporter } from '../effects.ts';
import { takeOverRow } from '../handover/take-over-row.ts';
import { nameOf } from '../people.ts';
import { refuse } from '../refusal.ts';
import { deliveryRoles } from './access.ts';
import { askInput, deliveryFinal, deliveryStates, type Delivery } from './delivery.ts';

const row = rows<Delivery>();
const article = '第九条';
const nothing = z.object({}).loose();

/** 送达待人工确认: whether a message arrived is not known and the platform no longer remembers it; whoever caused it says that it did, or has it sent once more. Both stay on the trail. */
export const deliveryFlow: Flow<Delivery> = {
  kind: 'delivery',
  states: deliveryStates,
  final: deliveryFinal,
  sealed: ['title', 'words'],
  roles: deliveryRoles,
  hidden: () => false,
  duties: [{ states: ['q.asked'], roles: ['SELF'], verb: '确认是否送达', card: 'delivery', limits: [] }],
  holds: ({ data }, person) => (data.asked === person ? '送达待确认' : undefined),
  find: () => [],
  empty: () => ({ about: { kind: 'matter', id: '', no: '' }, asked: '', organ: '', to: '', form: 'card', card: '', face: '', title: '', words: '', file: '', since: '' }),
  rows: [
    row({
      act: 'ask', verb: '送达待人工确认', code: 'MSG_UNSURE', article, from: ['new'], to: 'q.asked', by: ['system'], input: askInput,
      change: ({ input }) => input,
      follow: ({ doc }) => [toAsked(doc.data)],
      note: toWhom,
    }),
    row({
      act: 'arrived', verb: '确认已收到', code: 'MSG_ARRIVED', article, from: ['q.asked'], to: 'q.arrived', by: ['SELF', 'REPORTER'], input: nothing,
      guard: notHis,
      follow: () => [redraw()],
      note: toWhom,
    }),
    row({
      act: 'again', verb: '重新发送', code: 'MSG_AGAIN', article, from: ['q.asked'], to: 'q.again', by: ['SELF', 'REPORTER'], input: nothing,
      guard: (s) => notHis(s) ?? (hasLeft(s) ? refuse('input', { fields: `${nameOf(s.world.directory, s.doc.data.to)}，不能再发；其事项由接办人办理` }) : undefined),
      follow: () => [post('send-again'), redraw()],
      note: toWhom,
    }),
    row(takeOverRow<Delivery>({
      from: ['q.asked'],
      change: ({ input }) => ({ asked: input.to }),
      guard: ({ doc, input }) => (doc.data.asked === input.from ? undefined : refuse('stale')),
      follow: ({ doc }) => [toAsked(doc.data)],
    })),
  ],
};

type S = Pick<Situation<Delivery, unknown>, 'doc' | 'by' | 'world'>;

function toAsked({ asked }: Delivery) {
  return asked === 'reporter' ? toReporter('delivery') : toPerson(asked, 'delivery');
}

// A reporter answers what he was asked, not what the staff were asked about his matter.
function notHis({ doc, by }: S) {
  return by.role === 'REPORTER' && doc.data.asked !== 'reporter' ? refuse('E-901') : undefined;
}

function hasLeft({ doc, world }: S): boolean {
  return doc.data.to !== 'reporter' && !doc.data.to.startsWith('chat:') && !world.directory.people.has(doc.data.to);
}

function toWhom({ doc: { data }, world }: S): string {
  return data.to === 'reporter' ? '反映人' : data.to.startsWith('chat:') ? '群' : nameOf(world.directory, data.to);
}
