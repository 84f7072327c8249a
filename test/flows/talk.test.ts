import { describe, expect, it } from 'vitest';
import { glance, wordsOf } from '../../scripts/tour/actor.ts';
import { countOf, hears, stageFor } from './stage.ts';

describe('talking to the bot', () => {
  const { stage, on } = stageFor('talk');
  const app = () => stage().env['FEISHU_APP_ID'] ?? '';

  it('greets once when somebody enters the chat, and not again', async () => {
    const who = stage().person('ggzy-staff2');
    await stage().client.open(who.id, app());
    await on('ggzy-staff2').sees('我是协同监督助手');
    await stage().client.open(who.id, app());
    await on('ggzy-staff2').says('帮助');
    await on('ggzy-staff2').sees('能帮您做什么');
    expect(await countOf(stage(), who, '我是协同监督助手')).toBe(1);
  });

  it('a question is answered with its basis and creates nothing', async () => {
    const asker = on('ggzy-staff3');
    await asker.says('转包归谁管');
    expect(wordsOf((await asker.sees('没有登记线索')).content)).toContain('转包');
    await asker.says('我报的');
    await asker.sees('还没有报过线索');
  });

  it('a vague remark gets at most two questions and no draft', async () => {
    const asker = on('ggzy-staff3');
    await asker.says('我觉得那个路的标有问题');
    await asker.sees('想先问两点');
  });

  it('a sticker is answered with what the bot can read', async () => {
    const who = stage().person('ggzy-staff3');
    await stage().client.send({ as: who.id, to: app(), type: 'sticker', content: { file_key: 'file_v3_x' } });
    await hears(stage(), who, '我看得懂文字、图片和文件');
  });

  it('files that come before any word are kept and asked about', async () => {
    const sender = on('ggzy-staff4');
    await sender.sends('现场照片.pdf', new TextEncoder().encode('照片'));
    await sender.sees('请说一句这是什么事');
    await sender.says('市本级“青格勒学校综合楼”施工标，三家的标书是同一个人做的，昨天接的电话');
    const card = await sender.sees('青格勒学校综合楼');
    expect(wordsOf(card.content)).toContain('附件 1 份');
  });

  it('a file too big for the platform is explained, and nothing breaks', async () => {
    const who = stage().person('ggzy-staff4');
    await stage().client.sendFile({ as: who.id, to: app(), name: '全部录像.mp4', bytes: new Uint8Array(10), kind: 'media', size: 300 * 1024 * 1024 });
    await hears(stage(), who, '文件超过 100 MB');
  });

  it('a recalled message takes its draft with it', async () => {
    const who = stage().person('ggzy-staff2');
    const message = await stage().client.say({ as: who.id, to: app(), text: '市本级“沙梁线公路养护工程”评标，朔砾路桥和岚戈建设串标，我亲眼看到的' });
    await on('ggzy-staff2').sees('沙梁线公路养护工程');
    await stage().client.act('recall', { as: who.id, message });
    await hears(stage(), who, '草稿已同时作废');
  });

  it('a message of 30,000 characters is read from its beginning and kept whole', async () => {
    const teller = on('wjw-handler1');
    await teller.says(`市本级“引黄灌区节水改造二期”中标的沄朔市政把活整个给了包工头，工人来说的。${'情况说明。'.repeat(6000)}`);
    await teller.sees('引黄灌区节水改造二期', { timeoutMs: 15_000 });
  });

  it('an incomplete form comes back with what was typed and the name of what is missing', async () => {
    const teller = on('gzw-handler1');
    await teller.says('“厂区道路硬化”把活拆成9份合同，每份不到200万，我亲眼看到的');
    await teller.sees(/还差|请核对/);
    const sentence = await teller.isRefused('补充', { form: { project: '厂区道路硬化（改过）' } });
    expect(sentence).toContain('市本级');
    const card = await stage().client.lastCard(teller.cast.id, (message) => glance(message.content).title.includes('还差'));
    expect(JSON.stringify(card?.content)).toContain('厂区道路硬化（改过）');
  });

  it('somebody outside every organ may report and is told whom to ask for more', async () => {
    const stranger = on('ggzy-staff1');
    await stranger.says('我的待办');
    await stranger.sees('现在没有需要您办理的事项');
  });
});
