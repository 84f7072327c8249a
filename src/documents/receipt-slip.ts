import { fullName } from '../domain/people.ts';
import type { Transfer } from '../domain/transfer/transfer.ts';
import { dateOf } from '../domain/time/time.ts';
import { ends, title } from './paper/sheet.ts';
import { slipBody } from './pieces.ts';
import { template } from './template.ts';
import { dateWords } from './words.ts';

/** 移送回执 (D-06) as a page of its own: for what was sent after the letter. */
export const receiptSlip = template<Transfer>({
  name: '移送回执',
  kind: 'transfer',
  sheet({ doc, no, answerUrl, directory, now }) {
    const date = dateOf(now);
    const issuer = fullName(directory, doc.data.organ);
    return {
      template: 'D-06/1', format: 'common', no, issuer, date, draft: false,
      blocks: [title(issuer, '移送回执'), ends(no, dateWords(date)), ...slipBody({ no, receiver: fullName(directory, doc.data.receiver), url: answerUrl })],
    };
  },
});
