import { destinations, limitsFor, route, type Routing } from '../../src/domain/competence/routing.ts';
import type { DestinationId } from '../../src/domain/competence/destinations.ts';
import type { Reading } from '../../src/domain/intake/reading.ts';
import { button, buttonRow, card, facts, focus, help as small, line, plain, type Card } from '../kit/kit.ts';
import { categoryName, organName, organNames, short, violationShort } from '../kit/labels.ts';

/** Where no kind of project was named, the rules for building works stand as the example. */
const example = 'GC-FJ';
const sector = 'ZJJ';

/** K34: who supervises what was asked about and what follows; creates nothing. */
export function basis({ question, reading }: { question: string; reading: Pick<Reading, 'violations' | 'category' | 'stage' | 'subjects'> }): Card {
  const violation = reading.violations[0]?.value;
  const category = reading.category?.value ?? '';
  if (!violation && !category) return unread(question);
  const routing = route({
    category: category || example, ...(reading.stage ? { stage: reading.stage.value } : {}), violations: violation ? [violation] : [],
    subjects: reading.subjects.map((subject) => subject.value), flags: [], reported: [],
  });
  const what = violation ? short(violationShort(violation), 11) : short(categoryName(category), 11);
  const onward = destinationText(routing);
  const depts = routing.depts.map((code) => (!category && code === sector ? '项目的行政监督部门' : organName(code))).join('、');
  return card({ title: `${what}：归谁管、怎么办`, tint: 'blue', summary: '依据查询' }, [
    focus(`由${depts}处理${routing.dest.includes('D3') ? '；涉嫌犯罪的移送公安' : ''}`),
    plain(`条文　${[...new Set(routing.rules.flatMap((rule) => rule.basis))].slice(0, 3).join('、')}`, 2),
    facts([

      ['主管', `${depts}${category ? '' : '（房建：市住建局）'}${category && routing.co.length ? `，协同 ${organNames(routing.co)}` : ''}`],
      ['时限', `反馈时限逐件设定，一般 ${limitsFor('report', category).suggested} 个工作日`],
    ]),
    onward && plain(`移送　${onward}`, 2),
    ...routing.rules.filter((rule) => category || !rule.id.startsWith('B')).slice(-2).map((rule) => line(`${rule.explain}（${rule.id}）`)),
    small('这是说明，没有登记线索'),
    buttonRow(button('报线索', { do: 'ask', what: 'report' }, { look: 'primary_filled' }), button('帮助', { do: 'ask', what: 'help' })),
  ]);
}

function unread(question: string): Card {
  return card({ title: '依据查询', tint: 'blue', summary: '依据查询' }, [
    question.trim() !== '' && plain(`「${short(question.trim(), 40)}」`, 2),
    line('请说是什么问题，如「转包归谁管」「围标怎么处理」。'),
    small('这是说明，没有登记线索'),
    buttonRow(button('报线索', { do: 'ask', what: 'report' }), button('帮助', { do: 'ask', what: 'help' })),
  ]);
}

function destinationText({ dest }: Routing): string {
  const items = dest.filter((id): id is DestinationId => id in destinations && id !== 'D0' && id !== 'D7');
  return items.slice(0, 3).map((id) => `${destinations[id].article}${destinations[id].organs[0] ? organName(destinations[id].organs[0]) : '行政监督部门'}`).join('、');
}
