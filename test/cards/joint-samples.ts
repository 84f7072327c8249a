import { clerk, type Begin, type Story } from './branch-story.ts';

const start = {
  trigger: 'inspection', document: '巡视反馈意见（鄂巡〔2026〕3号）', file: 'paper', lead: 'ZJJ', members: ['JTJ', 'CZJ'], goal: '查清串通投标并依法处理', firstAt: '2026-11-26 09:30', dueDate: '2026-12-18',
};
const staffed = { ZJJ: '建筑法、招标投标法：查处招标投标违法行为', JTJ: '公路法：查处公路工程违法行为', CZJ: '财政违法行为处罚处分条例：检查资金' } as const;

/** Every state of a joint enforcement, each made by the flow itself: C1 with 市住建局 in the lead. */
export function enforcements(start: Begin): void {
  planned(start);
  const story = acted(start);
  ended(story);
}

function begun(from: Begin): Story {
  const story = from();
  story.stage.does({ kind: 'matter', id: 'c1', act: 'rate', by: 'ggzy-head', input: { reason: '涉及三家以上单位，金额较大' } });
  story.stage.does({ kind: 'matter', id: 'c1', act: 'enforce', by: clerk, input: start });
  return story;
}

function planned(from: Begin): void {
  const { take, does } = begun(from);
  const taking = (name: string) => take(name, 'joint');
  taking('j.plan');
  does('joint', 'staff', 'zjj-liaison', { people: ['zjj-officer1', 'zjj-officer2'], powers: staffed.ZJJ });
  taking('j.plan staffed');
  does('joint', 'declare', 'zjj-officer1', { tied: 'yes', relation: 'R2', why: '两年前在该单位任职' });
  does('joint', 'confirm', 'zjj-head');
  does('joint', 'dissent', 'jtj-head', { words: '本件不涉公路工程，建议改为列席' });
  taking('j.plan dissent');
  does('joint', 'askChange', 'jtj-liaison', { what: 'leave', reason: '不涉本单位职权' });
  taking('j.plan leaving');
  does('joint', 'decideChange', clerk, { id: 'm1', agree: 'yes' });
  taking('j.plan left');
  does('joint', 'withdraw', 'ggzy-head', { reason: '会商决定由市住建局单独办理' });
  taking('j.dropped');
}

function acted(from: Begin): Story {
  const story = begun(from);
  const { take, does, stage } = story;
  const taking = (name: string) => take(name, 'joint');
  for (const organ of ['ZJJ', 'JTJ', 'CZJ'] as const) {
    const at = organ.toLowerCase();
    does('joint', 'staff', `${at}-liaison`, { people: [`${at}-officer1`, `${at}-officer2`], powers: staffed[organ] });
    for (const who of [1, 2]) does('joint', 'declare', `${at}-officer${who}`, { tied: 'none' });
    does('joint', 'confirm', `${at}-head`);
  }
  taking('j.acting');
  stage.at('2026-11-27T10:00:00+08:00');
  does('joint', 'record', 'zjj-liaison', { organ: 'ZJJ', people: ['zjj-officer1', 'zjj-officer2'], date: '2026-11-26', power: '招标投标法实施条例', what: '现场检查并调取投标文件', result: '已制作笔录' });
  taking('j.acting recorded');
  does('joint', 'suspend', 'ggzy-head', { reason: '等待检测结论' });
  taking('j.suspended');
  stage.at('2026-12-01T10:00:00+08:00');
  does('joint', 'resume', 'ggzy-head', { reason: '检测结论已出' });
  stage.at('2026-12-25T09:00:00+08:00');
  taking('j.acting late');
  return story;
}

function ended({ take, does }: Story): void {
  const taking = (name: string) => take(name, 'joint');
  for (const organ of ['zjj', 'jtj', 'czj']) does('joint', 'report', `${organ}-liaison`, { words: '已按方案检查，情况如下，另附材料。', ...(organ === 'zjj' ? { penalty: '鄂住建罚〔2026〕8号' } : {}) });
  taking('j.acting reported');
  does('joint', 'summarise', 'zjj-liaison', { words: '三家单位均已检查，一家处罚，其余无问题。' });
  taking('j.result');
  does('joint', 'sendBack', clerk, { reason: '请补充资金检查结论', organs: ['CZJ'] });
  taking('j.acting back');
  does('joint', 'report', 'czj-liaison', { words: '已补充资金检查结论，未见异常。' });
  does('joint', 'summarise', 'zjj-liaison', { words: '三家单位均已检查，资金未见异常。' });
  does('joint', 'close', clerk, { reason: '处罚已作出，结果已汇总' });
  taking('j.closed');
}
