import { conclusions } from '../domain/forward/forward.ts';
import { fullName, type Directory } from '../domain/people.ts';
import { checkCode, items, type Item, type Proposal, type Referral } from '../domain/referral/referral.ts';
import { time } from '../domain/time/time.ts';
import { ends, grid, heading, para, signature, small, title, type Block } from './paper/sheet.ts';
import { fileTable, paragraphs } from './pieces.ts';
import { allSigned, signatureRows, verifierNames, verifierRows } from './people-rows.ts';
import { template, type Given } from './template.ts';
import { categoryWords, dateWords, dayOf, entityWords, itemWords, moneyWords, ours, regulation, stageWords, violationWords } from './words.ts';

const suspicion: Readonly<Partial<Record<Item, string>>> = {
  D2: '核实人员认为，涉及党员或者国家监察对象涉嫌职务违法或者职务犯罪的线索，应由纪检监察机关依规依纪依法处理。',
  D3: '核实人员认为，现有材料反映的情形涉嫌犯罪，依法需要追究刑事责任的，应由公安机关审查。',
};

/** 核实情况报告 (D-03): the written report of two or more verifiers (Article 11). */
export const report = template<Referral>({
  name: '核实情况报告',
  kind: 'referral',
  sheet(given) {
    const { doc, no, directory, now } = given;
    const { organ, brief } = doc.data;
    const written = doc.data.report;
    const signedAt = dayOf(doc, 'signReport', now);
    return {
      template: 'D-03/1', format: 'common', no, issuer: fullName(directory, organ), date: signedAt, draft: !allSigned(doc.data),
      blocks: [
        title(fullName(directory, organ), '核实情况报告'),
        ends(no, dateWords(signedAt)),
        heading('一、案由与来源'),
        para(`${ours(directory, organ)}收到公共资源交易中心转办的 ${doc.data.matterNo} 号来件，反映“${brief.title}”（${[categoryWords(brief.category), stageWords(brief.stage)].filter(Boolean).join('，') || '类别待核'}）疑似存在${violationWords(brief.violations) || '有关情形'}。涉及单位：${entityWords(brief)}。${brief.amounts.length ? `涉及金额：${moneyWords(brief.amounts)}。` : ''}`),
        heading('二、核实人员'),
        grid({ head: ['序号', '姓名', '职务', '执法证号', '回避声明'], widths: [8, 18, 26, 26, 22], rows: verifierRows(given) }),
        heading('三、核实过程'),
        ...course(given).map(para),
        heading('四、查明事实'),
        ...paragraphs(written.facts),
        heading('五、证据与证明目的'),
        fileTable(doc.data.evidence),
        small('证明目的：用于核实本报告第四部分所列事实。'),
        heading('六、当事人说明'),
        para('本报告形成时未附当事人书面说明。'),
        heading('七、法律适用'),
        ...paragraphs(written.law),
        heading('八、是否涉嫌违纪、犯罪'),
        ...suspicions(written),
        heading('九、处理与移送建议'),
        ...advice(given),
        grid({ head: ['核实人员', '系统内签名', '手写签名'], widths: [22, 48, 30], rows: signatureRows(given) }),
        signature(fullName(directory, organ), dateWords(signedAt)),
      ],
    };
  },
});

function course(given: Given<Referral>): string[] {
  const { doc } = given;
  const assigned = doc.audit.findLast((line) => line.act === 'assign' && line.code !== 'DENIED');
  const { version, at, hash } = doc.data.report;
  return [
    assigned ? `${time.minute(assigned.at, { year: true })}，指派${verifierNames(given)}核实。核实人员均须先作回避声明，再起草和签署报告。` : '尚未指派核实人员。',
    at ? `报告第 ${version} 版形成于 ${time.minute(at, { year: true })}，内容校验码 ${checkCode(hash)}。签名后修改的，已有签名作废。` : '报告尚未形成。',
  ];
}

function suspicions({ proposals }: Referral['report']): Block[] {
  const said = proposals.flatMap(({ item }) => (item && suspicion[item] ? [suspicion[item]] : []));
  return (said.length ? said : ['核实人员未提出涉嫌违纪或者犯罪的意见。']).map(para);
}

function advice({ doc, directory }: Given<Referral>): Block[] {
  const { conclusion, proposals } = doc.data.report;
  const found = para(`核实结论：${conclusion ? conclusions[conclusion] : '尚未形成'}。${proposals.some(({ item }) => item) ? '' : '尚未提出建议。'}`);
  const several = proposals.length > 1;
  return [found, ...proposals.filter(({ item }) => item).flatMap((proposal, index) => [para(`${several ? `${index + 1}.` : ''}${adviceOn(proposal, directory)}`), ...(proposal.reason ? paragraphs(`理由：${proposal.reason}`) : [])])];
}

function adviceOn({ item, receiver }: Proposal, directory: Directory): string {
  if (item === 'D0' || item === '') return '建议不移送，由本部门依法处理。';
  return `建议依据${regulation}${items[item]}（“${itemWords[item]}”），移送${fullName(directory, receiver)}。`;
}
