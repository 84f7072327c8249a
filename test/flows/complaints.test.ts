import { describe, expect, it } from 'vitest';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { play } from '../../scripts/tour/play.ts';
import type { Complaint } from '../../src/domain/complaint/complaint.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { chooses, countOf, fromBot, hears, passes, quiet, saidIn, stageFor } from './stage.ts';

const liveRules = (doc: Document) => doc.clocks.filter((clock) => !clock.stoppedAt).map((clock) => clock.rule);

describe('a complaint on a procurement, from the first words to the decision', () => {
  const { stage, on } = stageFor('complaint-c2');

  it('is corrected once, accepted, its project paused, and decided by the department that may', async () => {
    const played = await play(stage(), sampleCases['C2']?.text ?? '');
    expect(played.no).toMatch(/^TS-\d{8}-\d{4}$/);
    expect([played.organs, played.result, played.breaches]).toEqual([['CZJ'], '已作出投诉处理决定：部分成立', 0]);
  }, 120_000);

  it('D14 began it: who accepts it, that the Center cannot, and until when', async () => {
    const said = await hears(stage(), on('ggzy-staff1').cast, '这像是投诉');
    expect(saidIn(said)).toContain('投诉由市财政局受理，中心不能代为受理，会转交并书面告知您。投诉有期限：答复期满（11月16日）后 15 个工作日，到 12月7日（周一）。');
  });

  it('the complainant has one live card of it, the letter that names the department, and one decision', async () => {
    await quiet(stage());
    const got = (await fromBot(stage(), on('ggzy-staff1').cast)).map((message) => ({ said: saidIn(message), stale: saidIn(message).includes('该卡片已失效') }));
    expect(got.filter(({ said, stale }) => said.startsWith('投诉　TS-') && !stale)).toHaveLength(1);
    expect(got.filter(({ said }) => said.includes('投诉转送告知书'))).toHaveLength(1);
    expect(got.filter(({ said }) => said.includes('办理结果'))).toHaveLength(0);
  });

  it('leaves nothing running', async () => {
    const docs = (await stage().app.store.search({ limit: 50 })).filter((doc) => doc.kind === 'complaint' || doc.kind === 'matter');
    expect(docs.map((doc) => [doc.kind, doc.state]).sort((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([['complaint', 'decided'], ['matter', 'closed']]);
    for (const doc of docs) expect([doc.kind, liveRules(doc), doc.alarms]).toEqual([doc.kind, [], []]);
  });
});

describe('a complaint on a tender', () => {
  const { stage, on } = stageFor('complaint-tender');
  const told = (project: string, more = '') => `我公司参加了市本级“${project}”施工投标，排名第二，中标候选人的业绩证明是伪造的，11月20日公示后提出异议，11月21日招标人答复不认可，请求重新评审。${more}`;
  const complaints = async () => (await stage().app.store.search({ kind: 'complaint', limit: 20 })) as Document<Complaint>[];
  const onProject = async (project: string) => (await complaints()).filter(({ data }) => data.brief.title.includes(project));

  async function lodge(who: string, project: string, organ: string, reason = ''): Promise<string> {
    const complainant = on(who);
    await complainant.says(told(project));
    await complainant.sees(new RegExp(project));
    await complainant.taps('确认登记', { on: new RegExp(project) });
    const no = /TS-\d{8}-\d{4}/.exec(wordsOf((await complainant.sees(new RegExp(`已登记[^]*${project}`))).content))?.[0] ?? '';
    const clerk = on('ggzy-clerk1');
    await clerk.taps('我来办', { on: new RegExp(`新来件.*${no}`) });
    await clerk.sees(new RegExp(`分办.*${no}`));
    await clerk.taps('转办', { on: new RegExp(`分办.*${no}`), form: { organ, reason } });
    await quiet(stage());
    return no;
  }

  it('reaches the Center with 转办 and 会商 alone, and the department that may accept it with its own limit', async () => {
    const no = await lodge('ggzy-staff1', '青格勒学校综合楼', 'ZJJ');
    const asked = await on('zjj-liaison').sees(new RegExp(`投诉.*${no}[^]*与本案各方有无关系`));
    expect(wordsOf(asked.content)).not.toContain('业绩证明');
    await on('zjj-liaison').taps('无', { on: new RegExp(`投诉.*${no}[^]*与本案各方有无关系`) });
    const card = await on('zjj-liaison').sees(new RegExp(`投诉.*${no}[^]*投诉内容`));
    expect(wordsOf(card.content)).toContain('请于 11月26日（周四）前决定是否受理');
    expect(glance(card.content).buttons).toEqual(expect.arrayContaining(['受理', '不予受理']));
    expect(glance(card.content).buttons).not.toContain('要求补正');
    expect((await onProject('青格勒'))[0]?.clocks.map(({ rule }) => rule)).toEqual(['T15']);
  });

  it('is not accepted while one of the four checks is open, and what was typed stays', async () => {
    const liaison = on('zjj-liaison');
    await liaison.taps('受理', { on: /投诉.*TS-/ });
    expect(await liaison.isRefused('受理', { on: '逐项核对后受理', form: { complainant: '朔砾路桥', respondent: '青格勒学校', checks: ['standing', 'time'] } })).toContain('署名、签字（盖章）和联系方式齐全');
    expect(JSON.stringify((await liaison.sees('逐项核对后受理')).content)).toContain('朔砾路桥');
    await liaison.taps('受理', { on: '逐项核对后受理', form: { complainant: '朔砾路桥', respondent: '青格勒学校', checks: ['standing', 'time', 'prior', 'signed'] } });
    await quiet(stage());
    expect(liveRules((await onProject('青格勒'))[0] as Document)).toEqual(['T16']);
  });

  it('stands still while something is examined, and the four working days between do not count', async () => {
    const liaison = on('zjj-liaison');
    const due = async () => (await onProject('青格勒'))[0]?.clocks.find(({ rule }) => rule === 'T16')?.due.dueDate;
    const before = await due();
    await chooses(stage(), liaison, '鉴定中止', /作出处理决定/);
    await liaison.taps('鉴定中止', { on: '期间不计入期限', form: { ground: 'appraisal', document: '鄂鉴委〔2026〕12号' } });
    await passes(stage(), '2026-11-27T10:00:00+08:00');
    await liaison.taps('恢复办理', { on: '鉴定期间不计入期限' });
    await quiet(stage());
    expect([before, await due()]).toEqual(['2027-01-05', '2027-01-11']);
  });

  it('is not withdrawn where a plain violation was found; invented evidence is dismissed (条例61条3款, EYTS)', async () => {
    const [complainant, liaison] = [on('ggzy-staff1'), on('zjj-liaison')];
    await chooses(stage(), complainant, '撤回投诉', /^投诉.*TS-/);
    await complainant.taps('撤回', { on: '撤回理由', form: { reason: '与招标人达成一致' } });
    await liaison.taps('不准撤回', { on: '请决定是否准予撤回' });
    await liaison.taps('不准撤回', { on: '已查实有明显违法行为的', form: { reason: '已查实所附检测报告系伪造' } });
    await complainant.sees(/撤回未获准许/);
    await liaison.taps('作出决定', { on: /请于.*作出处理决定/ });
    await liaison.taps('作出决定', { on: '书面处理决定', form: { result: 'dismissed', ground: 'forged', facts: '经鉴定，投诉所附检测报告系伪造。', basis: '招标投标法实施条例61条3款', remedies: '可自收到之日起 60 日内申请行政复议' } });
    await complainant.sees(/驳回投诉/);
    await quiet(stage());
    const decided = (await onProject('青格勒'))[0];
    expect([decided?.state, decided?.data.decision.ground, liveRules(decided as Document)]).toEqual(['decided', 'forged', []]);
    expect(await countOf(stage(), liaison.cast, '投诉处理决定书.docx')).toBe(1);
  });

  it('that belongs elsewhere comes back to the Center, whose clerk sends it on to the department named', async () => {
    const no = await lodge('ggzy-staff2', '康巴什体育馆教学楼', 'ZJJ');
    const liaison = on('zjj-liaison');
    await liaison.taps('无', { on: new RegExp(`投诉.*${no}[^]*与本案各方有无关系`) });
    await chooses(stage(), liaison, '告知向他部门投诉', new RegExp(`投诉.*${no}`));
    await liaison.taps('告知向他部门投诉', { on: '告知有权部门', form: { organ: 'JTJ', words: '项目为公路附属房屋' } });
    await quiet(stage());
    const card = await on('ggzy-clerk1').sees(new RegExp(`分办.*${no}`));
    expect(wordsOf(card.content)).toContain('建议转：市交通局');
    await on('ggzy-clerk1').taps('转办', { on: new RegExp(`分办.*${no}`), form: { organ: 'JTJ' } });
    await quiet(stage());
    const matter = (await stage().app.store.byNo(no)) as Document<Matter>;
    expect(matter.data.complaints.map(({ organ, state }) => [organ, state])).toEqual([['ZJJ', 'redirected'], ['JTJ', 'received']]);
  });

  it('that was made at two departments stays with the first to receive it (条例61条)', async () => {
    await lodge('ggzy-staff3', '伊旗中学教学楼', 'ZJJ');
    await passes(stage(), '2026-11-30T10:00:00+08:00');
    await lodge('ggzy-staff3', '伊旗中学教学楼', 'FGW', '发改委审批的项目');
    const states = Object.fromEntries((await onProject('伊旗中学')).map(({ state, data }) => [data.organ, state]));
    expect(states).toEqual({ ZJJ: 'received', FGW: 'merged' });
    expect(wordsOf((await on('fgw-liaison').sees(/由先收到的/)).content)).toContain('市住建局');
    await on('zjj-liaison').taps('无', { on: /投诉.*TS-[^]*与本案各方有无关系/ });
    await on('zjj-liaison').sees(/后收到的 TS-\d{8}-\d{4} 已并入本件/);
  });
});

describe('a message that tells a complaint and something else', () => {
  const { stage, on } = stageFor('complaint-two');

  it('D5 becomes two matters, one after the other, each of which names the other to its sender and to the Center', async () => {
    const sender = on('ggzy-staff1');
    await sender.says('我公司参加了市本级“青格勒学校综合楼”施工投标，评标办法排斥外地企业，请求重新评审。另外，听说沄朔市政在别的标里把活整个转包给了包工头。');
    await sender.taps('分成 2 件', { on: '这段话里像是 2 件事' });
    await quiet(stage());
    await sender.sees(/第 1 件，共 2 件/);
    await sender.taps('确认登记', { on: /第 1 件，共 2 件/ });
    const second = await sender.sees(/第 2 件，共 2 件/);
    const ready = glance(second.content).buttons.includes('确认登记');
    await sender.taps(ready ? '确认登记' : '补充', { on: /第 2 件，共 2 件/, ...(ready ? {} : { form: { source: 'heard' } }) });
    await quiet(stage());
    const matters = ((await stage().app.store.search({ kind: 'matter', limit: 9 })) as Document<Matter>[]).toSorted((a, b) => a.data.piece.localeCompare(b.data.piece));
    const numbers = matters.map(({ no }) => no);
    expect(matters.map(({ data }) => [data.kind === 'complaint', data.piece, data.linked.map(({ no }) => no)])).toEqual([[true, 'first', [numbers[1]]], [false, 'second', [numbers[0]]]]);
    const clerk = on('ggzy-clerk1');
    for (const [index, no] of numbers.entries()) {
      await clerk.taps('我来办', { on: new RegExp(`新来件.*${no}`) });
      expect(wordsOf((await clerk.sees(new RegExp(`分办.*${no}`))).content)).toContain(`关联来件 ${numbers[1 - index]}`);
      await sender.sees(new RegExp(`已登记　${no}[^]*关联来件 ${numbers[1 - index]}`));
    }
  });

  it('a department that knows who complains is not told of the report: nothing of it is in its document or on its card', async () => {
    const complaint = ((await stage().app.store.search({ kind: 'matter', limit: 9 })) as Document<Matter>[]).find(({ data }) => data.kind === 'complaint');
    await on('ggzy-clerk1').taps('转办', { on: new RegExp(`分办.*${complaint?.no}`), form: { organ: 'ZJJ', reason: '房屋建筑由住建部门监督' } });
    await quiet(stage());
    const own = (await stage().app.store.search({ kind: 'complaint', limit: 9 }))[0];
    const card = await on('zjj-liaison').sees(new RegExp(`投诉.*${complaint?.no}`));
    for (const text of [JSON.stringify(own?.data), wordsOf(card.content)]) expect(text).not.toMatch(/转包|沄朔|关联来件|XS-/);
  });

  it('D5 two projects in one message become two matters, each with its own project and problems', async () => {
    const sender = on('ggzy-staff3');
    await sender.says('市本级“节水改造二期”中标的沄朔市政把活转包了，工人工资也没发，衬砌板一冬天就裂了。市本级“档案设备采购”参数只有一个品牌能满足。');
    expect(wordsOf((await sender.sees('这段话里像是 2 件事')).content)).toMatch(/① 节水改造二期（.*② 档案设备采购（/s);
    await sender.taps('分成 2 件', { on: '这段话里像是 2 件事' });
    await sender.sees(/第 1 件，共 2 件[^]*节水改造二期|节水改造二期[^]*第 1 件，共 2 件/);
    await quiet(stage());
    const drafts = ((await stage().app.store.search({ kind: 'matter', limit: 9 })) as Document<Matter>[]).filter(({ state }) => state === 'draft');
    expect([drafts.length, Object.fromEntries(drafts.map(({ data }) => [data.project, data.violations]))]).toEqual([2, { 档案设备采购: ['PC'], 节水改造二期: ['ZB', 'TQZ', 'ZL'] }]);
  });
});
