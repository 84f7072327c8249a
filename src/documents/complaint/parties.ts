import { regimes, type Complaint } from '../../domain/complaint/complaint.ts';
import { fullName, holders } from '../../domain/people.ts';
import { addressee, heading, labelled, para, signature, type Block } from '../paper/sheet.ts';
import type { Given } from '../template.ts';
import { categoryWords, dateWords, personWords, stageWords, violationWords } from '../words.ts';

type At = Given<Complaint>;

/** 投诉人、被投诉人、项目: how each paper on a complaint begins; names are those that the department took from the 投诉书. */
export function parties({ doc }: At): Block[] {
  const { parties: named, brief, regime } = doc.data;
  return [
    labelled('投诉人：', named.complainant || '以投诉书为准'),
    labelled('被投诉人：', named.respondent || '以投诉书为准'),
    labelled('项目：', `${brief.title}（${[categoryWords(brief.category), stageWords(brief.stage)].filter(Boolean).join('，') || regimes[regime]}）`),
  ];
}

/** What is complained of, without anybody's own words; the 投诉书 holds them. */
export function matterWords({ doc }: At): string {
  const { brief } = doc.data;
  return `投诉人反映${violationWords(brief.violations) || '有关情形'}，具体事项和请求以投诉书为准。`;
}

/** To whom a paper goes: the complainant by name, or by the number of his complaint where no name was taken down. */
export function toComplainant({ doc }: At): Block {
  return addressee(doc.data.parties.complainant || `${doc.data.matterNo} 号投诉的投诉人`);
}

/** Contact, name of the department, date, place of the seal. */
export function closing({ doc, directory }: At, date: string): Block[] {
  const contact = holders(directory, doc.data.organ, 'LIAISON')[0];
  return [heading('联系人'), para(`${contact ? personWords(directory, contact.id) : '＿＿＿＿＿＿'}，电话＿＿＿＿＿＿＿＿＿＿。`), signature(fullName(directory, doc.data.organ), dateWords(date))];
}

/** 复议和诉讼, as every decision against somebody has to tell him. */
export const remedies = '如不服本决定，可以自收到之日起六十日内依法申请行政复议，也可以自收到之日起六个月内依法提起行政诉讼。';
