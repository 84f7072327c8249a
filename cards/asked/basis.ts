import { answerTo, askedOf, type Answer, type Asked, type Ground } from '../../src/domain/competence/inquiry.ts';
import { destinations } from '../../src/domain/competence/destinations.ts';
import type { Reading } from '../../src/domain/intake/reading.ts';
import { button, buttonRow, card, choose, facts, focus, help as small, line, panel, plain, type Card, type Child } from '../kit/kit.ts';
import { categoryName, choicesOf, organName, organNames, short, violationShort } from '../kit/labels.ts';

/** K34: who supervises what was asked about by the table in force, why, and what follows; creates nothing. */
export function basis({ question, reading, ground }: { question: string; reading: Pick<Reading, 'violations' | 'category'>; ground?: Ground }): Card {
  const asked = askedOf(question, reading);
  return asked.violation || asked.category ? answered(asked, answerTo(asked, ground)) : unread(question);
}

function answered(asked: Asked, answer: Answer): Card {
  const { routing, onward } = answer;
  const what = short(asked.violation ? violationShort(asked.violation) : categoryName(asked.category), 11);
  const who = competent(asked, answer);
  return card({ title: `${what}：归谁管、怎么办`, tint: 'blue', summary: '依据查询' }, [
    focus(`由${who}${routing.depts[0] === 'GGZY' ? '研判' : '处理'}${onward.includes('D3') ? '；涉嫌犯罪的移送公安' : ''}`),
    plain(`条文　${answer.articles.slice(0, 6).join('、')}`, 3),
    facts([
      ['主管', asked.category ? `${organNames(routing.depts)}（${short(categoryName(asked.category), 12)}）` : `${who}，见「各类项目归谁管」`],
      ['协同', asked.category && organNames(routing.co)],
    ]),
    plain(`移送　${onward.length ? onward.map((id) => `${destinations[id].article}${destinations[id].organs[0] ? organName(destinations[id].organs[0]) : '行政监督部门'}`).join('、') : '由主管部门在职责内查处，一般不移送'}`, 3),
    plain(`文书　${answer.papers.join('、')}`, 2),
    plain(`时限　${answer.limits.join('；')}`, 8),
    why(asked, answer),
    answer.byOrgan.length > 0 && panel('各类项目归谁管', answer.byOrgan.slice(0, 20).map(({ depts, categories }) => plain(`${organNames(depts)}　${categories.map((code) => short(categoryName(code), 14)).join('、')}`, 4))),
    small('这是说明，没有登记线索'),
    buttonRow(button('报线索', { do: 'ask', what: 'report' }, { look: 'primary_filled' }), button('换个问题', { do: 'ask', what: 'basis' })),
  ]);
}

// Where no kind of project was named and the kinds differ, it is whoever supervises that kind.
function competent({ category }: Asked, { routing, byOrgan }: Answer): string {
  return category || byOrgan.length === 1 ? organNames(routing.depts) : '项目的行政监督部门';
}

function why({ category }: Asked, { routing }: Answer): Child {
  const rules = routing.rules.filter((rule) => category || !rule.id.startsWith('B'));
  return panel('为什么，以及为什么不是别的单位', [
    ...rules.slice(0, 4).map((rule) => line(`${rule.explain}（${rule.id}）`)),
    ...(category ? routing.alternatives : []).map(({ organ, why: reason }) => plain(`未采用　${organName(organ)}：${reason}`, 2)),
    small(`权责规则 ${routing.version} 版${category ? '' : '；以房屋建筑和市政工程为例'}`),
  ]);
}

function unread(question: string): Card {
  return card({ title: '依据查询', tint: 'blue', summary: '依据查询' }, [
    question.trim() !== '' && plain(`「${short(question.trim(), 40)}」`, 2),
    line('请说是什么问题，如「转包归谁管」「依据 串通投标」，或在下面选。'),
    choose('选一个问题', choicesOf.violations.map(({ value, text }) => ({ value: `${value}|`, text })), { do: 'ask', what: 'basis' }),
    choose('选一类项目', choicesOf.category.map(({ value, text }) => ({ value: `|${value}`, text })), { do: 'ask', what: 'basis' }),
    small('这是说明，没有登记线索'),
    buttonRow(button('报线索', { do: 'ask', what: 'report' }), button('帮助', { do: 'ask', what: 'help' })),
  ]);
}
