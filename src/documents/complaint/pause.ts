import type { Complaint } from '../../domain/complaint/complaint.ts';
import { fullName } from '../../domain/people.ts';
import { time } from '../../domain/time/time.ts';
import { addressee, heading, para, title } from '../paper/sheet.ts';
import { template } from '../template.ts';
import { dayOf } from '../words.ts';
import { closing, parties } from './parties.ts';

/** 暂停项目活动通知书, to whoever runs the project; in procurement for thirty days at most (政府采购法57条). */
export const complaintPause = template<Complaint>({
  name: '暂停项目活动通知书',
  kind: 'complaint',
  sheet(given) {
    const { doc, no, directory, now } = given;
    const { pause, organ, regime } = doc.data;
    const date = pause.from || dayOf(doc, 'pause', now);
    const [whom, what, basis] = words[regime];
    return {
      template: 'D-14/4', format: 'letter', no, issuer: fullName(directory, organ), date, draft: pause.no === '',
      blocks: [
        title('暂停项目活动通知书'), addressee(whom), ...parties(given),
        heading('一、事由'), para(`正在处理 ${doc.data.matterNo} 号投诉。${pause.reason}。`),
        heading('二、决定'), para(`依据${basis}，请自收到本通知之日起暂停${what}，至 ${time.fullDay(pause.until)}止；收到恢复通知的，按通知恢复。`),
        heading('三、要求'), para(`暂停期间不得签订合同；已经签订的，不得履行。请将落实情况书面报送${fullName(directory, organ)}。`),
        ...closing(given, date),
      ],
    };
  },
});

const words = {
  procurement: ['采购人、采购代理机构', '采购活动', '《中华人民共和国政府采购法》第五十七条'],
  tender: ['招标人、招标代理机构', '招标投标活动', '《中华人民共和国招标投标法实施条例》第六十二条'],
} as const;
