import { checks, decisionRule, type Check, type Complaint } from '../../domain/complaint/complaint.ts';
import { fullName } from '../../domain/people.ts';
import { latest } from '../../domain/time/clocks.ts';
import { time } from '../../domain/time/time.ts';
import { heading, para, title } from '../paper/sheet.ts';
import { template } from '../template.ts';
import { dateWords, dayOf } from '../words.ts';
import { closing, matterWords, parties, toComplainant } from './parties.ts';

/** 投诉受理决定书 (D-11). */
export const complaintAccepted = template<Complaint>({
  name: '投诉受理决定书',
  kind: 'complaint',
  sheet(given) {
    const { doc, no, directory, now } = given;
    const { data } = doc;
    const date = dayOf(doc, 'accept', now);
    const limit = latest(doc.clocks, decisionRule(data));
    return {
      template: 'D-11/1', format: 'letter', no, issuer: fullName(directory, data.organ), date, draft: data.acceptNo === '',
      blocks: [
        title('投诉受理决定书'), toComplainant(given), ...parties(given),
        heading('一、投诉事项与请求'), para(matterWords(given)),
        heading('二、审查情况'), para(`${fullName(directory, data.organ)}于 ${dateWords(data.receivedAt)}收到投诉。经审查：${data.checks.map((check: Check) => checks[check]).join('；')}。`),
        heading('三、决定'), para(`依据${basis[data.regime]}，决定受理。`),
        heading('四、办理期限'), para(limit ? `将于 ${time.fullDay(limit.due.dueDate)}前作出书面处理决定（${limit.basis}）。需要检验、检测、鉴定、专家评审的，所需时间不计算在内。` : '依法定期限作出书面处理决定。'),
        heading('五、权利'), para('您可以补充证据、申请有利害关系的办理人员回避，也可以书面说明理由申请撤回投诉。投诉不影响您依法申请行政复议、提起诉讼。'),
        ...closing(given, date),
      ],
    };
  },
});

const basis = { tender: '《中华人民共和国招标投标法实施条例》第六十条、第六十一条', procurement: '《中华人民共和国政府采购法》第五十五条、《政府采购质疑和投诉办法》（财政部令第94号）第二十一条' } as const;
