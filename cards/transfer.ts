import { latest } from '../src/domain/clocks.ts';
import { minute, time } from '../src/domain/deadlines.ts';
import type { Clock } from '../src/domain/document.ts';
import { nameOf, shortName } from '../src/domain/people.ts';
import { transferRule } from '../src/domain/referral/guards.ts';
import { materials, type Material, type Referral } from '../src/domain/referral/referral.ts';
import { decidedApproval } from './approval-decided.ts';
import { beforeOf, cut, isOver, pointOf, spanOf } from './branch-lines.ts';
import { howCounted, paperLink, withLink } from './controls.ts';
import { act, may, refusalLine, typedList, typedText, type DocCard, type DrawInput } from './draw.ts';
import { box, button, buttonRow, card, facts, focus, form, help, input, multiSelect, plain, submit, type Card, type Child } from './kit.ts';
import { unseen } from './unseen.ts';

type At = DrawInput<Referral>;
const every = Object.keys(materials) as Material[];
const confirm = { title: '登记已送达？', text: '送达时间按登记的时刻记录，登记后不能改。' };

/** K14 移送: what is left of the limit when drawn, the absolute end always; the handlers register the delivery, the head only reads. */
export const transfer: DocCard<Referral> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const clock = latest(at.doc.clocks, transferRule(at.doc.data));
  if (at.doc.state === 't.approved' && clock) return open(at, clock);
  return at.doc.data.sentAt ? sent(at) : decidedApproval(at);
};

function open(at: At, clock: Clock): Card {
  const { doc, world } = at;
  const name = shortName(world.directory, doc.data.report.receiver);
  const over = isOver(clock, world.now);
  const police = doc.data.report.item === 'D3';
  return card(
    { title: titleOf(clock, world.now), subtitle: doc.no, tint: 'red', tag: `移送${name}`, summary: `${doc.no} 移送，${over ? `应于 ${beforeOf(clock)}送达` : pointOf(clock)}` },
    [
      refusalLine(at), focus(over ? `应于 ${beforeOf(clock)}送达` : `截止 ${clock.unit === 'hour' ? `${minute(clock.due.dueAt)}（含节假日）` : `${time.dueText(clock.due)}24:00`}`),
      facts([['批准', `${nameOf(world.directory, doc.data.decision.by)} ${minute(doc.data.decision.at)}`], ['移送函', doc.data.letterNo], ['时限', spanOf(clock, world)]]),
      withLink(help(over ? '已送达的请现在登记；材料不齐的写明缺项，补齐后继续办理' : '送达后请在这里登记'), howCounted(at, clock.rule)),
      ...(may(at, 'transfer') ? ways(at, police) : [police && materialsBox(at), help('由移送经办人登记；批准和时限不受影响')]),
      buttonRow(paperLink(at, 'transfer-letter', '下载移送函'), paperLink(at, 'report', '下载核实报告')),
    ],
  );
}

function titleOf(clock: Clock, now: Date): string {
  const left = Date.parse(clock.due.dueAt) - now.getTime();
  if (left <= 0) return '移送时限已过，请登记';
  if (clock.unit !== 'hour') return '请在期限内完成移送';
  return left >= 3_600_000 ? `请在 ${Math.ceil(left / 3_600_000)} 小时内完成移送` : `请在 ${Math.max(Math.floor(left / 60_000), 1)} 分钟内完成移送`;
}

// Letter and report are written by the system, so they stand ticked; the other papers are for the handler to say.
function ways(at: At, police: boolean): Child[] {
  if (!police) return [button('登记已移送', act(at, 'transfer', { card: 'transfer' }), { look: 'primary_filled', wide: true, confirm })];
  const ready = at.doc.data.letterNo ? ['letter', 'report'] : [];
  return [
    form('transfer', [
      multiSelect('have', '已备材料', { options: every.map((key) => ({ value: key, text: materials[key] })), values: typedList(at, 'have', ready) }),
      input('absent', '缺项说明', { value: typedText(at, 'absent', ''), rows: 2, placeholder: '材料不齐时写明原因' }),
      submit('send', '登记已移送', { tap: act(at, 'transfer', { card: 'transfer' }), look: 'primary_filled', wide: true, confirm }),
    ]),
  ];
}

function materialsBox({ doc }: At): Child {
  const have = new Set<Material>(doc.data.sentAt ? doc.data.have : doc.data.letterNo ? ['letter', 'report'] : []);
  return box(...every.map((key) => `${materials[key]}　${have.has(key) ? '有' : doc.data.sentAt ? '缺' : '待备'}`));
}

function sent(at: At): Card {
  const { doc, world } = at;
  const receipt = latest(doc.clocks, 'T10');
  return card(
    { title: `已移送：${doc.no}`, tint: 'green', tag: '已移送', summary: `${doc.no} 已移送` },
    [
      focus(`${nameOf(world.directory, doc.data.sentBy)} ${minute(doc.data.sentAt)} 移送${shortName(world.directory, doc.data.report.receiver)}`),
      facts([['移送函', doc.data.letterNo], ['接下来', doc.state === 't.sent' && receipt && `${time.dueText(receipt.due)}前登记回执`]]),
      doc.data.report.item === 'D3' && materialsBox(at), doc.data.absent && plain(`缺项说明：${cut(doc.data.absent, 200)}`),
    ],
  );
}
