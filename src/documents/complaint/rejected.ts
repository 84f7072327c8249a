import { reasons, type Complaint } from '../../domain/complaint/complaint.ts';
import { fullName } from '../../domain/people.ts';
import { heading, para, title } from '../paper/sheet.ts';
import { template } from '../template.ts';
import { articles, dateWords, dayOf } from '../words.ts';
import { closing, matterWords, parties, remedies, toComplainant } from './parties.ts';

/** 投诉不予受理决定书 (D-11), with the reason of the law and what can be done against it. */
export const complaintRejected = template<Complaint>({
  name: '投诉不予受理决定书',
  kind: 'complaint',
  sheet(given) {
    const { doc, no, directory, now } = given;
    const { rejection, receivedAt, organ } = doc.data;
    const date = dayOf(doc, doc.audit.some(({ act }) => act === 'lapse') ? 'lapse' : 'reject', now);
    return {
      template: 'D-11/2', format: 'letter', no, issuer: fullName(directory, organ), date, draft: rejection.no === '',
      blocks: [
        title('投诉不予受理决定书'), toComplainant(given), ...parties(given),
        heading('一、投诉事项与请求'), para(matterWords(given)),
        heading('二、审查情况'), para(`${fullName(directory, organ)}于 ${dateWords(receivedAt)}收到投诉。经审查，${rejection.words}。`),
        heading('三、决定'), para(rejection.ground ? `因${reasons[rejection.ground].text}，依据${articles(rejection.basis)}，决定不予受理。` : '（待填写）'),
        heading('四、救济途径和期限'), para(remedies),
        ...closing(given, date),
      ],
    };
  },
});
