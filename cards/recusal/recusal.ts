import { isReportedIn } from '../../src/domain/forward/access.ts';
import type { Brief } from '../../src/domain/forward/forward.ts';
import { flows } from '../../src/domain/flows.ts';
import { nameOf, staffOf } from '../../src/domain/people.ts';
import { deciderOf, decidableRecusals, pendingRecusals, recusalOf, recusalSources, relations, type Recusable, type Recusal } from '../../src/domain/recusal/recusal.ts';
import { cut, stamp } from '../kit/branch-lines.ts';
import { back, choicesOf } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, form, help, input, line, panel, plain, select, submit, type Card, type Child } from '../kit/kit.ts';
import { recusalTold, saidLine } from './recusal-told.ts';
import { nothing, unseen } from '../kit/unseen.ts';

/** What a document has whose handlers may be recused: of a verification also who verifies. */
type Case = Recusable & { matterNo: string; brief: Brief; verifiers?: readonly { id: string }[] };
type At = DrawInput<Case>;
const kinds = Object.entries(relations).map(([value, text]) => ({ value, text }));

/** K22 回避: the person himself reads one sentence; the head decides; the deputy enters relations that were found or applied for, and the superior's decision on the head. */
export const recusal: DocCard<Case> = (at) => {
  if (isReportedIn(at.doc.data.brief, at.viewer.id, at.world.directory)) return nothing();
  const own = recusalOf(at.doc.data, at.viewer.id);
  if (own) return recusalTold(at, own);
  const closed = unseen(at) ?? over(at);
  if (closed) return closed;
  if (at.face === 'raise' && may(at, 'raise')) return raising(at);
  const waiting = may(at, 'decideRecusal') ? decidableRecusals(at.doc.data, at.viewer.id, at.world.directory)[0] : undefined;
  if (waiting) return deciding(at, waiting);
  const higher = may(at, 'superior') && !deciderOf(at.doc.data, at.world) && pendingRecusals(at.doc.data)[0];
  return higher ? superior(at, higher) : standing(at);
};

// A case that came to its end, or was taken back, waits for no more decisions on who is out.
function over({ doc }: At): Card | undefined {
  if (!flows[doc.kind].final.includes(doc.state) || !pendingRecusals(doc.data).length) return undefined;
  const { matterNo } = doc.data;
  return card({ title: `回避情况　${matterNo}`, tint: 'grey', tag: '已结束', summary: `${matterNo} 回避不再决定` }, [focus(`本案${flows[doc.kind].states[doc.state] ?? '已结束'}`), help('未决定的回避不再需要决定')]);
}

/** 什么关系, 说明 and the act of 申请回避, as the forms of verifiers, of the head and of those who handle a complaint have them. */
export function recusalFields(at: At, from: string): Child[] {
  return [
    refusalLine(at), focus('申请回避'), help('提交后即不再向您开放本案材料；原因只有您和主要负责人可见'),
    form('recusal', [
      select('relation', '什么关系 *', { options: kinds, value: typedText(at, 'relation', '') }),
      input('why', '说明 *', { value: typedText(at, 'why', ''), rows: 2, placeholder: '如：近三年任职于某单位' }),
      submit('send', '申请回避', { tap: act(at, 'declare', { card: from, input: { tied: 'recuse' } }), look: 'primary_filled', wide: true }),
    ]),
    back(at, from),
  ];
}

function deciding(at: At, waiting: Recusal): Card {
  const { doc, world } = at;
  const name = nameOf(world.directory, waiting.person);
  const decide = (agree: 'yes' | 'no') => act(at, 'decideRecusal', { card: 'recusal', input: { person: waiting.person, agree } });
  const more = pendingRecusals(doc.data).length - 1;
  return card(
    { title: `回避处理　${doc.data.matterNo}`, tint: 'yellow', tag: '待您决定', summary: `${doc.data.matterNo} 回避待决定` },
    [
      refusalLine(at), focus(`${name} 是否回避本案`),
      facts([['由来', `${recusalSources[waiting.source]} ${stamp(waiting.at)}`], ['关系', waiting.relation && relations[waiting.relation]], ['另有', more > 0 && `${more} 人待决定`]]),
      plain(`说明：${cut(waiting.why, 200)}`), saidLine(waiting), earlier(at, waiting.person),
      help('决定作出前不停止调查，其他人员继续办理；材料已暂不向本人开放'),
      choicesOf([{ text: '同意回避', tap: decide('yes') }, { text: '不需回避', tap: decide('no'), confirm: { title: `${name} 不需回避？`, text: '决定后恢复向本人开放本案材料。' } }]),
    ],
  );
}

