import { grounds, liveParts, totalOf, type Campaign } from '../domain/campaign/campaign.ts';
import { tallyText } from '../domain/campaign/running-rows.ts';
import { center, fullName } from '../domain/people.ts';
import { ends, grid, heading, para, signature, title } from './paper/sheet.ts';
import { paragraphs } from './pieces.ts';
import { template, type Given } from './template.ts';
import { dateWords, dayOf, regulation } from './words.ts';

/** 专项行动方案: goal, tasks and days as launched; once ended with what came of it. */
export const campaignPlan = template<Campaign>({
  name: '专项行动方案',
  kind: 'campaign',
  sheet(given) {
    const { doc, no, directory, now } = given;
    const { data } = doc;
    const date = dayOf(doc, 'launch', now);
    const issuer = fullName(directory, center);
    return {
      template: 'campaign-plan/1', format: 'common', no, issuer, date, draft: doc.state === 'z.plan' || doc.state === 'z.dropped',
      blocks: [
        title('公共资源交易', '专项行动方案'),
        ends(no, dateWords(date)),
        para(`依据${regulation}第十条和${data.document}（${data.ground ? grounds[data.ground] : ''}），开展“${data.title}”专项行动（编号 ${doc.no}）。`),
        heading('一、目标'), ...paragraphs(data.goal),
        heading('二、任务分工'), para('各单位以本单位名义、在本单位职权内开展。市公共资源交易中心负责统筹，不是执法主体。'),
        grid({ head: ['序号', '单位', '任务', '报送日期'], widths: [8, 26, 46, 20], rows: partRows(given) }),
        heading('三、时间'), para(`${dateWords(data.until)}结束。各单位按报送日期报送结果，期间报进度；逾期的依次告知分管负责人、主要负责人。`),
        heading('四、线索和案件'), para('发现的线索照常登记、转办，需要移送的按第十一条办理；重大问题可以凭本方案启动联合执法。'),
        ...resultBlocks(given),
        signature(issuer, dateWords(date)),
      ],
    };
  },
});

function partRows({ doc, directory }: Given<Campaign>): string[][] {
  return liveParts(doc.data).map((part, index) => [String(index + 1), fullName(directory, part.organ), part.task, dateWords(part.dueDate)]);
}

function resultBlocks({ doc, directory }: Given<Campaign>) {
  if (doc.state !== 'z.closed') return [];
  const rows = liveParts(doc.data).map((part, index) => [String(index + 1), fullName(directory, part.organ), tallyText(part.tally), part.report?.words ?? '']);
  return [heading('五、结果'), para(`合计${tallyText(totalOf(doc.data))}。`), ...paragraphs(doc.data.closing), grid({ head: ['序号', '单位', '数字', '情况'], widths: [8, 24, 28, 40], rows })];
}
