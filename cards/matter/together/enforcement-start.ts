import { keptOnPaper, triggers } from '../../../src/domain/joint/joint.ts';
import { givenOut } from '../../../src/domain/matter/evidence.ts';
import type { Matter } from '../../../src/domain/matter/matter.ts';
import { isOverJoint } from '../../../src/domain/joint/joint.ts';
import { shortName } from '../../../src/domain/people.ts';
import { cut, stamp } from '../../kit/branch-lines.ts';
import { back, choicesOf, organOptions, sentenceFace } from '../../kit/controls.ts';
import { act, may, refusalLine, show, typedList, typedText, type DocCard, type DrawInput } from '../../kit/draw.ts';
import { card, day, facts, focus, form, help, input, moment, multiSelect, plain, select, submit, type Card } from '../../kit/kit.ts';
import { isStaff, unknownCard } from '../matter-parts.ts';

type At = DrawInput<Matter>;
const name = 'enforcement-start';

/** 重大与联合执法 on a matter: its head or the Center's marks it as serious, the Center starts with trigger and document (Article 10). */
export const enforcementStart: DocCard<Matter> = (at) => {
  if (!isStaff(at, at.doc)) return unknownCard();
  if (at.face === 'rate' && may(at, 'rate')) return rating(at, 'rate');
  if (at.face === 'unrate' && may(at, 'unrate')) return rating(at, 'unrate');
  return at.face === 'start' && may(at, 'enforce') ? starting(at) : whole(at);
};

function titled({ doc }: At, tag: string) {
  return { title: `重大与联合执法　${doc.no}`, tint: 'blue', tag, summary: `${doc.no} 联合执法` } as const;
}

function whole(at: At): Card {
  const { major, joints } = at.doc.data;
  const running = joints.find((joint) => !isOverJoint(joint));
  return card(titled(at, running ? '已启动' : major ? '重大' : '未标记'), [
    refusalLine(at), focus(running ? `联合执法 ${running.no || '正在建立'}` : major ? '已标记为重大问题' : '未标记为重大问题'),
    major && facts([['标记', `${shortName(at.world.directory, major.organ)}　${stamp(major.at)}`]]), major && plain(`理由：${cut(major.reason, 200)}`),
    help('专项行动、上级交办、巡视反馈、有关机关认定凭文件启动；投诉举报、日常监管须先标记重大'),
    choicesOf([
      !running && may(at, 'enforce') && { text: '启动联合执法', tap: show(at, name, 'start') }, !major && may(at, 'rate') && { text: '标记重大', tap: show(at, name, 'rate') },
      major !== null && may(at, 'unrate') && { text: '取消重大', tap: show(at, name, 'unrate'), quiet: true },
    ]),
  ]);
}

function rating(at: At, what: 'rate' | 'unrate'): Card {
  const verb = what === 'rate' ? '标记重大' : '取消重大';
  return card(titled(at, verb), sentenceFace(at, { card: name, focus: what === 'rate' ? '为什么是重大问题' : '为什么不再是重大问题', label: '理由 *', note: '第十条；由中心负责人或者部门主要负责人标记', verb, tap: act(at, what, { card: name }) }));
}

function starting(at: At): Card {
  const { doc, world } = at;
  const out = [...doc.data.reported, ...(doc.data.routing?.recused ?? [])];
  const options = organOptions(world.directory, out, ['department', 'outside']);
  const depts = doc.data.routing?.depts ?? [];
  const files = [...givenOut(doc.data.files).map(({ n, file }) => ({ value: file.id, text: `材料 ${n}` })), { value: keptOnPaper, text: '原件线下存档（纸质或涉密）' }];
  return card(titled(at, '启动'), [
    refusalLine(at), focus('启动联合执法，通知各单位主要负责人'),
    form('enforce', [
      select('trigger', '启动情形 *', { options: Object.entries(triggers).map(([value, text]) => ({ value, text })), value: typedText(at, 'trigger', doc.data.campaign ? 'campaign' : '') }),
      input('document', '依据文件 *', { value: typedText(at, 'document', doc.data.campaign?.document ?? ''), placeholder: '名称和文号' }), select('file', '依据原件 *', { options: files, value: typedText(at, 'file', doc.data.campaign ? keptOnPaper : '') }),
      select('lead', '牵头部门 *', { options, value: typedText(at, 'lead', depts[0] ?? '') }), multiSelect('members', '参与单位 *', { options, values: typedList(at, 'members', depts.slice(1)) }),
      input('goal', '目标 *', { value: typedText(at, 'goal', ''), rows: 2 }), moment('firstAt', '首次碰头 *', { value: typedText(at, 'firstAt', '').slice(0, 16).replace('T', ' ') }), day('dueDate', '完成日期 *', { value: typedText(at, 'dueDate', '').slice(0, 10) }),
      help('中心负责统筹，不是执法主体；方案其余部分先用通用写法，牵头部门可改'),
      submit('send', '启动联合执法', { tap: act(at, 'enforce', { card: name }), look: 'primary_filled', wide: true, confirm: { title: '启动联合执法？', text: '通知各参与单位主要负责人确认，并生成方案。' } }),
    ]),
    back(at, name),
  ]);
}
