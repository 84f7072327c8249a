import { flows } from '../../src/domain/flows.ts';
import { relations, type Recusable, type Recusal } from '../../src/domain/recusal/recusal.ts';
import { cut, stamp } from '../kit/branch-lines.ts';
import { choicesOf, sentenceFace } from '../kit/controls.ts';
import { act, may, refusalLine, show, type DrawInput } from '../kit/draw.ts';
import { card, focus, help, plain, type Card, type Child } from '../kit/kit.ts';

type At = DrawInput<Recusable & { matterNo: string }>;

/** K22 for the person himself: what relation is supposed, nothing of the case; he applies for recusal or says why there is none, the head decides. Face: explain. */
export function recusalTold(at: At, own: Recusal): Card {
  const mayOpen = may(at, 'sayRecusal');
  if (at.face === 'explain' && mayOpen) return explaining(at);
  const { matterNo } = at.doc.data;
  if (own.decided === 'agreed') return card({ title: `回避提示　${matterNo}`, tint: 'grey', tag: '已回避', summary: `${matterNo} 已决定回避` }, [focus('已决定由您回避本案'), help('本案材料不再向您开放，不需要您操作')]);
  if (flows[at.doc.kind].final.includes(at.doc.state) && own.decided === '') return card({ title: `回避提示　${matterNo}`, tint: 'grey', tag: '已结束', summary: `${matterNo} 回避不再决定` }, [focus('回避不再需要决定'), help('本案材料不向您开放，不需要您操作')]);
  const supposed = own.source === 'self' ? '您已申请回避' : `您与本案可能存在：${own.relation ? relations[own.relation] : '需要回避的关系'}`;
  return card({ title: `回避提示　${matterNo}`, tint: 'yellow', tag: mayOpen && !own.said ? '待说明' : '待决定', summary: `${matterNo} 回避提示` }, [
    refusalLine(at), focus(supposed), own.source !== 'self' && plain(`说明：${cut(own.why, 200)}`), saidLine(own),
    help('决定作出前不停止调查，但暂不向您开放材料'), help('原因只有您和主要负责人可见'),
    mayOpen && !own.said && choicesOf([{ text: '申请回避', tap: act(at, 'sayRecusal', { card: 'recusal', input: { stand: 'tied' } }) }, { text: '无此情形，说明', tap: show(at, 'recusal', 'explain') }]),
  ]);
}

/** What the person himself said to it, for him and for whoever decides. */
export function saidLine({ said }: Recusal): Child {
  return said && plain(`本人（${stamp(said.at)}）：${said.stand === 'tied' ? '申请回避' : `无此情形。${cut(said.why, 300)}`}`, 4);
}

function explaining(at: At): Card {
  const { matterNo } = at.doc.data;
  return card({ title: `回避提示　${matterNo}`, tint: 'yellow', tag: '填写说明', summary: `${matterNo} 回避提示` }, sentenceFace(at, {
    card: 'recusal', field: 'why', focus: '无此情形，请说明', label: '说明 *', note: '由主要负责人决定；决定前暂不向您开放材料', verb: '提交说明', tap: act(at, 'sayRecusal', { card: 'recusal', input: { stand: 'untied' } }),
  }));
}
