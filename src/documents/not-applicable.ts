import type { Matter } from '../domain/matter/matter.ts';
import { center, fullName, nameOf } from '../domain/people.ts';
import { addressee, heading, para, signature, title } from './paper/sheet.ts';
import { template } from './template.ts';
import { dateWords, dayOf, regulation } from './words.ts';

/** 不适用告知书 (D-14) in 信函格式: the matter is not of the city's own level (Article 2). Addressed by number, never by name. */
export const notApplicable = template<Matter>({
  name: '不适用告知书',
  kind: 'matter',
  sheet({ doc, no, directory, settings, now }) {
    const { data } = doc;
    const date = dayOf(doc, 'notApplicable', now);
    const contact = directory.people.has(data.clerk) ? nameOf(directory, data.clerk) : '值班人员';
    return {
      template: 'D-14/1', format: 'letter', no, issuer: fullName(directory, center), date, draft: doc.state !== 'notApplicable',
      blocks: [
        title('不适用告知书'),
        addressee(`${doc.no} 号来件反映人`),
        para(`您于 ${dateWords(doc.createdAt)}反映的事项已收到。经审查，现告知如下。`),
        heading('一、事由'),
        para(`您反映的事项不属于鄂尔多斯市本级公共资源交易活动。${data.scopeNote ? `判断依据：${data.scopeNote}。` : ''}`),
        heading('二、依据'),
        para(`${regulation}第二条：适用范围为纳入《内蒙古自治区公共资源交易目录》范围内的鄂尔多斯市本级交易活动。`),
        heading('三、处理'),
        para(data.told ? `${data.told}。` : '拟转旗区对口部门。'),
        heading('四、时限'),
        para('办理时限由接收部门依照有关规定确定并告知。'),
        heading('五、联系人'),
        para(`${contact}，${settings.dutyPhone}。您对本告知有疑问，或者认为该项目属于市本级的，可以补充材料再次反映。`),
        signature(fullName(directory, center), dateWords(date)),
      ],
    };
  },
});
