import { conclusions } from '../domain/forward/forward.ts';
import { fullName, nameOf, type Directory } from '../domain/people.ts';
import { checkCode, decisionOn, items, type Referral } from '../domain/referral/referral.ts';
import { dateOf, time } from '../domain/time/time.ts';
import { cell, ends, form, signCell, small, title } from './paper/sheet.ts';
import { fileTable } from './pieces.ts';
import { signatureRows, verifierRows } from './people-rows.ts';
import { template, type Given } from './template.ts';
import { categoryWords, dateWords, itemWords, regulation, stageWords, violationWords } from './words.ts';

/** 移送审批表 (D-04): the head's decision under Article 11, bound to the report he read. */
export const approvalForm = template<Referral>({
  name: '移送审批表',
  kind: 'referral',
  sheet(given) {
    const { doc, no, about, directory, now } = given;
    const { organ, brief } = doc.data;
    const { conclusion, version, hash } = doc.data.report;
    const decision = decisionOn(doc.data, about);
    const { item, receiver, reason } = doc.data.report.proposals.find((proposal) => proposal.id === about) ?? { item: '', receiver: '', reason: '' } as const;
    const date = dateOf(decision?.at ? new Date(decision.at) : now);
    return {
      template: 'D-04/1', format: 'common', no, issuer: fullName(directory, organ), date, draft: !decision?.what,
      blocks: [
        title(fullName(directory, organ), '移送审批表'),
        ends(no, dateWords(date)),
        form(
          [cell('案件', [`${doc.data.matterNo}（移送编号 ${decision?.no ?? ''}）`, `${brief.title}：疑似${violationWords(brief.violations) || '有关情形'}`])],
          [cell('项目类别', categoryWords(brief.category) || '未写明'), cell('交易环节', stageWords(brief.stage) || '未写明')],
          [cell('核实结论', [conclusion ? conclusions[conclusion] : '尚未形成', `核实情况报告第 ${version} 版，内容校验码 ${checkCode(hash)}`])],
          [cell('拟移送机关', item === 'D0' ? '不移送' : fullName(directory, receiver)), cell('项次', item ? items[item] : '')],
          [cell('移送依据', item ? `${regulation}${item === 'D0' ? '第三条' : items[item]}：${itemWords[item]}` : '')],
          [cell('材料清单', ['核实情况报告一份', `证据材料 ${doc.data.evidence.filter((file) => !file.removed).length} 份（校验值见附表）`])],
          [signCell('承办人意见', reason || '（待填写）', ...signatureRows(given).map(([name, signed]) => `${name}：${signed}`))],
          [signCell('分管（审核）意见', '（签名）　　　　　　　年　　月　　日')],
          [signCell('主要负责人意见', ...decisionLines(given), '（签名）')],
        ),
        small(`核实人员：${verifierRows(given).map(([, name, office, licence]) => `${name}（${office}，执法证号 ${licence}）`).join('；')}。`),
        fileTable(doc.data.evidence),
      ],
    };
  },
});

function decisionLines({ doc, about, directory }: Given<Referral>): string[] {
  const { what = '', by = '', at = '', reason = '', hash = '' } = decisionOn(doc.data, about) ?? {};
  if (!what) return ['（尚未决定）'];
  const own = doc.data.report.proposals.find((proposal) => proposal.id === about)?.item === 'D0';
  const verdict = what === 'refuse' ? '不批准' : own ? '同意由本部门处理' : '批准移送';
  return [
    `${verdict}${reason ? `。理由：${reason}` : ''}`,
    `${nameOf(directory, by)}（${officeOf(directory, by)}）于 ${time.minute(at, { year: true })} 在系统中作出，所阅报告校验码 ${checkCode(hash)}`,
  ];
}

// An acting head signs with the document that appointed him.
function officeOf(directory: Directory, by: string): string {
  const person = directory.people.get(by);
  return `${person?.title || '主要负责人'}${person?.acting ? `，主持工作，${person.acting.document}` : ''}`;
}
