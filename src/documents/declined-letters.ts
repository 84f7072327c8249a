import { conclusions } from '../domain/forward/forward.ts';
import { fullName } from '../domain/people.ts';
import type { Receipt, Transfer, Way } from '../domain/transfer/transfer.ts';
import { dateOf } from '../domain/time/time.ts';
import { addressee, attachments, heading, para, signature, title } from './paper/sheet.ts';
import { paragraphs } from './pieces.ts';
import { template, type Given } from './template.ts';
import { dateWords, ours, yours } from './words.ts';

const law = '《行政执法机关移送涉嫌犯罪案件的规定》第九条';

/** 不予立案复议申请 to the police that decided (移送规定9条), in 信函格式. */
export const reviewRequest = template<Transfer>({
  name: '不予立案复议申请',
  kind: 'transfer',
  sheet: (given) => letter(given, {
    way: 'review', template: 'D-05b/1', receiver: given.doc.data.receiver, title: ['关于提请复议', '不予立案决定的函'],
    ask: `依据${law}，请${yours(given.directory, given.doc.data.receiver)}对上述不予立案决定予以复议，并将复议决定书面告知${ours(given.directory, given.doc.data.organ)}。`,
  }),
});

/** 立案监督建议 to the procuratorate (移送规定9条), in 信函格式. */
export const supervisionLetter = template<Transfer>({
  name: '立案监督建议',
  kind: 'transfer',
  sheet: (given) => letter(given, {
    way: 'supervision', template: 'D-05c/1', receiver: 'JCY', title: ['关于建议', '依法进行立案监督的函'],
    ask: `依据${law}，建议${yours(given.directory, 'JCY')}依法进行立案监督，并将结果书面告知${ours(given.directory, given.doc.data.organ)}。`,
  }),
});

function letter({ doc, no, directory, now }: Given<Transfer>, what: { way: Way; template: string; receiver: string; title: [string, string]; ask: string }) {
  const { data } = doc;
  const answer = data.answers.findLast((one) => one.way === what.way);
  const date = dateOf(answer ? new Date(answer.at) : now);
  const issuer = fullName(directory, data.organ);
  const notice = noticeOf(data);
  const before = data.answers.find((one) => one.way === 'review' && one !== answer);
  return {
    template: what.template, format: 'letter' as const, no, issuer, date, draft: answer === undefined,
    blocks: [
      title(...what.title),
      addressee(fullName(directory, what.receiver)),
      para(`${ours(directory, data.organ)}以 ${data.letterNo} 移送${fullName(directory, data.receiver)}的 ${data.matterNo} 号案件线索，${fullName(directory, data.receiver)}${notice.date ? `于 ${dateWords(notice.date)} ` : ''}决定不予立案${notice.no ? `（${notice.no}）` : ''}。`),
      ...(before ? [para(`${ours(directory, data.organ)}已以 ${before.no} 提请复议，复议维持原决定${data.receipt.no && data.receipt !== notice ? `（${data.receipt.no}）` : ''}。`)] : []),
      heading('一、移送的事实'),
      ...paragraphs(`经核实，结论为“${data.report.conclusion ? conclusions[data.report.conclusion] : '尚未形成'}”。${data.report.facts}`),
      heading('二、法律适用'),
      ...paragraphs(data.report.law),
      heading('三、认为应当立案的理由'),
      ...paragraphs(data.report.reason),
      heading('四、请求'),
      para(what.ask),
      attachments('不予立案通知书', `案件线索移送函（${data.letterNo}）`, '核实情况报告及证据材料'),
      signature(issuer, dateWords(date)),
    ],
  };
}

/** The notice that no case is filed, not that of a review that upheld it. */
function noticeOf({ receipt, earlier }: Transfer): Receipt {
  return [...earlier, receipt].find(({ result, no }) => result === 'declined' && no !== '') ?? receipt;
}
