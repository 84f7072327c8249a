import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPage } from '../../scripts/page.ts';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { quiet, stageFor } from '../flows/stage.ts';
import { openPlayer, type Player } from './player.ts';

describe('a matter played by hand at the page', { timeout: 90_000 }, () => {
  const { stage } = stageFor('browser');
  let player: Player;
  beforeAll(async () => {
    await buildPage();
    player = await openPlayer(stage().env['FEISHU_DOMAIN'] ?? '');
  }, 60_000);
  afterAll(() => player?.end());

  it('goes from a sentence in the chat to the department: registered, claimed, forwarded, signed', async () => {
    const zhao = await player.chooses(0, '赵敏');
    await zhao.enters('协同监督助手');
    await zhao.sees('我是协同监督助手');
    await zhao.says(sampleCases['C1']?.text ?? '');
    await zhao.sees('请核对线索信息');
    expect(await zhao.clicks('确认登记', '请核对线索信息')).toContain('已登记');
    await zhao.sees(/已登记.*XS-20261123-0001/s);

    const li = await player.follows('李娜');
    expect(await li.column.locator('.chat-head').innerText()).toContain('值班群');
    expect(await li.clicks('我来办', '新来件')).toContain('已领办');
    await li.enters('协同监督助手');
    await li.chooses('反馈时限', ['15 个工作日'], '分办');
    expect(await li.clicks('转办', '分办')).toContain('已转办');
    await zhao.sees(/已登记.*办理中/s);

    const wang = await player.follows('王磊');
    expect(await wang.clicks('签收', '举报件转办单')).toContain('已签收');
    await expect.poll(() => wang.column.locator('.file-box').first().getAttribute('download')).toMatch(/转办单\.docx$/);
  });

  it('is verified by two, who sign the same report, and approved by the head', async () => {
    const zhang = await player.follows('张海');
    await zhang.chooses('核实人员', ['刘洋', '其其格'], '指派核实人员');
    expect(await zhang.clicks('确认指派', '指派核实人员')).toMatch(/已指派/);

    const liu = await player.follows('刘洋');
    expect(await liu.clicks('无', '有无关系')).toContain('已声明');
    const qi = await player.follows('其其格');
    expect(await qi.clicks('无', '有无关系')).toContain('已声明');

    const report = '核实情况报告';
    await liu.chooses('核实结论', ['部分属实'], report);
    await liu.writes('查明事实', '经调阅投标文件、询问有关人员，查明反映的主要情况部分属实。', report);
    await liu.writes('法律适用', '招标投标法实施条例有关条款', report);
    await liu.chooses('建议去向', ['公安机关'], report);
    await liu.chooses('受移送机关', ['市公安局'], report);
    await liu.writes('理由', '根据查明的事实和第十一条提出建议。', report);
    expect(await liu.clicks('保存并核对', report)).toContain('已保存');
    await qi.sees(/核实情况报告.*签名 0\/2/s);
    expect(await player.findings()).toEqual([]);
    expect(await qi.clicks('签名', report)).toContain('已签名');
    expect(await liu.clicks('签名', report)).toContain('已签名');

    const head = await player.follows('巴特尔');
    const approval = await head.sees('移送审批');
    const aboveView = () => approval.evaluate((card) => (card.closest('.flow')?.getBoundingClientRect().top ?? 0) - card.getBoundingClientRect().top);
    expect(await aboveView()).toBeLessThanOrEqual(0);
    expect(await head.clicks('批准移送', '移送审批')).toContain('已批准');
    await head.sees(/移送审批.*已批准.*巴特尔.*批准移送市公安局/s);
    await liu.sees(/内完成移送.*移送市公安局/s);
  });

  it('brings news to the one who must act when the clock is moved on', async () => {
    await player.chooses(0, '赵敏');
    await player.chooses(1, '李娜');
    await player.page.getByRole('button', { name: '快进' }).click();
    await player.page.getByRole('button', { name: '整整 1 天后' }).click();
    await player.page.getByRole('button', { name: '直接到' }).click();
    const liu = await player.follows('刘洋');
    await liu.sees(/移送/);
    await expect.poll(() => player.page.locator('.clock-now').innerText()).toContain('11月24日');
  });

  it('broke no rule of the platform', async () => {
    await quiet(stage());
    expect((await stage().client.breaches()).entries.map((entry) => `${entry.title}: ${entry.breaches.join()}`)).toEqual([]);
  });
});
