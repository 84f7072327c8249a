import { latest } from '../domain/time/clocks.ts';
import type { Forward } from '../domain/forward/forward.ts';
import { center, fullName, nameOf } from '../domain/people.ts';
import { time } from '../domain/time/time.ts';
import { cell, ends, form, signCell, small, title } from './paper/sheet.ts';
import { fileTable } from './pieces.ts';
import { template } from './template.ts';
import { basisWords, categoryWords, dateWords, dayOf, entityWords, ownRows, problemWords, stageWords } from './words.ts';

/** 违法行为书面报告 (D-02): what the Center found itself, with the evidence it preserved (Article 9). */
export const foundReport = template<Forward>({
  name: '违法行为书面报告',
  kind: 'forward',
  sheet({ doc, matter, no, directory, settings, now }) {
    const { brief, clerk, organ, unfixed } = doc.data;
    const date = dayOf(doc, 'open', now);
    const limit = latest(doc.clocks, 'T03');
    const contact = directory.people.has(clerk) ? nameOf(directory, clerk) : '值班人员';
    return {
      template: 'D-02/1', format: 'common', no, issuer: fullName(directory, center), date, draft: !doc.data.docNo,
      blocks: [
        title(fullName(directory, center), '违法行为书面报告'),
        ends(no, dateWords(date)),
        form(
          [cell('受文单位', fullName(directory, organ))],
          [cell('发现时间', matter ? dateWords(matter.createdAt) : '见案卷'), cell('发现人', '交易中心工作人员')],
          [cell('项目名称', brief.title), cell('案件编号', doc.data.matterNo)],
          [cell('项目类别', categoryWords(brief.category) || '未写明'), cell('发现环节', stageWords(brief.stage) || '未写明')],
          [cell('事实', [...problemWords(brief), `涉及单位：${entityWords(brief)}。`])],
          ...ownRows(brief, settings).map(([name, said]) => [cell(name, said)]),
          [cell('可能适用依据', basisWords(brief.rules, settings.rules))],
          [cell('已采取措施', brief.files.length ? '已对所附材料固定校验值并封存。' : `证据无法取得：${unfixed}`)],
          [cell('建议', doc.data.requirement)],
          [cell('反馈时限', limit ? `${time.fullDay(limit.due.dueDate)}前（${limit.origin}）` : '')],
          [cell('联系人', `${contact}，${settings.dutyPhone}`)],
          [signCell('签发人', '（签名）'), signCell('签发日期', '（此处盖章）', dateWords(date))],
        ),
        small('已固定证据清单'),
        fileTable(brief.files),
      ],
    };
  },
});
