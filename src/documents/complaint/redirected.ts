import type { Complaint } from '../../domain/complaint/complaint.ts';
import { fullName } from '../../domain/people.ts';
import { heading, para, title } from '../paper/sheet.ts';
import { template } from '../template.ts';
import { dateWords, dayOf, regulation } from '../words.ts';
import { closing, matterWords, parties, toComplainant } from './parties.ts';

/** 投诉管辖告知书: the department that the Center sent a complaint to says which other one is competent. */
export const complaintRedirected = template<Complaint>({
  name: '投诉管辖告知书',
  kind: 'complaint',
  sheet(given) {
    const { doc, no, directory, now } = given;
    const { redirect, receivedAt, organ } = doc.data;
    const date = dayOf(doc, 'redirect', now);
    const other = fullName(directory, redirect.organ);
    return {
      template: 'D-14/3', format: 'letter', no, issuer: fullName(directory, organ), date, draft: redirect.no === '',
      blocks: [
        title('投诉管辖告知书'), toComplainant(given), ...parties(given),
        heading('一、投诉事项'), para(matterWords(given)),
        heading('二、告知'), para(`${fullName(directory, organ)}于 ${dateWords(receivedAt)}收到投诉。经审查，${redirect.words}，该投诉由${other}处理。请您向${other}投诉。`),
        heading('三、转送'), para(`为便于您投诉，鄂尔多斯市公共资源交易中心依据${regulation}第九条将来件转送${other}；受理期限自该部门收到之日起算。`),
        ...closing(given, date),
      ],
    };
  },
});
