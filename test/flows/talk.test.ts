import { describe, expect, it } from 'vitest';
import { partsOf, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { botOf, countOf, fromBot, hears, leadAbout, passes, quiet, registered, stageFor } from './stage.ts';

describe('talking to the bot', () => {
  const { stage, on } = stageFor('talk');
  const app = () => botOf(stage());
  const documents = async () => (await stage().app.store.search({ limit: 500 })).length;

  it('greets once when somebody enters the chat, and not again', async () => {
    const who = stage().person('ggzy-staff2');
    await stage().client.open(who.id, app());
    await on('ggzy-staff2').sees('我是协同监督助手');
    await stage().client.open(who.id, app());
    await on('ggzy-staff2').says('帮助');
    await on('ggzy-staff2').sees('能帮您做什么');
    await quiet(stage());
    expect(await countOf(stage(), who, '我是协同监督助手')).toBe(1);
  });

  it('a question is answered with its basis and creates nothing', async () => {
    const before = await documents();
    const asker = on('ggzy-staff3');
    await asker.says('转包归谁管');
    expect(wordsOf((await asker.sees('没有登记线索')).content)).toContain('转包');
    await asker.says('我报的');
    await asker.sees('还没有报过线索');
    await quiet(stage());
    expect(await documents()).toBe(before);
  });

  it('a vague remark gets at most two questions and no draft', async () => {
    const before = await documents();
    const asker = on('ggzy-staff3');
    await asker.says('我觉得那个路的标有问题');
    const card = await asker.sees('想先问');
    await quiet(stage());
    expect(wordsOf(card.content).match(/？/g)?.length ?? 0).toBeLessThanOrEqual(2);
    expect(partsOf(card.content).filter((part) => part.name)).toEqual([]);
    expect(await documents()).toBe(before);
  });

  it('a sticker is answered with what the bot can read', async () => {
    const who = stage().person('ggzy-staff3');
    await stage().client.send({ as: who.id, to: app(), type: 'sticker', content: { file_key: 'file_v3_x' } });
    const answer = await hears(stage(), who, '我看得懂文字、图片和文件。说「帮助」看我能做什么。');
    expect(answer.from.bot).toBe(true);
  });

  it('an empty @ in a group is answered one to one with the greeting, and the group hears nothing of it', async () => {
    const who = stage().person('ggzy-staff3');
    const { chat } = (await stage().client.act('group', { as: who.id, name: '闲聊群', people: [], apps: [app()] })) as { chat: string };
    await stage().client.say({ as: who.id, to: chat, text: '', mention: [app()] });
    await on('ggzy-staff3').sees('我是协同监督助手');
    await quiet(stage());
    expect((await fromBot(stage(), who, chat)).map((message) => message.type)).toEqual([]);
  });

  it('a recalled message takes its draft with it', async () => {
    const who = stage().person('ggzy-staff2');
    const message = await stage().client.say({ as: who.id, to: app(), text: leadAbout('沙梁线公路养护工程') });
    await on('ggzy-staff2').sees('沙梁线公路养护工程');
    await stage().client.act('recall', { as: who.id, message });
    await hears(stage(), who, '您撤回了刚才那条，草稿已同时作废。');
    const draft = (await stage().app.store.search({ text: '沙梁线公路养护工程', limit: 5 }))[0];
    expect(draft?.state).toBe('discarded');
  });

  it('a recalled draft loses its buttons, so that a second thought cannot register what was taken back', async () => {
    await quiet(stage());
    const card = await on('ggzy-staff2').sees(/草稿已作废|沙梁线公路养护工程/);
    expect(partsOf(card.content).filter((part) => part.tag === 'button').map((part) => part.text?.content)).not.toContain('确认登记');
  });

  it('what is registered stays when its message is recalled, and the sender is told how to withdraw', async () => {
    const who = stage().person('ggzy-warn');
    const message = await stage().client.say({ as: who.id, to: app(), text: leadAbout('罕台川治理工程') });
    await on('ggzy-warn').sees('罕台川治理工程');
    await on('ggzy-warn').taps('确认登记', { on: '罕台川治理工程' });
    await stage().client.act('recall', { as: who.id, message });
    await hears(stage(), who, '已登记的不能因撤回消息而删除');
    expect((await stage().app.store.search({ text: '罕台川治理工程', limit: 5 }))[0]?.state).toBe('registered');
  });

  it('words said within minutes of a draft are added to it, not made into a second one', async () => {
    const teller = on('fgw-officer1');
    await teller.says('市本级“灌区配套项目”中标的沄朔市政把活整个给了包工头，工人来说的');
    await teller.sees('灌区配套项目');
    await teller.says('对了，三个月没发工资，大概76万');
    await hears(stage(), teller.cast, '已补充到正在填的这一件');
    await quiet(stage());
    const found = await stage().app.store.search({ text: '灌区配套项目', limit: 9 });
    expect(found).toHaveLength(1);
    expect((found[0]?.data as Matter | undefined)?.words).toContain('三个月没发工资');
  });

  it('another project told after the registration is a matter of its own, and nobody is asked', async () => {
    const teller = on('fgw-officer2');
    const first = await registered(stage(), teller, '康巴什污水厂');
    const second = await registered(stage(), teller, '伊旗净水厂');
    expect(second.id).not.toBe(first.id);
    expect(second.no).not.toBe(first.no);
    expect(await countOf(stage(), teller.cast, '这件事您')).toBe(0);
  });

  it('the same story told again within a day is asked about and kept nowhere; [补充到这一件] adds it, [是另一件] makes a draft', async () => {
    const teller = on('fgw-officer2');
    const first = (await stage().app.store.search({ text: '康巴什污水厂', limit: 1 }))[0];
    const before = await documents();
    await teller.says('市本级“康巴什污水厂”那个标，两家的标书是同一个人做的，我还看到他们一起吃饭');
    const card = await teller.sees('这件事您 09:12 报过');
    expect(wordsOf(card.content)).toContain(first?.no);
    await quiet(stage());
    expect(await documents()).toBe(before);
    await teller.taps('补充到这一件', { on: '这件事您 09:12 报过' });
    await hears(stage(), teller.cast, `已补充到 ${first?.no}`);
    const added = (await stage().app.store.load('matter', first?.id ?? ''))?.data as Matter;
    expect(added.exchange.at(-1)?.words).toContain('一起吃饭');
    await passes(stage(), '2026-11-23T09:50:00+08:00');
    await teller.says(leadAbout('康巴什污水厂'));
    await teller.sees(/这件事您 09:12 报过[^]*来电人不愿留名字/);
    await teller.taps('是另一件', { on: /这件事您 09:12 报过[^]*来电人不愿留名字/ });
    await teller.sees('确认登记');
    expect(await documents()).toBe(before + 1);
  });

  it('an incomplete form comes back with what was typed and the name of what is missing', async () => {
    const teller = on('gzw-officer1');
    await teller.says('他们把一条路的活拆成9份合同，每份不到200万，我亲眼看到的');
    await teller.sees(/还差/);
    const sentence = await teller.isRefused('补充', { form: { project: '厂区道路硬化（路口到料场）' } });
    expect(sentence).toContain('市本级');
    const card = await teller.sees('还差');
    expect(partsOf(card.content).find((part) => part.name === 'project')?.default_value).toBe('厂区道路硬化（路口到料场）');
  });

  it('a draft may be kept with required fields empty, and is found again by 继续', async () => {
    const teller = on('gzw-officer1');
    const answer = await teller.taps('先存草稿', { on: '还差', form: { project: '厂区道路硬化（路口到料场）' } });
    expect(answer.toast?.content).toContain('已保存草稿');
    await teller.says('继续');
    await quiet(stage());
    expect(JSON.stringify((await teller.sees('还差')).content)).toContain('厂区道路硬化（路口到料场）');
  });

  it('what a person corrected on the card stays, whatever he says afterwards', async () => {
    const teller = on('gzw-officer1');
    await teller.says('对了，市本级的，已经付了430万');
    await hears(stage(), teller.cast, '已补充到正在填的这一件');
    await quiet(stage());
    const matter = (await stage().app.store.search({ text: '路口到料场', limit: 1 }))[0]?.data as Matter;
    expect(matter).toMatchObject({ project: '厂区道路硬化（路口到料场）', cityLevel: 'yes' });
  });

  it('no typed word changes a state', async () => {
    const teller = on('fgw-officer1');
    const before = (await stage().app.store.search({ text: '灌区配套项目', limit: 1 }))[0]?.state;
    await teller.says('确认登记');
    await hears(stage(), teller.cast, '要办理请在卡片上点');
    await quiet(stage());
    expect((await stage().app.store.search({ text: '灌区配套项目', limit: 1 }))[0]?.state).toBe(before);
  });
});
