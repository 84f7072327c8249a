import { conclusions } from '../domain/forward/forward.ts';
import { fullName, holders, nameOf, type Directory } from '../domain/people.ts';
import { items } from '../domain/referral/referral.ts';
import { isToPolice, materials, type Material, type Transfer } from '../domain/transfer/transfer.ts';
import { dateOf, time } from '../domain/time/time.ts';
import { addressee, attachments, cc, heading, para, signature, title } from './paper/sheet.ts';
import { fileTable, paragraphs, slipOfTransfer } from './pieces.ts';
import { template, type Given } from './template.ts';
import { categoryWords, dateWords, entityWords, itemWords, moneyWords, ours, personWords, regulation, stageWords, violationWords, yours } from './words.ts';

/** The five attachments of a transfer to the police (行政执法机关移送涉嫌犯罪案件的规定). */
const forPolice: Readonly<Record<Material, string>> = {
  letter: '涉嫌犯罪案件移送书', report: '涉嫌犯罪情况的调查报告', things: '涉案物品清单', tests: '有关检验报告或者鉴定意见', other: '其他有关涉嫌犯罪的材料',
};

/** 案件线索移送函 (D-05) in 信函格式, with the 回执 (D-06) to be cut off. */
export const transferLetter = template<Transfer>({
  name: '案件线索移送函',
  kind: 'transfer',
  sheet(given) {
    const { doc, no, directory, now } = given;
    const { organ, brief, receiver, approval } = doc.data;
    const date = dateOf(approval.at ? new Date(approval.at) : now);
    const police = isToPolice(doc.data);
    const you = yours(directory, receiver);
    return {
      template: 'D-05/1', format: 'letter', no, issuer: fullName(directory, organ), date, draft: approval.at === '',
      blocks: [
        title('关于移送公共资源交易', '违法违规案件线索的函'),
        addressee(fullName(directory, receiver)),
        para(opening(given)),
        heading('一、线索概述'),
        para(`${doc.data.matterNo} 号来件反映“${brief.title}”（${[categoryWords(brief.category), stageWords(brief.stage)].filter(Boolean).join('，') || '类别待核'}）疑似存在${violationWords(brief.violations) || '有关情形'}。${brief.amounts.length ? `涉及金额：${moneyWords(brief.amounts)}。` : ''}`),
        ...paragraphs(`经核实，结论为“${doc.data.report.conclusion ? conclusions[doc.data.report.conclusion] : '尚未形成'}”。${doc.data.report.facts}`),
        heading('二、主体信息'),
        para(`涉及单位：${entityWords(brief)}。登记信息以随附材料为准。`),
        heading('三、证据材料目录'),
        fileTable(doc.data.evidence),
        heading('四、已采取措施'),
        para(`对收到的电子材料固定校验值并封存；由${doc.data.handlers.map((id) => nameOf(directory, id)).join('、')}核实，出具书面报告。`),
        heading('五、联系人与方式'),
        para(`联系人：${contacts(directory, doc.data)}。`),
        para('联系电话：＿＿＿＿＿＿＿＿＿＿'),
        para(`请${you}收到后填写所附移送回执并退回${ours(directory, organ)}。`),
        ...(police ? [attachments(...policeList(doc.data))] : [attachments('核实情况报告', '证据材料目录所列材料', '移送回执')]),
        signature(fullName(directory, organ), dateWords(date)),
        ...(police ? [cc(`抄送：${fullName(directory, 'JCY')}。`)] : []),
        ...slipOfTransfer({ no, receiver: fullName(directory, receiver), url: given.answerUrl }),
      ],
    };
  },
});

function opening({ doc, directory }: Given<Transfer>): string {
  const { organ, co, item, receiver, approval, handlers } = doc.data;
  const together = co.length ? `，依据${regulation}第十一条（七）会同${co.map((code) => fullName(directory, code)).join('、')}` : '';
  return `${ours(directory, organ)}${together}在履行公共资源交易监督职责中发现下列线索，经 ${handlers.length} 名专人核实并出具书面报告，本部门主要负责人已于 ${time.minute(approval.at, { year: true })} 批准移送。依据${regulation}${items[item]}“${itemWords[item]}”的规定，现移送${yours(directory, receiver)}。`;
}

function contacts(directory: Directory, { organ }: Transfer): string {
  const people = holders(directory, organ, 'LIAISON');
  return people[0] ? personWords(directory, people[0].id) : nameOf(directory, '');
}

/** All five by name; once the letter has gone out, those missing with the written reason. */
function policeList({ sentAt, have, absent }: Transfer): string[] {
  return (Object.keys(materials) as Material[]).map((material) => (sentAt && !have.includes(material) ? `${forPolice[material]}（暂缺：${absent[material] ?? '见说明'}）` : forPolice[material]));
}
