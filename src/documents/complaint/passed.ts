import { regimeOf } from '../../domain/complaint/complaint.ts';
import { limits } from '../../domain/time/limits.ts';
import { spanText } from '../../domain/time/time.ts';
import type { Matter } from '../../domain/matter/matter.ts';
import { center, fullName, nameOf } from '../../domain/people.ts';
import { addressee, heading, para, signature, title } from '../paper/sheet.ts';
import { template } from '../template.ts';
import { dateWords, dayOf, regulation } from '../words.ts';

/** 投诉转送告知书 (D-14): the Center tells the complainant in writing which department is competent, and that it cannot accept for it (domain table 5.2, CMP_PASS). */
export const complaintPassed = template<Matter>({
  name: '投诉转送告知书',
  kind: 'matter',
  sheet({ doc, no, about, directory, settings, now }) {
    const { data } = doc;
    const date = dayOf(doc, 'pass', now);
    const organ = fullName(directory, about || data.complaints.at(-1)?.organ || '');
    const contact = directory.people.has(data.clerk) ? nameOf(directory, data.clerk) : '值班人员';
    return {
      template: 'D-14/2', format: 'letter', no, issuer: fullName(directory, center), date, draft: data.complaints.length === 0,
      blocks: [
        title('投诉转送告知书'),
        addressee(`${doc.no} 号投诉的投诉人`),
        para(`您于 ${dateWords(doc.createdAt)}提出的投诉已收到，现告知如下。`),
        heading('一、有权部门'),
        para(`您的投诉由${organ}依法受理和处理。${fullName(directory, center)}没有受理投诉、作出处理决定的权限，已将来件转送该部门。`),
        heading('二、依据'),
        para(`${regulation}第九条；${regimeOf(data.category) === 'procurement' ? '《中华人民共和国政府采购法》第五十五条、第五十六条' : '《中华人民共和国招标投标法实施条例》第六十条、第六十一条'}。`),
        heading('三、期限'),
        para(limitWords(regimeOf(data.category))),
        heading('四、请您准备'),
        para('投诉书原件（署名、签字或者盖章）、授权委托书、异议（质疑）函及答复、证明材料。请直接交该部门，也可以在原渠道补充。'),
        heading('五、联系人'),
        para(`${contact}，${settings.dutyPhone}。`),
        signature(fullName(directory, center), dateWords(date)),
      ],
    };
  },
});

function limitWords(regime: ReturnType<typeof regimeOf>): string {
  const span = (rule: 'T15' | 'T16' | 'T25' | 'T28') => spanText(limits[rule].amount ?? 0, limits[rule].unit).trim();
  return regime === 'procurement'
    ? `该部门自收到投诉之日起 ${span('T25')}内审查，材料不全的一次告知补正；自收到投诉之日起 ${span('T28')}内作出处理决定。`
    : `该部门自收到投诉之日起 ${span('T15')}内决定是否受理，自受理之日起 ${span('T16')}内作出书面处理决定。`;
}
