import { clerk, report, signed, verified, written, type Begin, type Story } from './branch-story.ts';

/** Every state of a verification, from 待指派 to a report half signed. */
export function verification(start: Begin): void {
  const { stage, take, does } = signed(start);
  const taking = (name: string) => take(name, 'referral');
  taking('v.none');
  stage.at('2026-11-25T09:00:00+08:00');
  does('referral', 'assign', 'zjj-deputy', { people: ['zjj-officer1', 'zjj-officer2'] });
  taking('v.working new');
  does('referral', 'declare', 'zjj-officer1', { tied: 'recuse', relation: 'R2', why: '近三年任职于岚戈建设' });
  taking('v.working recused');
  does('referral', 'decideRecusal', 'zjj-head', { person: 'zjj-officer1', agree: 'yes' });
  taking('v.working recusal decided');
  does('referral', 'change', 'zjj-deputy', { people: ['zjj-officer2', 'zjj-officer3'], why: 'recusal' });
  for (const id of ['zjj-officer2', 'zjj-officer3']) does('referral', 'declare', id, { tied: 'none' });
  taking('v.working declared');
  does('referral', 'write', 'zjj-officer2', { ...report, law: '', item: '' });
  taking('v.working gaps');
  does('referral', 'write', 'zjj-officer2', { ...report, item: 'D3', receiver: 'GAJ' });
  does('referral', 'signReport', 'zjj-officer2');
  taking('v.working half signed');
  does('referral', 'checked', 'system', { broken: ['f8'] });
  taking('v.working broken evidence');
  does('referral', 'checked', 'system', { broken: [] });
  take('accepted verifying');
  stage.at('2026-12-18T09:00:00+08:00');
  taking('v.working late');
}

/** What becomes of a verification whose department's part is taken back, while it is written, before the head, and after he approved one of two destinations. */
export function endings(start: Begin): void {
  const back = (story: Story, name: string) => {
    story.stage.at('2026-12-10T17:10:00+08:00');
    story.does('forward', 'cancel', clerk, { reason: '转错单位，应由市交通局办理' });
    story.take(name, 'referral');
  };
  const working = written(start, 'D6');
  working.does('referral', 'raise', 'zjj-deputy', { person: 'zjj-officer3', source: 'party', relation: 'R4', why: '当事人申请其回避' });
  back(working, 'v.ended written');
  back(verified(start, 'D3'), 'v.ended before the head');
  const one = written(start, 'D3');
  one.does('referral', 'propose', 'zjj-officer1', { item: 'D6', receiver: 'SCJG', reason: '建议依法对资质作出处理' });
  for (const id of ['zjj-officer1', 'zjj-officer2']) one.does('referral', 'signReport', id);
  decide(one, 'approve');
  back(one, 'v.decided one lapsed');
  one.take('cancelled still sending');
}

/** Every decision of the head, on one destination and on several. */
export function decisions(start: Begin): void {
  const reason = '机器码一致的鉴定结论尚缺，请补充';
  const story = verified(start, 'D3');
  story.stage.at('2026-12-10T09:00:00+08:00');
  story.take('v.done police', 'referral');
  story.stage.at('2026-12-16T09:00:00+08:00');
  story.take('v.done late', 'referral');
  story.does('referral', 'checked', 'system', { broken: ['f8'] });
  story.take('v.done broken evidence', 'referral');
  decide(story, 'refuse', { reason });
  story.take('t.refused', 'referral');
  const back = verified(start, 'D3');
  asked(back);
  decide(back, 'back', { reason });
  back.take('v.working back', 'referral');
  back.does('referral', 'write', 'zjj-officer1', { ...report, item: 'D3', receiver: 'GAJ', facts: '三家投标文件由同一台电脑制作。经鉴定，机器码一致。' });
  for (const id of ['zjj-officer1', 'zjj-officer2']) back.does('referral', 'signReport', id);
  back.take('v.done second version', 'referral');
  const other = verified(start, 'D6');
  other.take('v.done other', 'referral');
  decide(other, 'approve');
  other.take('v.decided other', 'referral');
  other.take('t.approved other', 'transfer');
  several(start);
  together(start);
  headRecused(start);
}

// The head asks before he decides; one of the verifiers answers.
function asked({ take, does }: Story): void {
  does('referral', 'ask', 'zjj-head', { words: '机器码一致是谁、在什么时候提取的？' });
  take('v.done asked', 'referral');
  does('referral', 'answer', 'zjj-officer1', { id: 'q1', words: '由市公共资源交易中心技术人员当场提取，两名核实人员在场' });
  take('v.done answered', 'referral');
  does('referral', 'ask', 'zjj-head', { words: '有没有提取笔录？' });
}

// Two destinations of one report: each decided by itself, each a transfer of its own.
function several(start: Begin): void {
  const story = written(start, 'D3');
  story.does('referral', 'propose', 'zjj-officer1', { item: 'D6', receiver: 'SCJG', reason: '建议依法对资质作出处理' });
  story.take('v.working two destinations', 'referral');
  story.does('referral', 'drop', 'zjj-officer1', { proposal: 'p2' });
  story.does('referral', 'propose', 'zjj-officer2', { item: 'D6', receiver: 'SCJG', reason: '建议依法对资质作出处理' });
  for (const id of ['zjj-officer1', 'zjj-officer2']) story.does('referral', 'signReport', id);
  story.take('v.done several', 'referral');
  story.stage.at('2026-12-10T16:20:00+08:00');
  decide(story, 'approve');
  story.take('v.done second', 'referral');
  decide(story, 'refuse', { reason: '资质问题由本部门自行处理，不移送', proposal: 'p2' });
  story.take('v.decided one of two', 'referral');
}

