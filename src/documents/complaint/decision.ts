import { results, type Complaint, type Dismissal } from '../../domain/complaint/complaint.ts';
import { fullName } from '../../domain/people.ts';
import { heading, para, title } from '../paper/sheet.ts';
import { paragraphs } from '../pieces.ts';
import { template } from '../template.ts';
import { articles, dateWords, dayOf } from '../words.ts';
import { closing, matterWords, parties, toComplainant } from './parties.ts';

/** 投诉处理决定书: facts, articles, what was decided, and what can be done against it. */
export const complaintDecision = template<Complaint>({
  name: '投诉处理决定书',
  kind: 'complaint',
  sheet(given) {
    const { doc, no, directory, now } = given;
    const { decision, organ, receivedAt, acceptNo } = doc.data;
    const date = dayOf(doc, 'decide', now);
    return {
      template: 'D-11/3', format: 'letter', no, issuer: fullName(directory, organ), date, draft: decision.no === '',
      blocks: [
        title('投诉处理决定书'), toComplainant(given), ...parties(given),
        heading('一、投诉事项与请求'), para(matterWords(given)),
        heading('二、受理情况'), para(`${fullName(directory, organ)}于 ${dateWords(receivedAt)}收到投诉，以${acceptNo || '＿＿＿＿'}受理。`),
        heading('三、查明的事实'), ...paragraphs(decision.facts),
        heading('四、处理决定及依据'), para(decided(doc.data)),
        heading('五、救济途径和期限'), para(`${decision.remedies}。`),
        ...closing(given, date),
      ],
    };
  },
});

// The law's own words (条例61条3款), which stand on the paper but on no card.
const grounds: Readonly<Record<Dismissal, string>> = { unfounded: '投诉缺乏事实或者法律依据', forged: '投诉人捏造事实、伪造材料或者以非法手段取得证明材料进行投诉' };

function decided({ decision }: Complaint): string {
  if (!decision.result) return '（待填写）';
  const why = decision.ground ? `${grounds[decision.ground]}。` : '';
  return `${why}依据${articles(decision.basis)}，决定：${results[decision.result]}。`;
}
