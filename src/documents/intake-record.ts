import { latest } from '../domain/time/clocks.ts';
import { cityLevels, type Matter } from '../domain/matter/matter.ts';
import { center, fullName } from '../domain/people.ts';
import { time } from '../domain/time/time.ts';
import { cell, ends, form, signCell, small, title } from './paper/sheet.ts';
import { fileTable } from './pieces.ts';
import { template } from './template.ts';
import { categoryWords, channelWords, dateWords, dayOf, entityWords, kindWords, ownRows, problemWords, stageWords } from './words.ts';

/** 来电（来访）记录: turns words into something written (Article 9). Of the reporter only whether he gave a name. */
export const intakeRecord = template<Matter>({
  name: '来电（来访）记录',
  kind: 'matter',
  sheet({ doc, no, directory, settings, now }) {
    const { data } = doc;
    const date = dayOf(doc, 'register', now);
    const limit = latest(doc.clocks, 'T01') ?? latest(doc.clocks, 'T02');
    return {
      template: 'D-00/1', format: 'common', no, issuer: fullName(directory, center), date, draft: !doc.no,
      blocks: [
        title(fullName(directory, center), '来电（来访）记录'),
        ends(no, dateWords(date)),
        form(
          [cell('收到时间', time.minute(doc.createdAt, { year: true }))],
          [cell('来件渠道', channelWords(data.source)), cell('留名情况', data.anonymous ? '匿名' : '实名')],
          [cell('来件类型', kindWords(data.kind)), cell('是否市本级', data.cityLevel ? cityLevels[data.cityLevel] : '暂不清楚')],
          [cell('项目名称', data.project || '未写明')],
          [cell('项目类别', categoryWords(data.category) || '未写明'), cell('交易环节', stageWords(data.stage) || '未写明')],
          [cell('发生时间', data.happened ? dateWords(data.happened) : '未写明'), cell('紧急程度', data.urgent ? '紧急' : '一般')],
          [cell('反映的问题', problemWords(data))],
          [cell('涉及单位', entityWords(data))],
          ...ownRows(data, settings).map(([name, said]) => [cell(name, said)]),
          [cell('转办期限', limit ? `${time.dueText(limit.due, { year: true })}前（${limit.origin}）` : '登记后起算')],
          [signCell('记录人', '（签名）'), signCell('审核人', '（签名）')],
        ),
        small('反映人身份另行加密保管，不在本记录出现；原话另存，不随本记录流转。'),
        fileTable(data.files),
      ],
    };
  },
});
