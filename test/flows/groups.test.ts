import { describe, expect, it } from 'vitest';
import { botOf, fromBot, hears, leadAbout, quiet, saidIn, stageFor } from './stage.ts';

describe('the bot in a group', () => {
  const { stage, on } = stageFor('groups');
  const group = async (name: string) => {
    const { client } = stage();
    const who = stage().person('ggzy-staff1');
    const other = stage().person('ggzy-staff2');
    const { chat } = (await client.act('group', { as: who.id, name, people: [other.id], apps: [botOf(stage())] })) as { chat: string };
    return { who, other, chat };
  };

  it('a lead told to the bot in a group is answered there with one sentence, and with the card one to one', async () => {
    const { who, other, chat } = await group('招采监督工作群');
    await stage().client.say({ as: who.id, to: chat, text: leadAbout('青格勒学校综合楼'), mention: [botOf(stage())] });
    const card = await on('ggzy-staff1').sees('青格勒学校综合楼');
    await quiet(stage());
    expect(card.chat).not.toBe(chat);
    expect((await fromBot(stage(), other, chat)).map(saidIn)).toEqual(['{"text":"已收到，请看单聊。"}']);
    expect((await fromBot(stage(), other)).filter((message) => saidIn(message).includes('青格勒'))).toEqual([]);
  });

  it('a question in a group is answered there with the same sentence and nothing of its content', async () => {
    const { who, other, chat } = await group('提问群');
    await stage().client.say({ as: who.id, to: chat, text: '这样串通投标的事归谁管，要多久才有结果呢，我们几个都想知道', mention: [botOf(stage())] });
    await on('ggzy-staff1').sees('没有登记线索');
    await quiet(stage());
    expect((await fromBot(stage(), other, chat)).map(saidIn)).toEqual(['{"text":"已收到，请看单聊。"}']);
  });

  it('a list asked for in a group comes one to one', async () => {
    const { who, other, chat } = await group('待办群');
    await stage().client.say({ as: who.id, to: chat, text: '我报的', mention: [botOf(stage())] });
    await on('ggzy-staff1').sees(/我报的/);
    await quiet(stage());
    expect((await fromBot(stage(), other, chat)).filter((message) => message.type === 'interactive')).toEqual([]);
  });

  it('what people say to each other in a group is not answered', async () => {
    const { who, other, chat } = await group('闲聊群');
    const before = (await fromBot(stage(), who)).length;
    await stage().client.say({ as: other.id, to: chat, text: leadAbout('闲聊中的项目') });
    await quiet(stage());
    expect((await fromBot(stage(), who)).length).toBe(before);
    expect(await stage().app.store.search({ text: '闲聊中的项目', limit: 1 })).toEqual([]);
  });

  it('a reporter named in a group is pointed out to the sender alone, and nothing is registered', async () => {
    const { who, other, chat } = await group('核查群');
    const message = await stage().client.say({ as: who.id, to: chat, text: '举报人是张某某，电话 13812345678，住在康巴什，他说评标有人打招呼', mention: [botOf(stage())] });
    const card = await on('ggzy-staff1').sees('请尽快撤回');
    await quiet(stage());
    expect(card.chat).not.toBe(chat);
    expect((await fromBot(stage(), other, chat)).map(saidIn)).toEqual(['{"text":"已收到，请看单聊。"}']);
    expect(await stage().app.store.search({ text: '张某某', limit: 1 })).toEqual([]);
    await stage().client.act('recall', { as: who.id, message });
    await hears(stage(), who, '已撤回，谢谢');
  });

  it('a reporter named in a group without addressing the bot is pointed out one to one, and the group hears nothing', async () => {
    const { other, chat } = await group('转述群');
    await stage().client.say({ as: other.id, to: chat, text: '举报人是李某某，电话 13987654321，他来中心说了围标的事' });
    await on('ggzy-staff2').sees('请尽快撤回');
    await quiet(stage());
    expect(await fromBot(stage(), other, chat)).toEqual([]);
  });
});
