import { describe, expect, it } from 'vitest';
import { glance, partsOf, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { botOf, fromBot, hears, leadAbout, quiet, saidIn, stageFor } from './stage.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('files and long words', () => {
  const { stage, on } = stageFor('files');
  const matterOf = async (text: string) => (await stage().app.store.search({ kind: 'matter', text, limit: 1 }))[0]?.data as Matter;

  it('files that come before any word are kept, asked about once, and belong to the words that follow', async () => {
    const sender = on('ggzy-staff4');
    await sender.sends('现场照片.pdf', bytes('照片'));
    await sender.sees('请说一句这是什么事');
    await sender.sends('来信扫描.pdf', bytes('来信'));
    await quiet(stage());
    expect((await fromBot(stage(), sender.cast)).filter((message) => saidIn(message).includes('请说一句这是什么事'))).toHaveLength(1);
    await sender.says(leadAbout('青格勒学校综合楼'));
    await quiet(stage());
    const card = await sender.sees('青格勒学校综合楼');
    expect(wordsOf(card.content)).toContain('附件 2 份');
    expect((await matterOf('青格勒学校综合楼')).files.map((file) => file.name)).toEqual(['现场照片.pdf', '来信扫描.pdf']);
  });

  it('a received file gets a reaction at once', async () => {
    const sender = on('ggzy-staff4');
    const mine = (await stage().client.messages(sender.cast.id, { limit: 200 })).filter((message) => message.type === 'file' && !message.from.bot);
    expect(mine.map((message) => message.reactions.map((reaction) => reaction.emoji))).toEqual([['OK'], ['OK']]);
  });

  it('a file keeps its bytes and its checksum', async () => {
    const [file] = (await matterOf('青格勒学校综合楼')).files;
    const kept = await stage().app.store.files.get(file?.id ?? '');
    expect(kept.bytes.toString()).toBe('照片');
    expect(kept.file.sha256).toBe(file?.sha256);
  });

  it('a file too big for the platform is explained, and nothing is attached', async () => {
    const who = stage().person('ggzy-staff4');
    await stage().client.sendFile({ as: who.id, to: botOf(stage()), name: '全部录像.mp4', bytes: new Uint8Array(10), kind: 'media', size: 300 * 1024 * 1024 });
    await hears(stage(), who, '文件超过 100 MB，飞书不允许我取回。请分开发，或交到中心，由值班登记原件。');
    await quiet(stage());
    expect((await matterOf('青格勒学校综合楼')).files).toHaveLength(2);
  });

  it('a file that comes while a form is open is attached and leaves the form as it is', async () => {
    const teller = on('fgw-officer3');
    await teller.says('“引黄灌区节水改造二期”中标的沄朔市政把活整个给了包工头，我亲眼看到的');
    const form = await teller.sees(/还差/);
    await teller.sends('工地照片.pdf', bytes('工地'));
    await teller.sees('附件已收到');
    await quiet(stage());
    const still = (await stage().client.messages(teller.cast.id, { limit: 50 })).find((message) => message.id === form.id);
    expect(still?.revision).toBe(form.revision);
    expect(still?.content).toEqual(form.content);
    await teller.taps('补充', { on: /还差/, form: { cityLevel: 'yes' } });
    const receipt = await teller.sees(/已登记/);
    expect(wordsOf(receipt.content)).toContain('附件 1 份');
  });

  it('a file taken out can be put back', async () => {
    const sender = on('ggzy-staff4');
    await sender.taps('移出', { on: '附件已收到' });
    expect((await matterOf('青格勒学校综合楼')).files.filter((file) => file.removed)).toHaveLength(1);
    await sender.taps('恢复', { on: '附件已收到' });
    expect((await matterOf('青格勒学校综合楼')).files.filter((file) => file.removed)).toHaveLength(0);
  });

  it('a voice message is kept and words are asked for', async () => {
    const who = stage().person('ggzy-staff2');
    await stage().client.sendFile({ as: who.id, to: botOf(stage()), name: '录音.opus', bytes: bytes('声音'), kind: 'audio' });
    expect(saidIn(await hears(stage(), who, '语音已作为附件保存'))).toContain('我现在不能听语音，请补一两句文字');
  });

  it('a message of 30,000 characters is read from its beginning and kept whole as a file', async () => {
    const teller = on('wjw-officer1');
    const text = `市本级“嘎鲁图排水干渠”中标的沄朔市政把活整个给了包工头，工人来说的。${'情况说明。'.repeat(6000)}末尾`;
    await teller.says(text);
    await teller.sees('嘎鲁图排水干渠', { timeoutMs: 15_000 });
    await hears(stage(), teller.cast, '内容较长，已全文存为附件，我读了前 5,000 字。');
    await quiet(stage());
    const matter = await matterOf('嘎鲁图排水干渠');
    expect(matter.words.length).toBeLessThanOrEqual(5_000);
    expect((await stage().app.store.files.get(matter.files[0]?.id ?? '')).bytes.toString()).toBe(text);
  });

  it('a second long message is added to the draft, and its whole is kept too', async () => {
    const teller = on('wjw-officer1');
    const more = `补充情况，串标的还有一家。${'补充说明。'.repeat(7000)}完`;
    await teller.says(more);
    await expect.poll(async () => (await matterOf('嘎鲁图排水干渠')).files.length, { timeout: 10_000 }).toBe(2);
    const [, second] = (await matterOf('嘎鲁图排水干渠')).files;
    expect((await stage().app.store.files.get(second?.id ?? '')).bytes.toString()).toBe(more);
  });

  it('there is one card with working buttons about a draft, and one list of its files', async () => {
    await quiet(stage());
    const teller = on('wjw-officer1');
    const cards = (await fromBot(stage(), teller.cast)).filter((message) => message.type === 'interactive');
    expect(cards.filter((card) => partsOf(card.content).some((part) => part.tag === 'button' && ['确认登记', '补充'].includes(part.text?.content ?? '')))).toHaveLength(1);
    expect(cards.filter((card) => glance(card.content).title.startsWith('附件已收到'))).toHaveLength(1);
  });

  it('a merged forward is read as one lead, and the pictures inside are asked for', async () => {
    const who = stage().person('sthj-officer1');
    const other = stage().person('sthj-officer2');
    const { chat } = (await stage().client.act('group', { as: other.id, name: '工作群', people: [who.id], apps: [] })) as { chat: string };
    const said = [
      await stage().client.say({ as: other.id, to: chat, text: leadAbout('危废处置场在线监测') }),
      await stage().client.say({ as: other.id, to: chat, text: '报价一个比一个多12.6万' }),
      await stage().client.sendFile({ as: other.id, to: chat, name: '截图.png', bytes: bytes('图'), kind: 'image' }),
    ];
    await stage().client.act('forward', { as: who.id, messages: said, to: botOf(stage()), merged: true });
    await hears(stage(), who, '已读到 3 条转发消息。其中 1 张图片无法从合并转发里取出，请单独转发。');
    await on('sthj-officer1').sees('危废处置场在线监测');
    const matter = await matterOf('危废处置场在线监测');
    expect(matter.words).toContain('12.6万');
    await quiet(stage());
    const [kept] = await stage().app.store.search({ kind: 'matter', text: '危废处置场在线监测', limit: 1 });
    expect(await stage().app.store.vault.writersOf(kept?.id ?? '')).toEqual([other.id]);
    expect(JSON.stringify(kept)).not.toContain(other.id);
  });
});