// The Center verifies together with 市住建局, whose head has to consent before the Center's own may approve.
function together(start: Begin): void {
  const story = start();
  const id = 'c1-j-y';
  const on = (act: string, by: string, input: object = {}) => void story.stage.does({ kind: 'referral', id, act, by, input });
  story.stage.does({ kind: 'matter', id: 'c1', act: 'verify', by: 'ggzy-head', input: { co: ['ZJJ'] } });
  on('assign', 'ggzy-deputy', { people: ['zjj-officer1', 'zjj-officer2'] });
  for (const who of ['zjj-officer1', 'zjj-officer2']) on('declare', who, { tied: 'none' });
  on('write', 'zjj-officer1', { ...report, item: 'D3' });
  for (const who of ['zjj-officer1', 'zjj-officer2']) on('signReport', who);
  story.take('v.done joint', 'referral', id);
  on('join', 'zjj-head');
  story.take('v.done joined', 'referral', id);
}

function headRecused(start: Begin): void {
  const story = verified(start, 'D6');
  story.does('referral', 'raise', 'zjj-deputy', { person: 'zjj-officer3', source: 'party', relation: 'R4', why: '当事人申请其回避' });
  story.take('v.done recusal raised', 'referral');
  story.does('referral', 'sayRecusal', 'zjj-officer3', { stand: 'untied', why: '只参加过该项目的开标会，没有参与评审' });
  story.take('v.done recusal answered', 'referral');
  story.does('referral', 'decideRecusal', 'zjj-head', { person: 'zjj-officer3', agree: 'no' });
  story.does('referral', 'declare', 'zjj-head', { tied: 'recuse', relation: 'R1', why: '亲属在该单位任职' });
  story.take('v.done head recused', 'referral');
  story.does('referral', 'superior', 'zjj-deputy', { agree: 'yes', document: '鄂府办〔2026〕31号', decider: 'zjj-deputy' });
  story.take('v.done named decider', 'referral');
}

/** The head's decision on a destination. */
export function decide(story: Story, act: 'approve' | 'refuse' | 'back', input: object = {}): void {
  story.does('referral', act, 'zjj-head', { proposal: 'p1', ...input });
}

/** Every state of a transfer. */
export function transfers(start: Begin): void {
  const approved = (): Story => {
    const story = verified(start, 'D3');
    story.stage.at('2026-12-10T16:20:00+08:00');
    decide(story, 'approve');
    return story;
  };
  const delivery = { have: ['letter', 'report', 'things', 'other'], absent: { tests: '检验鉴定意见预计下周出具' } };
  const { stage, take, does } = approved();
  const taking = (name: string) => take(name, 'transfer');
  take('v.decided', 'referral');
  taking('t.approved');
  stage.at('2026-12-11T15:40:00+08:00');
  taking('t.approved last hour');
  stage.at('2026-12-11T17:00:00+08:00');
  taking('t.approved late');
  does('transfer', 'deliver', 'zjj-officer1', delivery);
  taking('t.sent');
  stage.at('2026-12-25T09:00:00+08:00');
  taking('t.sent late');
  does('transfer', 'attachReceipt', 'zjj-officer1', { id: 'f1', sha256: 'ab'.repeat(32) });
  taking('t.sent with image');
  const answered = (result: string, more: object = {}): Story => {
    const story = approved();
    story.does('transfer', 'deliver', 'zjj-officer1', delivery);
    story.stage.at('2026-12-14T10:00:00+08:00');
    story.does('transfer', 'receipt', 'zjj-officer1', { result, no: '鄂公（经）收〔2026〕7号', date: '2026-12-12', signer: '赵警官', words: '请补充资金往来材料', ...more });
    return story;
  };
  for (const result of ['supplement', 'returned', 'redirected'] as const) answered(result).take(`receipt ${result}`, 'transfer');
  const own = answered('returned');
  own.does('transfer', 'takeBack', 'zjj-head');
  own.take('t.closed', 'transfer');
  const filed = answered('accepted');
  filed.take('receipt accepted', 'transfer');
  filed.does('transfer', 'receipt', 'zjj-officer1', { result: 'filed', no: '鄂公立〔2026〕88号', signer: '赵警官' });
  filed.take('t.filed', 'transfer');
  filed.does('transfer', 'punish', 'zjj-officer1', { no: '鄂住建罚〔2026〕8号', date: '2026-12-14' });
  filed.take('t.filed penalty', 'transfer');
  filed.stage.at('2026-12-30T09:00:00+08:00');
  filed.take('t.filed late', 'transfer');
  filed.does('transfer', 'copied', 'zjj-officer1');
  filed.does('transfer', 'handOver', 'zjj-officer1');
  filed.take('t.filed handed over', 'transfer');
  filed.does('transfer', 'conclude', 'zjj-officer1', { no: '鄂检诉〔2027〕3号', words: '已移送审查起诉' });
  filed.take('t.done', 'transfer');
  const declined = answered('declined');
  declined.take('t.declined', 'transfer');
  declined.does('transfer', 'answer', 'zjj-officer1', { way: 'review' });
  declined.take('t.review', 'transfer');
  declined.does('transfer', 'reviewed', 'zjj-officer1', { result: 'upheld', no: '鄂公复〔2026〕2号' });
  declined.take('t.declined again', 'transfer');
}

/** A report that proposes no transfer. */
export function ownHandling(start: Begin): void {
  const story = verified(start, 'D0', '情节较轻，由本部门处理');
  story.take('v.done flagged', 'referral');
  decide(story, 'approve');
  story.take('v.closed by head', 'referral');
}
