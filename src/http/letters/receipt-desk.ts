import { sentenceOf } from '../../../cards/kit/texts.ts';
import type { Command, Document, Outcome } from '../../domain/document.ts';
import { fullName, type Directory } from '../../domain/people.ts';
import type { Transfer } from '../../domain/transfer/transfer.ts';
import type { LinkTarget } from './answer-links.ts';
import { gone as goneWith } from './page.ts';
import { offered, receiptDone, receiptForm, type Letter } from './receipt-page.ts';
import { typedIn, type Desk } from './routes.ts';

/** What the desks stand on. */
export interface DeskParts {
  load(kind: 'transfer' | 'meeting', id: string): Promise<Document | undefined>;
  handle(command: Command): Promise<Outcome>;
  directory: Directory;
  now(): Date;
}

const fields = { result: 20, words: 500, signer: 50, phone: 50 };
const gone = goneWith('请联系移送单位经办人，或寄回纸质回执联。');

/** W1: takes the receipt of a transfer letter. */
export function receiptDesk({ load, handle, directory, now }: DeskParts): Desk {
  const transferAt = async (target: LinkTarget | undefined) => (target ? ((await load('transfer', target.id)) as Document<Transfer> | undefined) : undefined);
  const letterOf = ({ data }: Document<Transfer>): Letter => ({ issuer: fullName(directory, data.organ), no: data.letterNo, until: data.link.until });
  return {
    async show(target) {
      const doc = await transferAt(target);
      return doc && target && isOpen(doc, target, now()) ? receiptForm(letterOf(doc), {}) : gone;
    },
    async take(target, form) {
      const before = await transferAt(target);
      const typed = typedIn(form, fields);
      if (!before || !target || !(isOpen(before, target, now()) || isSentAgain(before, target, typed))) return gone;
      const { result: chosen = '', signer = '' } = typed;
      const result = chosen in offered ? chosen : '';
      const by = { role: 'outside', name: signer, organ: before.data.receiver } as const;
      const outcome = await handle({ kind: 'transfer', id: target.id, act: 'receipt', by, input: { ...typed, result, serial: target.serial }, cause: `link-${target.id}-${target.serial}` });
      if (outcome.ok) {
        const doc = outcome.doc as Document<Transfer>;
        return isSentAgain(doc, target, typed) ? receiptDone(letterOf(doc), { ...doc.data.receipt, at: outcome.entry.at }) : gone;
      }
      if (['stale', 'E-900', 'E-901', 'E-902'].includes(outcome.refusal.code)) return gone;
      return receiptForm(letterOf(before), typed, outcome.refusal.code === 'E-410' ? '请填写经办人' : sentenceOf(outcome.refusal));
    },
  };
}

// An undelivered letter has nothing to be receipted.
function isOpen({ state, data: { link } }: Document<Transfer>, { serial }: LinkTarget, now: Date): boolean {
  return state === 't.sent' && link.serial === serial && !link.used && now.toISOString() <= link.until;
}

// Whoever sends the very same form twice sees his receipt again; to everybody else a used link is over, and tells neither what was answered nor that it was.
function isSentAgain({ data: { link, receipt } }: Document<Transfer>, { serial }: LinkTarget, typed: Readonly<Record<string, string>>): boolean {
  return link.serial === serial && link.used && typed['signer'] !== '' && (['result', 'words', 'signer', 'phone'] as const).every((field) => typed[field] === receipt[field]);
}
