import { describe, expect, it } from 'vitest';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import { botOf, fromBot, hears, leadAbout, passes, quiet, registered, saidIn, stageFor } from './stage.ts';

describe('what the bot says, by the table of dialogues', () => {
  const { stage, on } = stageFor('dialogues');
  const app = () => botOf(stage());

  /** Who says what, and what he is then told, word for word; `card` where it stands on a card. */
  const said: readonly { no: string; who: string; words: string; told?: string; card?: string }[] = [
    { no: 'D13', who: 'ggzy-staff2', words: '我想匿名', told: '这里是保密受理：系统知道您的账号，办理人员看不到。要完全匿名' },
    { no: 'D13', who: 'ggzy-staff2', words: '可以匿名举报吗', told: '这里是保密受理' },
    { no: 'D11', who: 'ggzy-staff3', words: '达旗的项目，“树林召供水管网改造”中标的沄朔市政把活整个给了一个包工头，我亲眼看到的', card: '达拉特旗' },
    { no: 'D15', who: 'ggzy-staff4', words: '撤了吧', told: '没有可以撤回的件' },
    { no: 'D16', who: 'ggzy-staff4', words: '我的待办', card: '我的待办' },
  ];
  it.each(said)('$no 「$words」', async ({ who, words, told, card }) => {
    await on(who).says(words);
    if (told) await hears(stage(), on(who).cast, told);
    if (card) await on(who).sees(card);
    await quiet(stage());
    expect((await fromBot(stage(), on(who).cast)).map(saidIn).join('\n')).toContain(told ?? card);
  });

  it('D3 who has said it three times reads how his matters stand, and is asked for what is new', async () => {
    await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼');
    await on('ggzy-staff1').says('说了三回了，你们到底管不管');
    const words = wordsOf((await on('ggzy-staff1').sees('您此前报过 1 件')).content);
    expect(words).toContain('如果是新的情况，请直接说，我记下来。');
    expect(words).not.toContain('请冷静');
  });

  it('D7 a recording is kept with its length, and words are asked for', async () => {
    const who = stage().person('fgw-officer2');
    await on('fgw-officer2').sends('录音.opus', new Uint8Array([1, 2, 3]), { kind: 'audio' });
    await hears(stage(), who, '我现在不能听语音，请补一两句文字：什么项目、什么事。');
    expect((await fromBot(stage(), who)).map(saidIn).join()).toContain('语音已作为附件保存');
  });

  it('D9 who reports is said in a group: the group hears one sentence, he alone is asked to take it back', async () => {
    const who = stage().person('gzw-officer1');
    const { chat } = (await stage().client.act('group', { as: who.id, name: '招采监督工作群', people: [], apps: [app()] })) as { chat: string };
    await stage().client.say({ as: who.id, to: chat, text: '举报人是张某，电话13812345678', mention: [app()] });
    await on('gzw-officer1').sees('请尽快撤回');
    await quiet(stage());
    expect((await fromBot(stage(), who, chat)).map((message) => JSON.stringify(message.content))).toEqual([expect.stringContaining('已收到，请看单聊。')]);
  });

  it('D10 danger: 110 first, the duty people hear of it without who says so, and after half an hour of silence he is asked', async () => {
    const who = on('czj-officer1');
    await who.says('市本级“康巴什体育馆”施工标，他们带人堵在开标室门口，说谁投谁挨打');
    const card = await who.sees('请立即拨打 110');
    expect(glance(card.content).buttons).toEqual(['已报警', '没有危险，照常登记']);
    expect(wordsOf(card.content)).toContain('市交易中心值班');
    await hears(stage(), stage().person('ggzy-clerk1'), '有人反映可能有人身危险');
    await quiet(stage());
    for (const duty of ['ggzy-clerk1', 'ggzy-clerk2', 'zjj-backup']) {
      const heard = (await fromBot(stage(), stage().person(duty))).map((message) => JSON.stringify(message.content)).join();
      for (const trace of [who.cast.name, who.cast.id]) expect(heard, duty).not.toContain(trace);
    }
    await passes(stage(), '2026-11-23T10:20:00+08:00');
    const asked = await who.sees('您现在安全吗');
    expect(glance(asked.content).buttons).toEqual(['安全', '需要联系我']);
    await who.taps('需要联系我', { on: '您现在安全吗' });
    await hears(stage(), who.cast, '已告知值班您需要帮助');
    await hears(stage(), stage().person('ggzy-clerk1'), '反映人请求帮助');
  });

  it('D10 whoever said a word meanwhile is not asked again, and is registered with the time of his first message', async () => {
    const who = on('czj-officer2');
    await who.says('市本级“伊旗净水厂”施工标，有人拿着棍子在开标室门口威胁投标人，说谁投谁挨打');
    await who.sees('请立即拨打 110');
    await who.taps('没有危险，照常登记', { on: '请立即拨打 110' });
    await hears(stage(), who.cast, '时间按您第一条消息算');
    const first = (await stage().app.store.search({ text: '伊旗净水厂', limit: 1 }))[0]?.createdAt;
    await passes(stage(), '2026-11-23T11:30:00+08:00');
    expect((await fromBot(stage(), who.cast)).map(saidIn).join()).not.toContain('您现在安全吗');
    await who.says('对了，那几个人是沄朔市政的');
    await hears(stage(), who.cast, '已补充到正在填的这一件');
    expect((await stage().app.store.search({ text: '伊旗净水厂', limit: 5 })).map((doc) => doc.createdAt)).toEqual([first]);
  });

  it('D16 a registered matter stays when its message is recalled, and he is told the word by which it is taken back', async () => {
    const who = stage().person('ggzy-warn');
    const message = await stage().client.say({ as: who.id, to: app(), text: leadAbout('罕台川治理工程') });
    await on('ggzy-warn').sees('罕台川治理工程');
    await on('ggzy-warn').taps('确认登记', { on: '罕台川治理工程' });
    await stage().client.act('recall', { as: who.id, message });
    expect(saidIn(await hears(stage(), who, '要撤回线索'))).toContain('已登记的不能因撤回消息而删除；要撤回线索，请说「撤回」。');
  });
});
