import { latest } from '../domain/time/clocks.ts';
import { conclusions, tellings, type Forward } from '../domain/forward/forward.ts';
import { fullName, nameOf, type Directory } from '../domain/people.ts';
import { referralStates } from '../domain/referral/referral.ts';
import { transferStates } from '../domain/transfer/transfer.ts';
import { dateOf, time } from '../domain/time/time.ts';
import { cell, ends, form, signCell, title } from './paper/sheet.ts';
import { template } from './template.ts';
import { dateWords, dayOf, kindWords } from './words.ts';

/** 办理结果反馈表 (D-10): the department's written answer to a 转办 (Article 9). */
export const feedbackForm = template<Forward>({
  name: '办理结果反馈表',
  kind: 'forward',
  sheet({ doc, no, directory, now }) {
    const { organ, feedback, brief } = doc.data;
    const date = feedback.at ? dateOf(new Date(feedback.at)) : dayOf(doc, 'feedback', now);
    const limit = latest(doc.clocks, 'T03');
    return {
      template: 'D-10/1', format: 'common', no, issuer: fullName(directory, organ), date, draft: !feedback.at,
      blocks: [
        title(fullName(directory, organ), '办理结果反馈表'),
        ends(no, dateWords(date)),
        form(
          [cell('转办文号', doc.data.docNo)],
          [cell('案件编号', doc.data.matterNo), cell('来件类型', kindWords(brief.kind))],
          [cell('项目名称', brief.title)],
          [cell('签收日期', doc.data.signedAt ? dateWords(doc.data.signedAt) : '未签收'), cell('反馈日期', feedback.at ? dateWords(feedback.at) : '未反馈')],
          [cell('反馈时限', limit ? `${time.fullDay(limit.due.dueDate)}前` : '')],
          [cell('处理结论', choices(feedback.conclusion))],
          [cell('事实', feedback.facts || '（待填写）')],
          [cell('依据', feedback.basis)],
          [cell('处理处罚', feedback.decisionNo ? `文号：${feedback.decisionNo}` : '无处理处罚文号')],
          [cell('移送情况', referralWords(doc.data, directory))],
          [cell('整改情况', '（由承办部门填写）')],
          [cell('可否告知', feedback.tell ? `${tellings[feedback.tell]}（对举报人）` : '（待填写）')],
          [signCell('承办人', feedback.by ? `${nameOf(directory, feedback.by)} 于 ${time.minute(feedback.at, { year: true })} 提交` : '', '（签名）')],
          [signCell('负责人', '（签名）', '（此处盖章）')],
        ),
      ],
    };
  },
});

function choices(chosen: Forward['feedback']['conclusion']): string {
  return Object.entries(conclusions).map(([key, word]) => `${key === chosen ? '☑' : '□'}${word}`).join(' ');
}

function referralWords({ referral, transfers }: Forward, directory: Directory): string[] {
  if (!referral.id) return ['未启动核实移送'];
  const sent = transfers.map((transfer) => `${transfer.no}：${fullName(directory, transfer.receiver)}，${(transferStates as Readonly<Record<string, string>>)[transfer.state] ?? transfer.state}`);
  return sent.length ? sent : [(referralStates as Readonly<Record<string, string>>)[referral.state] ?? referral.state];
}
