import { activeMembers, keptOnPaper, triggers, type Joint, type Member } from '../domain/joint/joint.ts';
import { center, fullName, nameOf } from '../domain/people.ts';
import { time } from '../domain/time/time.ts';
import { ends, grid, heading, para, signature, title } from './paper/sheet.ts';
import { paragraphs } from './pieces.ts';
import { template, type Given } from './template.ts';
import { dateWords, dayOf, regulation } from './words.ts';
import { relations } from '../domain/recusal/recusal.ts';

/** 联合执法方案 (D-09): a draft until the head of every member has agreed to it (Article 10). */
export const jointPlan = template<Joint>({
  name: '联合执法方案',
  kind: 'joint',
  sheet(given) {
    const { doc, no, directory, now } = given;
    const { plan, trigger, document, file } = doc.data;
    const date = dayOf(doc, 'open', now);
    const started = `${trigger ? triggers[trigger] : ''}，依据文件：${document}${file === keptOnPaper ? '（原件线下存档）' : '（扫描件已存证）'}`;
    return {
      template: 'D-09/1', format: 'common', no, issuer: fullName(directory, center), date, draft: doc.state === 'j.plan' || doc.state === 'j.dropped',
      blocks: [
        title('公共资源交易', '联合执法方案'),
        ends(no, dateWords(date)),
        para(`依据${regulation}第十条，就 ${doc.data.matterNo} 号来件开展联合执法（编号 ${doc.no}）。方案第 ${plan.version} 版如下。`),
        heading('一、启动情形与依据'), para(`${started}。`),
        heading('二、目标'), ...paragraphs(plan.goal),
        heading('三、牵头与成员、权限分工'),
        para('各单位以本单位名义、在本单位职权内执法。市公共资源交易中心负责统筹，不是执法主体。'),
        grid({ head: ['序号', '单位', '牵头', '职权和依据', '确认'], widths: [8, 24, 8, 38, 22], rows: memberRows(given) }),
        heading('四、步骤和时间'), ...paragraphs(plan.steps),
        para(`首次碰头：${time.minute(plan.firstAt, { year: true })}。完成日期：${time.fullDay(plan.dueDate)}。`),
        heading('五、执法人员和回避'), grid({ head: ['序号', '单位', '姓名', '执法证号', '回避声明'], widths: [8, 28, 18, 24, 22], rows: officerRows(given) }),
        heading('六、取证与保全'), ...paragraphs(plan.evidence),
        heading('七、安全预案'), ...paragraphs(plan.safety),
        heading('八、信息发布'), ...paragraphs(plan.publicity),
        heading('九、汇总要求'), ...paragraphs(plan.summary),
        signature(fullName(directory, center), dateWords(date)),
      ],
    };
  },
});

function memberRows({ doc, directory }: Given<Joint>): string[][] {
  return activeMembers(doc.data).map((member, index) => [String(index + 1), fullName(directory, member.organ), member.organ === doc.data.lead ? '牵头' : '', member.powers || '待报送', answerText(member)]);
}

function answerText({ answer, answeredBy, answeredAt }: Member): string {
  if (answer === 'yes') return `${answeredBy} ${time.minute(answeredAt, { year: true })} 确认`;
  return answer === 'dissent' ? `${answeredBy} 已说明情况` : '待确认';
}

function officerRows({ doc, directory }: Given<Joint>): string[][] {
  const all = activeMembers(doc.data).flatMap((member) => member.officers.map((officer) => ({ member, officer })));
  if (!all.length) return [['', '待各单位报送', '', '', '']];
  return all.map(({ member, officer }, index) => [
    String(index + 1), fullName(directory, member.organ), nameOf(directory, officer.id), directory.people.get(officer.id)?.licence ?? '未登记',
    officer.declared === 'none' ? '已声明无需回避' : officer.declared === 'tied' ? `已回避（${officer.relation ? relations[officer.relation] : ''}）` : '待声明',
  ]);
}
