import { describe, expect, it } from 'vitest';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import { createActor } from '../../scripts/tour/actor.ts';
import { botOf, forwarded, fromBot, hears, quiet, registered, stageFor } from './stage.ts';

describe('asking about matters', () => {
  const { stage, on } = stageFor('lookup');
  const project = '青格勒学校综合楼';
  let no = '';

  it('a registered matter waits for the clerks of the Center', async () => {
    const matter = await registered(stage(), on('ggzy-staff1'), project);
    no = matter.no;
    await quiet(stage());
    const clerk = on('ggzy-clerk2');
    await clerk.says('我的待办');
    expect(wordsOf((await clerk.sees('我的待办')).content)).toContain(`转办　${no}`);
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
  });

  it('a forwarded matter waits for the liaison, and no longer for the clerk', async () => {
    const liaison = on('zjj-liaison');
    await liaison.says('我的待办');
    expect(wordsOf((await liaison.sees('我的待办')).content)).toContain(`签收　${no}`);
    const clerk = on('ggzy-clerk1');
    await clerk.says('我的待办');
    await clerk.sees('现在没有需要您办理的事项');
  });

  it('the reporter finds his matter under 我报的, with what comes next', async () => {
    const reporter = on('ggzy-staff1');
    await reporter.says('我报的');
    const words = wordsOf((await reporter.sees(/我报的　1 件/)).content);
    expect(words).toContain(no);
    expect(words).toContain('预计');
  });

  it('whoever is entitled finds a matter by its number, by its project and by the end of its number', async () => {
    for (const [who, query] of [['ggzy-clerk1', no], ['zjj-liaison', project], ['ggzy-staff1', project], ['ggzy-clerk1', no.slice(-4)]] as const) {
      const actor = on(who);
      const before = (await fromBot(stage(), actor.cast)).length;
      await actor.says(`查 ${query}`);
      await expect.poll(async () => (await fromBot(stage(), actor.cast)).length, { timeout: 10_000 }).toBeGreaterThan(before);
      await quiet(stage());
      const answer = (await fromBot(stage(), actor.cast)).at(-1);
      expect(wordsOf(answer?.content), `${who} asks for ${query}`).toContain(no);
    }
  });

  it('whoever is not entitled gets 未找到, by the same card as for what does not exist', async () => {
    const stranger = on('slj-liaison');
    const looks: { title: string; buttons: string[]; rest: string }[] = [];
    for (const query of [no, 'XS-20990101-9999', project, '没有这个项目']) {
      const before = (await fromBot(stage(), stranger.cast)).length;
      await stranger.says(`查 ${query}`);
      await expect.poll(async () => (await fromBot(stage(), stranger.cast)).length, { timeout: 10_000 }).toBe(before + 1);
      const answer = (await fromBot(stage(), stranger.cast)).at(-1);
      const look = glance(answer?.content);
      looks.push({ title: look.title, buttons: look.buttons, rest: wordsOf(answer?.content).replaceAll(query, '…') });
    }
    expect(looks[0]?.rest).toContain('未找到：…');
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(1);
  });

  it('a forwarded card tapped by a stranger opens nothing', async () => {
    const matter = await stage().app.store.byNo(no);
    const stranger = stage().person('slj-liaison');
    await stage().app.store.inbox.add({
      id: 'ask-stranger', what: 'menu', openId: stranger.id, chat: '', chatType: 'p2p', type: 'open', content: `forward|${matter?.id}-f-zjj|forward|`, mentioned: true, parent: '', at: stage().app.deps.now().toISOString(),
    });
    await hears(stage(), stranger, '未找到');
    await quiet(stage());
    expect((await fromBot(stage(), stranger)).filter((message) => wordsOf(message.content).includes('转办单'))).toEqual([]);
  });

  it('somebody outside every organ may report and look at what he reported, and is told whom to ask for more', async () => {
    const { client } = stage();
    const city = await client.city({
      tenant: '鄂尔多斯市', apps: [], departments: [{ code: 'QY', name: '某企业', people: [{ userId: 'qy-worker', name: '乔木', title: '技术员', email: 'qy-worker@xietong.example' }] }],
    });
    const id = city.people.find((person) => person.userId === 'qy-worker')?.id ?? '';
    const outsider = createActor(stage(), { id, name: '乔木', organ: 'QY', title: '技术员' }, () => undefined);
    await client.open(id, botOf(stage()));
    await registered(stage(), outsider, '外人报的项目');
    await outsider.says('我的待办');
    await hears(stage(), outsider.cast, '您还没有登记为工作人员，可以报线索、查自己的件；要办理案件请联系管理员 田野。');
    await outsider.says('我报的');
    expect(wordsOf((await outsider.sees('我报的　1 件')).content)).toContain('外人报的项目');
  });
});

describe('asking what is competent', () => {
  const { stage, on } = stageFor('basis');

  it('「/依据 串通投标」 answers with articles, organ, receiving organ, papers and limits, and creates nothing', async () => {
    const asker = on('ggzy-staff1');
    await asker.says('/依据 串通投标');
    const card = wordsOf((await asker.sees(/围标串标：归谁管/)).content);
    for (const said of ['招标投标法实施条例', '各类项目归谁管', '第十一条（三）市公安局', '移送审批表', '24 小时', '这是说明，没有登记线索']) expect(card).toContain(said);
    expect(await stage().app.store.search({ kind: 'matter', limit: 1 })).toEqual([]);
  });

  it('换个问题 offers every problem and every kind of project to choose from', async () => {
    const asker = on('ggzy-staff1');
    await asker.taps('换个问题', { on: /围标串标：归谁管/ });
    const card = await asker.sees(/请说是什么问题/);
    const elements = (card.content as { body: { elements: { tag: string }[] } }).body.elements;
    await asker.taps(['body', 'elements', elements.findIndex((element) => element.tag === 'select_static')], { on: /请说是什么问题/, option: 'TQZ|' });
    expect(wordsOf((await asker.sees(/拖欠农民工工资：归谁管/)).content)).toContain('市人社局');
  });
});
