import { casesFor } from '../../src/domain/campaign/access.ts';
import { liveParts, openParts, totalOf, type Campaign } from '../../src/domain/campaign/campaign.ts';
import { tallyText } from '../../src/domain/campaign/running-rows.ts';
import { matterStates, type MatterState } from '../../src/domain/matter/matter.ts';
import { center, nameOf, shortName } from '../../src/domain/people.ts';
import { dayText } from '../../src/domain/time/deadlines.ts';
import { cut } from '../kit/branch-lines.ts';
import { choicesOf, paperLink, sentenceFace, withLink } from '../kit/controls.ts';
import { explainedLine } from '../kit/delay.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { lostWords, putRight } from '../kit/lost.ts';
import { card, facts, focus, help, line, panel, plain, type Card, type Child } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';
import { campaignPart } from './campaign-part.ts';
import { assignFace, backFace, caseFace, planFace, releaseFace } from './campaign-forms.ts';
import { groundOf, planPanel, progressRows, reportedOf, stateOf, tintOf } from './campaign-lines.ts';

type At = DrawInput<Campaign>;
const name = 'campaign';

/** 专项行动统筹: for the Center: plan, tasks, launch, progress of each department, matters collected, ending; anybody else who opens it sees his own card of it. */
export const campaign: DocCard<Campaign> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (!coordinates(at)) return campaignPart({ ...at, face: '' });
  const face = faces[at.face];
  return face && may(at, face.act) && (face.when?.(at) ?? true) ? face.draw(at) : whole(at);
};

const readers = ['C_CLERK', 'C_HEAD', 'SECRETARY'] as const;

function coordinates({ viewer, world }: At): boolean {
  return readers.some((role) => world.directory.people.get(viewer.id)?.organ === center && world.directory.people.get(viewer.id)?.roles.includes(role));
}

const faces: Readonly<Record<string, { act: string; when?(at: At): boolean; draw(at: At): Card }>> = {
  plan: { act: 'plan', draw: (at) => planFace(at, head(at, '填写方案')) },
  assign: { act: 'assign', draw: (at) => assignFace(at, head(at, '安排任务')) },
  release: { act: 'release', when: ({ doc }) => openParts(doc.data).length > 0, draw: (at) => releaseFace(at, head(at, '撤销任务')) },
  back: { act: 'sendBack', when: ({ doc }) => liveParts(doc.data).some(({ report }) => report), draw: (at) => backFace(at, head(at, '退回补充')) },
  case: { act: 'collect', draw: (at) => caseFace(at, { head: head(at, '归入案件'), what: 'collect' }) },
  uncase: { act: 'releaseCase', when: ({ doc }) => doc.data.cases.length > 0, draw: (at) => caseFace(at, { head: head(at, '移出案件'), what: 'releaseCase' }) },
  close: {
    act: 'close', when: ({ doc }) => openParts(doc.data).length === 0,
    draw: (at) => card(head(at, '结束'), sentenceFace(at, { card: name, focus: `结束专项行动：${tallyText(totalOf(at.doc.data))}`, field: 'words', label: '总结 *', note: at.doc.data.ground === 'above' ? '结束后请将结果书面报送部署机关' : '未办结的案件照常继续', verb: '结束专项行动', tap: act(at, 'close', { card: name }) })),
  },
  drop: { act: 'drop', draw: (at) => card(head(at, '取消'), sentenceFace(at, { card: name, focus: '取消专项行动', label: '理由 *', note: '已归入的案件照常继续', verb: '取消专项行动', tap: act(at, 'drop', { card: name }) })) },
};

function head(at: At, tag: string) {
  return { title: `专项行动统筹　${at.doc.no}`, subtitle: at.doc.data.planNo, tint: tintOf(at), tag, summary: `${at.doc.no} 专项行动，${stateOf(at)}` } as const;
}

