import { casesFor } from '../../src/domain/campaign/access.ts';
import { partOf, type Campaign, type Part } from '../../src/domain/campaign/campaign.ts';
import { tallyText } from '../../src/domain/campaign/running-rows.ts';
import { shortName } from '../../src/domain/people.ts';
import { dateOf, dayText, endOfDay, leftText } from '../../src/domain/time/deadlines.ts';
import { cut, stamp } from '../kit/branch-lines.ts';
import { back, choicesOf, paperLink, withLink } from '../kit/controls.ts';
import { delayFace, explainedLine } from '../kit/delay.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, form, help, input, panel, plain, submit, type Card, type Child } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';
import { groundOf, planPanel, progressRows, standingOf, stateOf, tintOf } from './campaign-lines.ts';

type At = DrawInput<Campaign>;
const name = 'campaign-part';

/** 专项行动任务: for a department: sign, tell how it goes by numbers, report, and see how the others are. */
export const campaignPart: DocCard<Campaign> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const organ = at.world.directory.people.get(at.viewer.id)?.organ ?? '';
  const part = partOf(at.doc.data, organ);
  if (!part) return card({ title: `专项行动　${at.doc.no}`, tint: 'grey', tag: stateOf(at), summary: `${at.doc.no} 专项行动` }, [focus('本单位没有任务'), help('各单位进展见行动群')]);
  if (part.report === null && at.face === 'progress' && may(at, 'progress')) return telling(at, part, 'progress');
  if (part.report === null && at.face === 'report' && may(at, 'report')) return telling(at, part, 'report');
  if (part.report === null && at.face === 'case' && may(at, 'collect')) return collecting(at);
  if (isLate(at, part) && at.face === 'explain' && may(at, 'explain')) return explaining(at, part);
  return whole(at, part);
};

const isLate = (at: At, part: Part) => at.doc.state === 'z.running' && !part.report && part.dueDate < dateOf(at.world.now);

function head(at: At, tag: string, late = false) {
  return { title: `专项行动任务　${at.doc.no}`, subtitle: at.doc.data.planNo, tint: late ? 'orange' : tintOf(at), tag, summary: `${at.doc.no} 专项行动，${stateOf(at)}` } as const;
}

function whole(at: At, part: Part): Card {
  const { doc, world } = at;
  const late = isLate(at, part);
  const running = doc.state === 'z.running';
  return card({ ...head(at, running ? standingOf(part, dateOf(world.now)) : stateOf(at), late), ...(running && part.report ? { tint: 'green' as const } : {}) }, [
    refusalLine(at), focus(boldOf(at, part)), plain(`任务：${cut(part.task, 300)}`, 4), doc.data.dropped !== '' && plain(`理由：${cut(doc.data.dropped, 200)}`), part.back && plain(`退回补充：${cut(part.back, 200)}`), explainedLine(part.explained),
    facts([
      ['名称', cut(doc.data.title, 40)], ['部署依据', groundOf(at)], ['时限', running && part.report === null && !late && `${leftText(world.now, part.dueDate, world.calendar)}（方案确定）`],
      ['本单位', (part.toldAt !== '' || part.report !== null) && tallyText(part.tally)], ['结论', doc.data.closing && cut(doc.data.closing, 60)],
    ]),
    casesPanel(at), panel('各单位进展（排查/问题/整改）', [progressRows(at)]), planPanel(at),
    withLink(help(running ? '数字从开始累计；发现的线索照常登记、转办' : '不再需要办理'), paperLink(doc, 'campaign-plan', '方案全文')), tapsOf(at, part),
  ]);
}

function boldOf(at: At, part: Part): string {
  const { doc } = at;
  if (doc.state === 'z.closed') return '专项行动已结束';
  if (doc.state === 'z.dropped') return '专项行动已取消，无需办理';
  if (part.report) return `${part.report.by} ${stamp(part.report.at)} 报送结果`;
  return isLate(at, part) ? `应于 ${dayText(part.dueDate)}报送，尚未收到` : `请于 ${endOfDay(part.dueDate)}报送结果`;
}

function casesPanel({ doc, viewer, world }: At): Child {
  const cases = casesFor(doc.data, viewer.id, world.directory);
  return cases.length > 0 && panel(`归入的本单位案件 ${cases.length} 件`, [plain(cases.slice(0, 20).map(({ no }) => cut(no, 20)).join('、'), 6)]);
}

function tapsOf(at: At, part: Part): Child {
  const { doc } = at;
  if (doc.state !== 'z.running' || part.report) return undefined;
  const late = isLate(at, part);
  const progress = may(at, 'progress') && { text: '报进度', tap: show(at, name, 'progress') };
  return choicesOf([
    may(at, 'sign') && !part.signedAt && { text: '签收', tap: act(at, 'sign', { card: name }) },
    !late && progress,
    may(at, 'report') && { text: '报送结果', tap: show(at, name, 'report') },
    late && may(at, 'explain') && { text: '说明原因', tap: show(at, name, 'explain') },
  ], [
    late && progress,
    may(at, 'collect') && { text: '归入案件', tap: show(at, name, 'case') },
  ]);
}

function telling(at: At, part: Part, what: 'progress' | 'report'): Card {
  const final = what === 'report';
  const count = (field: 'checked' | 'found' | 'fixed', label: string) => input(field, label, { value: typedText(at, field, String(part.tally[field])), placeholder: '没有的填 0' });
  return card(head(at, final ? '报送结果' : '报进度'), [
    refusalLine(at), focus(final ? '报送本单位结果' : '从开始到现在的累计数'),
    form('tell', [
      count('checked', '排查数 *'), count('found', '问题数 *'), count('fixed', '整改数 *'),
      input('words', final ? '结果 *' : '说明', { value: typedText(at, 'words', ''), rows: 3, placeholder: final ? '做了什么、发现什么、怎么处理' : '可不填；不写举报人和具体单位' }),
      submit('send', final ? '报送结果' : '报进度', { tap: act(at, what, { card: name }), look: 'primary_filled', wide: true, ...(final ? { confirm: { title: `报送${shortName(at.world.directory, part.organ)}结果？`, text: '报送后不能修改，需要补充的由中心退回。' } } : {}) }),
    ]),
    back(at, name),
  ]);
}

function collecting(at: At): Card {
  return card(head(at, '归入案件'), [
    refusalLine(at), focus('把本单位在办的案件归入'), help('只填案件编号；不是本单位办理的不能归入'),
    form('case', [input('no', '案件编号 *', { value: typedText(at, 'no', ''), placeholder: 'XS-20261123-0001' }), submit('send', '归入案件', { tap: act(at, 'collect', { card: name }), look: 'primary_filled', wide: true })]),
    back(at, name),
  ]);
}

function explaining(at: At, part: Part): Card {
  return card({ ...head(at, '请说明', true) }, delayFace(at, {
    card: name, focus: `应于 ${dayText(part.dueDate)}报送`, told: part.explained, note: '说明不影响继续报送，期限不变', tap: act(at, 'explain', { card: name }),
  }));
}
