import type { Joint } from '../../src/domain/joint/joint.ts';
import { minute } from '../../src/domain/time/deadlines.ts';
import { back, choicesOf } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, form, help, input, select, submit } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';
import { membersOf, ownMember, planPanel, stateOf } from './joint-lines.ts';
import { relations } from '../../src/domain/recusal/recusal.ts';

/** 执法人员: whoever was named says whether he has a relation to the case; until then he cannot act, and a relation shuts him out at once. */
export const enforcementOfficer: DocCard<Joint> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const { doc } = at;
  const own = ownMember(at)?.officers.find(({ id }) => id === at.viewer.id);
  const title = { title: `执法人员：${doc.no}`, subtitle: doc.data.matterNo, summary: `${doc.no} 回避声明` };
  if (!own) return card({ ...title, tint: 'grey', tag: stateOf(at) }, [focus('您不在执法人员名单中')]);
  const open = may(at, 'declare') && own.declared === '';
  if (open && at.face === 'tied') return tied(at, title);
  return card({ ...title, tint: open ? 'yellow' : 'green', tag: open ? '待声明' : '已声明' }, [
    refusalLine(at), focus(open ? '请说明与本件有无利害关系' : own.declared === 'none' ? '已声明无需回避' : '未声明，联合执法已不在进行'),
    facts([['牵头', membersOf(at)], ['首次碰头', minute(doc.data.plan.firstAt)]]), planPanel(at), help('未声明的不能登记行动；需要回避的即时退出，不再看到本件'),
    choicesOf([open && { text: '无需回避', tap: act(at, 'declare', { card: 'enforcement-officer', input: { tied: 'none' } }) }, open && { text: '需要回避', tap: show(at, 'enforcement-officer', 'tied') }]),
  ]);
};

function tied(at: DrawInput<Joint>, title: { title: string; subtitle: string; summary: string }) {
  return card({ ...title, tint: 'yellow', tag: '回避' }, [
    refusalLine(at), focus('请选择回避情形'),
    form('tied', [
      select('relation', '情形 *', { options: Object.entries(relations).map(([value, text]) => ({ value, text })), value: typedText(at, 'relation', '') }), input('why', '说明', { value: typedText(at, 'why', ''), placeholder: '可不填' }),
      submit('send', '申请回避', { tap: act(at, 'declare', { card: 'enforcement-officer', input: { tied: 'yes' } }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'enforcement-officer'),
  ]);
}
