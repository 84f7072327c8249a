import { z } from 'zod';
import { actorId, actorName, actorOrganName } from '../../audit.ts';
import { rows } from '../../document.ts';
import { post, redraw } from '../../effects.ts';
import { shortName } from '../../people.ts';
import { refuse } from '../../refusal.ts';
import { representatives, secretariat } from '../guests.ts';
import type { Meeting } from '../meeting.ts';
import { materialInput, positionInput, questionsInput } from './calling-inputs.ts';
import { stances, withPosition } from './opinions.ts';

const row = rows<Meeting>();
const article = '第十条';
const most = 5;

/** Before the meeting: what it is asked, what each organ thinks of it, which evidence is opened to whom. */
export const opinionRows = [
  row({
    act: 'ask', verb: '改议题', code: 'CON_TOPIC', article, from: ['c.proposed', 'c.notified'], to: '=', by: secretariat, input: questionsInput,
    guard: ({ doc, input }) => {
      if (doc.data.positions.length) return refuse('input', { fields: '已有单位提交意见，议题不能再改' }, ['lines']);
      return linesOf(input.lines).length > most ? refuse('input', { fields: `议题最多 ${most} 个，请合并` }, ['lines']) : undefined;
    },
    change: ({ input }) => ({ questions: linesOf(input.lines).map((text, index) => ({ id: `q${index + 1}`, text: text.slice(0, 60) })) }),
    follow: () => [redraw()],
    note: ({ doc }) => `${doc.data.questions.length} 个议题`,
  }),
  row({
    act: 'position', verb: '提交意见', code: 'CON_OPINION', article, from: ['c.notified'], to: '=', by: representatives, input: positionInput,
    guard: ({ doc, input }) => (doc.data.questions.some((question) => question.id === input.question) ? undefined : refuse('not-found', { what: '该议题' })),
    change: ({ doc, input, by, world }) => ('organ' in by && 'name' in by
      ? { positions: withPosition(doc.data.positions, { ...input, organ: by.organ, by: actorName(by), at: world.now.toISOString() }) } : {}),
    follow: () => [redraw()],
    note: ({ input, by, world }) => `${actorOrganName(by, world.directory)}，议题 ${input.question.slice(1)}：${stances[input.stance]}`,
  }),
  row({
    act: 'openMaterial', verb: '开放材料', code: 'CON_MATERIAL', article: '第五条', from: ['c.notified', 'c.held'], to: '=', by: secretariat, input: materialInput,
    guard: ({ doc, input }) => {
      if (!doc.data.materials.some((material) => material.id === input.id)) return refuse('not-found', { what: '该材料' });
      return input.organs.every((organ) => doc.data.guests.some((guest) => guest.organ === organ)) ? undefined : refuse('not-found', { what: '该单位（须为参会单位）' }, ['organs']);
    },
    change: ({ doc, input }) => ({ materials: doc.data.materials.map((material) => (material.id === input.id ? { ...material, organs: input.organs } : material)) }),
    follow: () => [redraw()],
    note: ({ doc, input, world }) => `材料 ${doc.data.materials.find((material) => material.id === input.id)?.n ?? ''}：${input.organs.map((organ) => shortName(world.directory, organ)).join('、') || '不开放'}`,
  }),
  row({
    act: 'readMaterial', verb: '取阅材料', code: 'EVIDENCE_OUT', article: '第五条', from: ['c.notified', 'c.held'], to: '=', by: representatives, input: z.object({ id: z.string() }),
    guard: ({ doc, input, by }) => {
      const material = doc.data.materials.find((one) => one.id === input.id);
      return material && 'organ' in by && material.organs.includes(by.organ) ? undefined : refuse('E-901');
    },
    follow: ({ input, by }) => [post('send-material', { id: input.id, person: actorId(by) })],
    note: ({ doc, input, by, world }) => `材料 ${doc.data.materials.find((one) => one.id === input.id)?.n ?? ''}，${actorOrganName(by, world.directory)}`,
  }),
];

function linesOf(text: string): string[] {
  return text.split(/\n+/).map((one) => one.trim()).filter(Boolean);
}
