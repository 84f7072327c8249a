import { latest } from '../domain/time/clocks.ts';
import { delays } from '../domain/delay.ts';
import type { Forward } from '../domain/forward/forward.ts';
import { center, fullName, nameOf } from '../domain/people.ts';
import { addressee, heading, para, signature, title } from './paper/sheet.ts';
import { template } from './template.ts';
import { dateWords, dayOf, regulation } from './words.ts';

/** 督办函 (D-14) in 信函格式: the Center asks a department for the answer that is due, and shows what the department has explained. */
export const urgeLetter = template<Forward>({
  name: '督办函',
  kind: 'forward',
  sheet({ doc, no, directory, settings, now }) {
    const { data, clocks } = doc;
    const date = dayOf(doc, 'supervise', now);
    const limit = latest(clocks, 'T03');
    const contact = directory.people.has(data.clerk) ? nameOf(directory, data.clerk) : '值班人员';
    const told = data.explained;
    return {
      template: 'D-14/2', format: 'letter', no, issuer: fullName(directory, center), date, draft: !data.supervised,
      blocks: [
        title('督办函'),
        addressee(fullName(directory, data.organ)),
        para(`我中心以 ${data.docNo} 转请你单位办理的 ${data.matterNo} 号来件，尚未收到办理结果。现函商如下。`),
        heading('一、事由'),
        para(`该件应于 ${limit ? dateWords(limit.due.dueDate) : '规定时限'}前反馈办理结果。${told ? `你单位已说明原因：${delays[told.reason]}，预计 ${dateWords(told.expected)}反馈。` : '至发函之日未收到反馈，也未收到原因说明。'}`),
        heading('二、依据'),
        para(`${regulation}第九条：相关行政监督部门依法依规处理举报件反应情况，并按时反馈办理结果。`),
        heading('三、要求'),
        para('请反馈办理结果；确因检验、检测、鉴定或者等待其他单位意见等不能反馈的，请书面说明原因和预计日期。原反馈时限不因本函改变。'),
        heading('四、时限'),
        para(`请于收到本函后 3 个工作日内回复。回复可在协同监督平台办理，也可以书面送达。`),
        heading('五、联系人'),
        para(`${contact}，${settings.dutyPhone}。`),
        signature(fullName(directory, center), dateWords(date)),
      ],
    };
  },
});