function whole(at: At): Card {
  const { doc, world } = at;
  const { data } = doc;
  const running = doc.state === 'z.running';
  const lost = running && data.lost ? lostWords(at, { group: '行动群', still: '行动照常进行？' }) : '';
  return card({ ...head(at, running ? `已报送 ${reportedOf(at)}` : stateOf(at)), ...(lost ? { tint: 'orange' } : {}) }, [
    refusalLine(at), focus(boldOf(at)), lost !== '' && line(lost), data.dropped !== '' && plain(`理由：${cut(data.dropped, 200)}`), data.closing !== '' && plain(`总结：${cut(data.closing, 300)}`),
    facts([['名称', cut(data.title, 40)], ['部署依据', groundOf(at)], ['依据文件', cut(data.document, 40)], ['结束日期', data.until && dayText(data.until)]]),
    data.parts.length > 0 && progressRows(at), ...explained(at), wordsPanel(at), casesPanel(at), planPanel(at),
    data.missing.length > 0 && running && help(`未能拉入行动群：${data.missing.map((id) => nameOf(world.directory, id)).join('、')}`),
    withLink(help(running ? '各行数字为排查/问题/整改；中心负责统筹' : '中心负责统筹，不是执法主体'), data.planNo !== '' && paperLink(doc, 'campaign-plan', '方案全文')), lost ? putRight(at, { card: name, giveUp: { act: 'drop', face: 'drop', text: '取消专项行动' } }) : tapsOf(at),
  ]);
}

function boldOf(at: At): string {
  const { data, state } = at.doc;
  if (state === 'z.plan') return liveParts(data).length < 2 ? '请写好方案，安排两个以上单位' : '请中心负责人核对后部署';
  if (state === 'z.closed') return `已结束：${tallyText(totalOf(data))}`;
  if (state === 'z.dropped') return '专项行动已取消';
  return openParts(data).length ? tallyText(totalOf(data)) : '各单位已报送，请核对后结束';
}

function explained({ doc, world }: At): Child[] {
  return openParts(doc.data).filter(({ explained: told }) => told).slice(0, 4).flatMap((part) => [line(shortName(world.directory, part.organ)), explainedLine(part.explained)]);
}

function wordsPanel({ doc, world }: At): Child {
  const told = liveParts(doc.data).filter(({ report, words }) => report || words);
  return told.length > 0 && panel(`各单位情况 ${told.length} 家`, told.slice(0, 8).map((part) => plain(`${shortName(world.directory, part.organ)}：${cut(part.report?.words ?? part.words, 160)}`, 4)));
}

function casesPanel({ doc, viewer, world }: At): Child {
  const cases = casesFor(doc.data, viewer.id, world.directory);
  return cases.length > 0 && panel(`归入案件 ${cases.length} 件，办结 ${cases.filter(({ state }) => state === 'closed').length} 件`, cases.slice(0, 12).map((one) => plain(`${cut(one.no, 20)}　${matterStates[one.state as MatterState] ?? ''}　${one.organs.map((organ) => shortName(world.directory, organ)).join('、')}`, 1)));
}

function tapsOf(at: At): Child {
  const { data, state } = at.doc;
  const go = (face: string) => show(at, name, face);
  const parts = liveParts(data).length;
  const launches = may(at, 'launch') && parts >= 2 && data.goal !== '';
  const launch = launches && { text: '部署', tap: act(at, 'launch', { card: name }), confirm: { title: '部署专项行动？', text: `通知 ${parts} 个单位，建立行动群，生成方案。` } };
  const closes = may(at, 'close') && openParts(data).length === 0;
  return choicesOf(
    state === 'z.plan'
      ? [launch, may(at, 'plan') && { text: '填写方案', tap: go('plan') }, may(at, 'assign') && { text: '安排任务', tap: go('assign') }]
      : [closes && { text: '结束专项行动', tap: go('close') }, may(at, 'assign') && { text: '安排任务', tap: go('assign') }, may(at, 'collect') && { text: '归入案件', tap: go('case') }],
    [
      may(at, 'sendBack') && liveParts(data).some(({ report }) => report) && { text: '退回补充', tap: go('back') }, state === 'z.plan' && may(at, 'collect') && { text: '归入案件', tap: go('case') },
      may(at, 'releaseCase') && data.cases.length > 0 && { text: '移出案件', tap: go('uncase') }, may(at, 'release') && openParts(data).length > 0 && { text: '撤销任务', tap: go('release') }, may(at, 'drop') && { text: '取消', tap: go('drop') },
    ],
  );
}
