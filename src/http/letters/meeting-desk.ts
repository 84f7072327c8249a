import { sentenceOf } from '../../../cards/kit/texts.ts';
import type { Document } from '../../domain/document.ts';
import { letterAsks } from '../../domain/meeting/letters.ts';
import { standing, type Meeting } from '../../domain/meeting/meeting.ts';
import { center, fullName, nameOf, shortName } from '../../domain/people.ts';
import type { Settings } from '../../domain/settings.ts';
import { latest } from '../../domain/time/clocks.ts';
import { dayText } from '../../domain/time/time.ts';
import type { LinkTarget } from './answer-links.ts';
import { minutesDone, minutesForm, replyDone, replyForm, type Draft, type Notice } from './meeting-page.ts';
import { gone as goneWith, type Answer, type Typed } from './page.ts';
import type { DeskParts } from './receipt-desk.ts';
import { typedIn, type Desk } from './routes.ts';

type Parts = DeskParts & { settings: Pick<Settings, 'dutyPhone' | 'place'> };
type At = { target: LinkTarget; doc: Document<Meeting> };

/** Takes what an organ without an account answers to an invitation and to the minutes; which of them its letter asks, the meeting knows. */
export function meetingDesk(parts: Parts): Desk {
  const gone = goneWith(`可能已经回复过，或者会议已改期、已开始。请看最近一次寄送的通知，或电话联系会商联系人（${parts.settings.dutyPhone}）代录。`);
  const at = async (target: LinkTarget | undefined): Promise<At | undefined> => {
    const doc = target ? ((await parts.load('meeting', target.id)) as Document<Meeting> | undefined) : undefined;
    return doc && target ? { target, doc } : undefined;
  };
  return {
    async show(target) {
      const found = await at(target);
      return (found && formFor(found, parts, {})) ?? gone;
    },
    async take(target, form) {
      const found = await at(target);
      return (found && (await entered(found, parts, form))) ?? gone;
    },
  };
}

function formFor({ target, doc }: At, parts: Parts, back: { typed?: Typed; wrong?: string }): Answer | undefined {
  const notice = noticeOf({ target, doc }, parts);
  switch (letterAsks(doc, target, parts.now())) {
    case 'invitation':
      return replyForm(notice, back.typed ?? {}, back.wrong);
    case 'minutes':
      return minutesForm(notice, draftOf(doc, parts), { typed: back.typed ?? {}, wrong: back.wrong ?? '' });
    default:
      return undefined;
  }
}

// Whoever submits twice reads twice what he entered first: the cause is the letter's own.
async function entered(at: At, parts: Parts, form: URLSearchParams): Promise<Answer | undefined> {
  const { target, doc } = at;
  const minutes = form.has('answer') || doc.state === 'c.minutes';
  const typed = typedIn(form, minutes ? { answer: 10, dissent: 1000, name: 50 } : { reply: 10, name: 50, title: 50, phone: 50, note: 500, ...questionFields(doc) });
  const input = { ...typed, serial: target.serial, ...(minutes ? {} : { positions: positionsIn(doc, typed) }) };
  const by = { role: 'outside', name: typed['name'] ?? '', organ: target.organ } as const;
  const outcome = await parts.handle({ kind: 'meeting', id: target.id, act: minutes ? 'answerByLetter' : 'replyByLetter', by, input, cause: `link-${target.id}-${target.organ}-${target.serial}` });
  if (!outcome.ok) return formFor(at, parts, { typed, wrong: sentenceOf(outcome.refusal) });
  const now = { target, doc: outcome.doc as Document<Meeting> };
  return minutes ? minutesAnswer(now, parts, outcome.entry.at) : replyAnswer(now, parts, outcome.entry.at);
}

function replyAnswer(at: At, parts: Parts, when: string): Answer | undefined {
  const guest = at.doc.data.guests.find(({ organ }) => organ === at.target.organ);
  const opinions = at.doc.data.positions.filter(({ organ }) => organ === at.target.organ);
  const visitor = guest?.visitor ? `${guest.visitor.name}　${guest.visitor.title}` : '';
  return guest && replyDone(noticeOf(at, parts), { reply: guest.reply, visitor, name: guest.repliedBy, note: guest.note, opinions, at: when });
}

function minutesAnswer(at: At, parts: Parts, when: string): Answer | undefined {
  const guest = at.doc.data.guests.find(({ organ }) => organ === at.target.organ);
  const by = at.doc.audit.find(({ act, by: who }) => act === 'answerByLetter' && 'organ' in who && who.organ === at.target.organ)?.by;
  return guest && minutesDone(noticeOf(at, parts), draftOf(at.doc, parts), { answer: guest.confirmed, dissent: guest.dissent, name: by && 'name' in by ? by.name : '', at: when });
}

function noticeOf({ target, doc: { no, data } }: At, { directory, settings }: Parts): Notice {
  const contact = `${directory.people.has(data.convener) ? nameOf(directory, data.convener) : '值班人员'} ${settings.dutyPhone}`;
  return {
    issuer: fullName(directory, center), organ: fullName(directory, target.organ), noticeNo: data.noticeNo, meetingNo: no, matterNos: data.matterNos, start: data.start, place: data.place || settings.place, movedFrom: data.movedFrom,
    urgentReason: data.urgentReason, contact, questions: data.questions,
  };
}

function draftOf(doc: Document<Meeting>, { directory }: Parts): Draft {
  const items = standing(doc.data).map(({ organ, dueDate }) => `${shortName(directory, organ)}　${dayText(dueDate)}前`);
  return { minutesNo: doc.data.minutesNo, until: latest(doc.clocks, 'T12')?.due.dueDate ?? '', items };
}

function questionFields({ data }: Document<Meeting>): Record<string, number> {
  return Object.fromEntries(data.questions.flatMap(({ id }) => [[`stance_${id}`, 10], [`reason_${id}`, 500]]));
}

function positionsIn({ data }: Document<Meeting>, typed: Typed): object[] {
  return data.questions.flatMap(({ id }) => (typed[`stance_${id}`] || typed[`reason_${id}`] ? [{ question: id, stance: typed[`stance_${id}`], reason: typed[`reason_${id}`] }] : []));
}