// What he did before is listed, so that somebody looks at it again.
function earlier({ doc }: At, person: string): Child {
  const acts = doc.audit.filter((entry) => 'id' in entry.by && entry.by.id === person && entry.code !== 'DENIED' && !['declare', 'sayRecusal'].includes(entry.act));
  return acts.length ? panel(`本人此前办理 ${acts.length} 项，请复核`, acts.slice(-8).map((entry) => line(`${stamp(entry.at)} ${entry.verb}`))) : undefined;
}

function superior(at: At, pending: Recusal): Card {
  const { doc, world } = at;
  const options = staffOf(world.directory, doc.data.organ).filter((person) => !recusalOf(doc.data, person.id) && !doc.data.verifiers?.some((verifier) => verifier.id === person.id))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh')).map((person) => ({ value: person.id, text: `${person.name}（${person.title}）` }));
  return card(
    { title: '登记上级决定', subtitle: doc.data.matterNo, tint: 'yellow', tag: '待上级决定', summary: `${doc.data.matterNo} 登记上级决定` },
    [
      refusalLine(at), focus(`${nameOf(world.directory, pending.person)} 的回避由上级决定`),
      form('superior', [
        select('agree', '上级决定 *', { options: [{ value: 'yes', text: '回避' }, { value: 'no', text: '不需回避' }], value: typedText(at, 'agree', '') }),
        input('document', '决定文号 *', { value: typedText(at, 'document', '') }),
        select('decider', '指定由谁决定', { options, value: typedText(at, 'decider', ''), placeholder: '决定回避的必选' }),
        submit('send', '登记上级决定', { tap: act(at, 'superior', { card: 'recusal' }), look: 'primary_filled', wide: true }),
      ]),
      help(`${pending.said ? '本人已作书面说明，请一并报上级。' : ''}请把上级书面决定存入案卷`),
    ],
  );
}

function raising(at: At): Card {
  const { doc, world, viewer } = at;
  const options = staffOf(world.directory, doc.data.organ).filter((person) => person.id !== viewer.id && !recusalOf(doc.data, person.id)).map((person) => ({ value: person.id, text: `${person.name}（${person.title}）` }));
  return card(
    { title: `提出回避　${doc.data.matterNo}`, tint: 'yellow', tag: '填写中', summary: `${doc.data.matterNo} 提出回避` },
    [
      refusalLine(at), focus('谁与本案有关系'),
      form('raise', [
        select('person', '人员 *', { options, value: typedText(at, 'person', '') }),
        select('source', '由谁提出 *', { options: [{ value: 'found', text: '本部门发现' }, { value: 'party', text: '当事人申请' }], value: typedText(at, 'source', '') }),
        select('relation', '什么关系', { options: kinds, value: typedText(at, 'relation', '') }),
        input('why', '说明 *', { value: typedText(at, 'why', ''), rows: 2 }),
        help('提交后立即停止向其开放材料，由主要负责人决定；所选关系和说明本人可见，请不写案情'),
        submit('send', '提出回避', { tap: act(at, 'raise', { card: 'recusal' }), look: 'primary_filled', wide: true }),
      ]),
      back(at, 'recusal'),
    ],
  );
}

function standing(at: At): Card {
  const { doc, world } = at;
  const all = doc.data.recusals;
  // Verifiers and others read that the list changed, not about whom.
  const named = may(at, 'raise') || may(at, 'decideRecusal') || may(at, 'superior');
  const state = (one: Recusal) => ({ '': '待决定', agreed: '已回避', denied: '不需回避' })[one.decided];
  return card(
    { title: `回避情况　${doc.data.matterNo}`, tint: all.some((one) => !one.decided) ? 'yellow' : 'green', tag: all.some((one) => !one.decided) ? '待决定' : '已处理', summary: `${doc.data.matterNo} 回避情况` },
    [
      focus(!all.length ? '本案没有回避事项' : named ? `本案回避 ${all.length} 人次` : '名单有调整'), ...(named ? all : []).slice(-6).map((one) => line(`${nameOf(world.directory, one.person)}　${state(one)}${one.decidedAt ? `　${stamp(one.decidedAt)}` : ''}`)),
      choicesOf([], [may(at, 'raise') && { text: '提出回避', tap: show(at, 'recusal', 'raise') }]),
    ],
  );
}
