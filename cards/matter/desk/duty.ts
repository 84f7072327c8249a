import { clock, dayText } from '../../../src/domain/time/time.ts';
import { nameOf } from '../../../src/domain/people.ts';
import { isConfined } from '../../../src/domain/matter/access.ts';
import { isFitForDesk } from '../../../src/domain/matter/routing/sending.ts';
import { matterStates, type Matter, type MatterState } from '../../../src/domain/matter/matter.ts';
import { act, may, type DocCard, type DrawInput } from '../../kit/draw.ts';
import { button, card, facts, focus, help, plain, type Card } from '../../kit/kit.ts';
import { categoryName, kindName, organName, sourceName } from '../../kit/labels.ts';
import { centerClock, isStaff, limitText, originText, suggestionText, unknownCard } from '../matter-parts.ts';

type Input = DrawInput<Matter>;

/** K29 for the Center's duty group: number, kind, suggestion and limit; never project, names or content. */
export const duty: DocCard<Matter> = (input) => {
  const { doc } = input;
  if (input.viewer.group ? !isFitForDesk(doc.data, input.world.directory) : !isStaff(input, doc)) return unknownCard();
  if (doc.state === 'draft' || doc.state === 'discarded') return unknownCard();
  return isConfined(doc.data) ? confined(doc) : ordinary(input);
};

function ordinary(input: Input): Card {
  const { doc } = input;
  const limit = centerClock(doc);
  const open = doc.state === 'registered';
  const claimed = doc.data.clerk !== '';
  const registered = doc.audit.find((entry) => entry.act === 'register')?.at ?? doc.createdAt;
  return card({
    title: `${open ? '新来件' : '来件'}　${doc.no}`, tint: open ? 'blue' : 'green', tag: tagOf(input),
    summary: `${doc.no} ${open ? `${claimed ? '已领办' : '待领办'}，${dayText(limit?.due.dueDate ?? '')}前转出` : matterStates[doc.state as MatterState]}`,
  }, [
    focus(open ? `${limitText(limit)}转出` : whatBecame(input)),
    facts([
      ['来件', `${kindName(doc.data.kind)}${doc.data.source ? `（${sourceName(doc.data.source)}）` : ''}　收到 ${dayText(registered)}${clock(registered)}`],
      ['类别', categoryName(doc.data.category)],
      ['建议', open && suggestionText(doc.data) ? `转 ${suggestionText(doc.data)}` : ''],
      ['期限依据', open && originText(limit)],
    ]),
    claimLine(input) && plain(claimLine(input), 1),
    open && help('群内不显示项目、人员、内容；领办后在单聊查看'),
    open && !claimed && may(input, 'claim') && button('我来办', act(input, 'claim', { card: 'duty', input: {} }), { look: 'primary_filled', wide: true }),
  ]);
}

function confined(doc: Input['doc']): Card {
  return card({ title: `新来件　${doc.no}`, tint: 'blue', tag: '专人办理', summary: `${doc.no} 由专人办理` }, [focus('请举报人信息保管人领办'), help('群内不显示其他信息')]);
}

function tagOf({ doc }: Input): string {
  if (doc.state !== 'registered') return matterStates[doc.state as MatterState] ?? '';
  return doc.data.clerk ? '已领办' : '待领办';
}

function claimLine({ doc, world }: Input): string {
  const claim = doc.data.clerk ? doc.audit.findLast((entry) => entry.act === 'claim') : undefined;
  return claim ? `${nameOf(world.directory, doc.data.clerk)} ${dayText(claim.at)}${clock(claim.at)} 领办` : '';
}

function whatBecame({ doc }: Input): string {
  const parts = [...doc.data.forwards, ...doc.data.complaints];
  if (!parts.length) return matterStates[doc.state as MatterState] ?? '';
  const sent = doc.audit.findLast((entry) => entry.act === 'send' || entry.act === 'pass')?.at;
  return `已转${parts.map((branch) => organName(branch.organ)).join('、')}${sent ? `　${dayText(sent)}` : ''}`;
}
