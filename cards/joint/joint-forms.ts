import { activeMembers, readyOfficers, type Joint } from '../../src/domain/joint/joint.ts';
import { dateOf, time } from '../../src/domain/time/deadlines.ts';
import { shortName } from '../../src/domain/people.ts';
import { back, organOptions } from '../kit/controls.ts';
import { act, refusalLine, typedList, typedText, type DrawInput } from '../kit/draw.ts';
import { card, day, focus, form, help, input, moment, people, select, submit, type Card } from '../kit/kit.ts';

type At = DrawInput<Joint>;
type Head = Parameters<typeof card>[0];

const withoutCenter = (at: At) => organOptions(at.world.directory, [...at.doc.data.brief.reported, ...activeMembers(at.doc.data).map(({ organ }) => organ)], ['department', 'outside']);

/** 申请退出, 建议加入单位, and the Center's own change: the reason always, the organ where it is another's. */
export function changeFace(at: At, { card: name, what, head }: { card: string; what: 'join' | 'leave'; head: Head }): Card {
  const desk = name === 'enforcement-desk';
  const others = activeMembers(at.doc.data).filter(({ organ }) => organ !== at.doc.data.lead).map(({ organ }) => ({ value: organ, text: shortName(at.world.directory, organ) }));
  const organ = what === 'join' ? withoutCenter(at) : others;
  return card(head, [
    refusalLine(at), focus(what === 'join' ? '建议加入的单位' : '退出联合执法'),
    form('change', [
      (what === 'join' || desk) && select('organ', '单位 *', { options: organ, value: typedText(at, 'organ', '') }),
      input('reason', '理由 *', { value: typedText(at, 'reason', ''), rows: 2 }),
      help(what === 'join' ? '中心同意后，由该单位主要负责人确认参与' : '中心同意后生效；已登记的行动和结果保留'),
      submit('send', desk ? '提交' : what === 'join' ? '建议加入' : '申请退出', { tap: act(at, 'askChange', { card: name, input: { what } }), look: 'primary_filled', wide: true }),
    ]),
    back(at, name),
  ]);
}

/** 修改方案. */
export function planFace(at: At, head: Head): Card {
  const { plan } = at.doc.data;
  const text = (field: 'goal' | 'steps' | 'evidence' | 'safety' | 'publicity' | 'summary', label: string) => input(field, label, { value: typedText(at, field, plan[field]), rows: 2 });
  const first = `${dateOf(new Date(plan.firstAt))} ${time.clock(plan.firstAt)}`;
  return card(head, [
    refusalLine(at), focus(`方案第 ${plan.version + 1} 版`),
    form('plan', [
      text('goal', '目标 *'), text('steps', '步骤时间 *'), text('evidence', '取证保全 *'), text('safety', '安全预案 *'), text('publicity', '信息发布 *'), text('summary', '汇总要求 *'),
      moment('firstAt', '首次碰头 *', { value: typedText(at, 'firstAt', first).slice(0, 16).replace('T', ' ') }), day('dueDate', '完成日期 *', { value: typedText(at, 'dueDate', plan.dueDate).slice(0, 10) }),
      help('修改后各单位主要负责人须重新确认'),
      submit('send', '修改方案', { tap: act(at, 'plan', { card: 'enforcement-desk' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'enforcement-desk'),
  ]);
}

/** 登记行动: only organs that agreed, only people who were sent and declared no relation. */
export function actionFace(at: At, head: Head): Card {
  const { directory } = at.world;
  const able = activeMembers(at.doc.data).filter((member) => member.answer === 'yes' && readyOfficers(member).length >= 2);
  return card(head, [
    refusalLine(at), focus('登记一次行动'),
    form('action', [
      select('organ', '行动单位 *', { options: able.map(({ organ }) => ({ value: organ, text: shortName(directory, organ) })), value: typedText(at, 'organ', '') }),
      people('people', '执法人员 *', { ids: able.flatMap((member) => readyOfficers(member).map(({ id }) => id)), values: typedList(at, 'people', []) }),
      day('date', '日期 *', { value: typedText(at, 'date', dateOf(at.world.now)).slice(0, 10) }),
      input('power', '职权和依据 *', { value: typedText(at, 'power', '') }), input('what', '做了什么 *', { value: typedText(at, 'what', ''), rows: 2 }), input('result', '结果', { value: typedText(at, 'result', ''), placeholder: '可后填入结果报送' }),
      help('每次行动由行动单位两名以上持证人员、行使本单位职权'),
      submit('send', '登记行动', { tap: act(at, 'record', { card: 'enforcement-desk' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'enforcement-desk'),
  ]);
}
