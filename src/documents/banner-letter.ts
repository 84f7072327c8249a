import type { Matter } from '../domain/matter/matter.ts';
import { center, fullName, nameOf } from '../domain/people.ts';
import { addressee, heading, para, signature, small, title } from './paper/sheet.ts';
import { fileTable } from './pieces.ts';
import { template } from './template.ts';
import { categoryWords, dateWords, dayOf, entityWords, problemWords, regulation } from './words.ts';

/** 转送函 to the department of a banner that is competent instead of the city's own level (Article 2): what was told, neither by whom nor in whose words. */
export const bannerLetter = template<Matter>({
  name: '事项转送函',
  kind: 'matter',
  sheet({ doc, no, directory, settings, now }) {
    const { data } = doc;
    const date = dayOf(doc, 'notApplicable', now);
    const contact = directory.people.has(data.clerk) ? nameOf(directory, data.clerk) : '值班人员';
    return {
      template: 'D-14b/1', format: 'letter', no, issuer: fullName(directory, center), date, draft: doc.state !== 'notApplicable',
      blocks: [
        title('事项转送函'),
        addressee(data.passedTo || '旗区对口部门'),
        para(`我中心于 ${dateWords(doc.createdAt)}收到 ${doc.no} 号来件。经审查，该事项不属于鄂尔多斯市本级公共资源交易活动${data.scopeNote ? `（${data.scopeNote}）` : ''}，按照${regulation}第二条，现转你单位依法处理。`),
        heading('一、反映的主要问题'),
        para(`项目：${data.project || '未写明'}${data.category ? `（${categoryWords(data.category)}）` : ''}。涉及单位：${entityWords(data)}。`),
        ...problemWords(data).map(para),
        heading('二、办理'),
        para('请依照职责处理，办理时限按照有关规定由你单位确定；办理结果可以抄告我中心。'),
        heading('三、保密'),
        para('反映人身份由我中心另行保管，不随本函提供。请勿打听、推测、透露反映人情况，不得将本函及附件转给被反映单位和人员。'),
        heading('四、联系人'),
        para(`${contact}，${settings.dutyPhone}`),
        signature(fullName(directory, center), dateWords(date)),
        small('附件清单'),
        fileTable(data.files),
      ],
    };
  },
});
