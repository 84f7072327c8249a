import { latest } from '../domain/time/clocks.ts';
import { workingDaysBetween } from '../domain/time/calendar.ts';
import type { Forward } from '../domain/forward/forward.ts';
import { center, fullName, nameOf } from '../domain/people.ts';
import { time } from '../domain/time/time.ts';
import { cell, ends, form, signCell, small, title } from './paper/sheet.ts';
import { fileTable, slipOfForward } from './pieces.ts';
import { template } from './template.ts';
import { basisWords, categoryWords, channelWords, dateWords, dayOf, entityWords, kindWords, ownRows, problemWords, stageWords } from './words.ts';

/** 举报件转办单 (D-01): the Center's written forwarding to one department with the feedback limit (Article 9). */
export const forwardLetter = template<Forward>({
  name: '举报件转办单',
  kind: 'forward',
  sheet(given) {
    const { doc, matter, no, directory, settings, now } = given;
    const { brief, clerk, organ } = doc.data;
    const date = dayOf(doc, 'open', now);
    const limit = latest(doc.clocks, 'T03');
    const contact = directory.people.has(clerk) ? nameOf(directory, clerk) : '值班人员';
    return {
      template: 'D-01/1', format: 'common', no, issuer: fullName(directory, center), date, draft: !doc.data.docNo,
      blocks: [
        title(fullName(directory, center), '举报件转办单'),
        ends(no, dateWords(date)),
        form(
          [cell('受文单位', fullName(directory, organ))],
          [cell('来件渠道', matter ? channelWords(matter.data.source) : '见案卷'), cell('收到日期', matter ? dateWords(matter.createdAt) : '见案卷')],
          [cell('案件编号', doc.data.matterNo), cell('来件类型', kindWords(brief.kind))],
          [cell('项目名称', `${brief.title}（项目编号：来件未写明）`)],
          [cell('项目类别', categoryWords(brief.category) || '未写明'), cell('交易环节', stageWords(brief.stage) || '未写明')],
          [cell('主要问题', [...problemWords(brief), `涉及单位：${entityWords(brief)}。`])],
          ...ownRows(brief, settings).map(([name, said]) => [cell(name, said)]),
          [cell('拟适用依据', basisWords(brief.rules, settings.rules))],
          [cell('办理要求', doc.data.requirement)],
          [cell('反馈时限', limit ? `${time.fullDay(limit.due.dueDate)}前（转办次日起 ${workingDaysBetween(date, limit.due.dueDate, given.calendar)} 个工作日，${limit.origin}）` : '')],
          [cell('反馈方式', '在协同监督平台签收，并以《办理结果反馈表》书面反馈')],
          [cell('联系人', `${contact}，${settings.dutyPhone}`)],
          [cell('保密提示', '本件仅限承办人员知悉。不打听、不推测、不透露举报人情况；不得将本件及附件转给被反映单位和人员。')],
          [signCell('签发人', '（签名）'), signCell('签发日期', '（此处盖章）', dateWords(date))],
        ),
        small('附件清单'),
        fileTable(brief.files),
        ...slipOfForward(no, fullName(directory, organ)),
      ],
    };
  },
});
