import { latest } from '../../src/domain/time/clocks.ts';
import { minute, time } from '../../src/domain/time/deadlines.ts';
import type { Clock } from '../../src/domain/document.ts';
import { nameOf, shortName } from '../../src/domain/people.ts';
import { deliveryRule, isToPolice, materials, written, type Material, type Transfer } from '../../src/domain/transfer/transfer.ts';
import { beforeOf, cut, isOver, pointOf, spanOf } from '../kit/branch-lines.ts';
import { howCounted, paperLink, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, typedList, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { box, button, buttonRow, card, facts, focus, form, help, input, multiSelect, plain, submit, type Card, type Child } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Transfer>;
const every = Object.keys(materials) as Material[];
const confirm = { title: '登记已送达？', text: '送达时间按登记的时刻记录，登记后不能改。' };

/** K14 移送: what is left of the limit when drawn, the absolute end always; the handlers register the delivery, the head only reads. */
export const transfer: DocCard<Transfer> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const clock = latest(at.doc.clocks, deliveryRule(at.doc.data));
  return at.doc.state === 't.approved' && clock ? open(at, clock) : sent(at);
};

function open(at: At, clock: Clock): Card {
  const { doc, world } = at;
  const name = shortName(world.directory, doc.data.receiver);
  const over = isOver(clock, world.now);
  const { approval } = doc.data;
  return card(
    { title: titleOf(clock, world.now), subtitle: `${doc.no}　${doc.data.matterNo}`, tint: 'red', tag: `移送${name}`, summary: `${doc.no} 移送，${over ? `应于 ${beforeOf(clock)}送达` : pointOf(clock)}` },
    [
      refusalLine(at), focus(over ? `应于 ${beforeOf(clock)}送达` : `截止 ${clock.unit === 'hour' ? `${minute(clock.due.dueAt)}（含节假日）` : `${time.dueText(clock.due)}24:00`}`),
      facts([['批准', `${nameOf(world.directory, approval.by)} ${minute(approval.at)}`], ['移送函', doc.data.letterNo], ['时限', spanOf(clock, world)]]),
      withLink(help(over ? '已送达的请现在登记；材料不齐的写明缺项，补齐后继续办理' : '送达后请在这里登记'), howCounted(at, clock.rule)),
      ...(may(at, 'deliver') ? ways(at) : [isToPolice(doc.data) && materialsBox(at), help('由移送经办人登记；批准和时限不受影响')]),
      buttonRow(paperLink(doc, 'transfer-letter', '下载移送函'), paperLink({ id: doc.data.referral, kind: 'referral' }, 'report', '下载核实报告')),
    ],
  );
}

function titleOf(clock: Clock, now: Date): string {
  const left = Date.parse(clock.due.dueAt) - now.getTime();
  if (left <= 0) return '移送时限已过，请登记';
  if (clock.unit !== 'hour') return '请在期限内完成移送';
  return left >= 3_600_000 ? `请在 ${Math.ceil(left / 3_600_000)} 小时内完成移送` : `请在 ${Math.max(Math.floor(left / 60_000), 1)} 分钟内完成移送`;
}

// Letter and report are written by the system, so they stand ticked; of the others the handler says whether they are there, and if not, why.
function ways(at: At): Child[] {
  if (!isToPolice(at.doc.data)) return [button('登记已移送', act(at, 'deliver', { card: 'transfer' }), { look: 'primary_filled', wide: true, confirm })];
  const others = every.filter((key) => !written.includes(key));
  return [
    form('transfer', [
      multiSelect('have', '已备材料', { options: every.map((key) => ({ value: key, text: materials[key] })), values: typedList(at, 'have', written) }),
      help('没有的材料，逐项写明原因（不少于 4 个字）'),
      ...others.map((key) => input(`absent_${key}`, `缺${materials[key]}`, { value: typedText(at, `absent_${key}`, ''), placeholder: '有的不填' })),
      submit('send', '登记已移送', { tap: act(at, 'deliver', { card: 'transfer' }), look: 'primary_filled', wide: true, confirm }),
    ]),
  ];
}

function materialsBox({ doc }: At): Child {
  const have = new Set<Material>(doc.data.sentAt ? doc.data.have : written);
  return box(...every.map((key) => `${materials[key]}　${have.has(key) ? '有' : doc.data.sentAt ? '缺' : '待备'}`));
}

function sent(at: At): Card {
  const { doc, world } = at;
  const receipt = latest(doc.clocks, 'T10');
  const done = doc.data.sentAt !== '';
  return card(
    { title: done ? `已移送：${doc.no}` : `移送：${doc.no}`, subtitle: doc.data.matterNo, tint: done ? 'green' : 'grey', tag: done ? '已移送' : '待批准', summary: `${doc.no} ${done ? '已移送' : '移送'}` },
    [
      focus(done ? `${nameOf(world.directory, doc.data.sentBy)} ${minute(doc.data.sentAt)} 移送${shortName(world.directory, doc.data.receiver)}` : '批准后办理移送'),
      facts([['移送函', doc.data.letterNo], ['抄送', done && isToPolice(doc.data) && shortName(world.directory, 'JCY')], ['接下来', doc.state === 't.sent' && receipt && `${time.dueText(receipt.due)}前登记回执`]]),
      done && isToPolice(doc.data) && materialsBox(at), ...Object.entries(doc.data.absent).map(([key, why]) => plain(`缺${materials[key as Material]}：${cut(why, 100)}`, 2)),
    ],
  );
}
