import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../sandbox/api/chats.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { botOf, chooses, forwarded, fromBot, hears, quiet, registered, stageFor } from './stage.ts';

describe('evidence that is handed out', () => {
  const { stage, on } = stageFor('evidence');
  const scan = new TextEncoder().encode('来信扫描');
  let matter: Document<Matter>;
  const again = async () => (await stage().app.store.load('matter', matter.id)) as Document<Matter>;
  const filesOf = async (who: string) => (await fromBot(stage(), stage().person(who))).filter((message) => message.type === 'file');
  const bytesOf = async (message: MessageView | undefined) =>
    new Uint8Array(await (await fetch(`${stage().client.url}/sandbox/files/${(message?.content as { file_key: string } | undefined)?.file_key ?? ''}`)).arrayBuffer());
  const nameOf = (message: MessageView | undefined) => (message?.content as { file_name: string } | undefined)?.file_name ?? '';

  it('goes to the department under a neutral name, and the trail says who got it', async () => {
    await stage().client.sendFile({ as: stage().person('ggzy-staff1').id, to: botOf(stage()), name: '其其格的来信.pdf', bytes: scan });
    await quiet(stage());
    matter = (await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼')) as Document<Matter>;
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    await on('zjj-liaison').taps('查看附件', { on: '举报件转办单' });
    await quiet(stage());
    const [sent] = (await filesOf('zjj-liaison')).filter((message) => nameOf(message).startsWith('材料'));
    expect(nameOf(sent)).toBe('材料01.pdf');
    expect(await bytesOf(sent)).toEqual(scan);
    expect((await again()).audit.filter((line) => line.act === 'handOut').map((line) => ['name' in line.by ? line.by.name : '', line.note])).toEqual([['王磊', '1 份，逐份']]);
  });

  it('comes as a package whose manifest fits its bytes', async () => {
    await on('zjj-liaison').taps('签收', { on: '举报件转办单' });
    await quiet(stage());
    await chooses(stage(), on('zjj-liaison'), '下载证据包', '举报件转办单');
    await quiet(stage());
    const zip = (await filesOf('zjj-liaison')).find((message) => nameOf(message).endsWith('证据包.zip'));
    const files = unzipSync(await bytesOf(zip));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array)) as { files: { file: string; sha256: string }[] };
    expect(manifest.files).toMatchObject([{ file: '材料01.pdf', sha256: createHash('sha256').update(scan).digest('hex') }]);
    expect(files['证据/材料01.pdf']).toEqual(scan);
  });

  it('AC-9.2 a file whose bytes are not those received is flagged and stopped, and the head of the Center hears of it', async () => {
    const client = await new mongoose.mongo.MongoClient(stage().env['MONGODB_URI'] ?? '').connect();
    const [file] = (await again()).data.files;
    await client.db().collection('evidence.chunks').updateOne({ files_id: file?.id as never }, [{ $set: { data: Buffer.from('tampered') } }] as never);
    await client.close();
    await on('zjj-liaison').taps('查看附件', { on: '举报件转办单' });
    await quiet(stage());
    expect((await again()).data.files[0]?.broken).toBe(true);
    await hears(stage(), stage().person('ggzy-head'), '材料 1 的校验值与接收时不一致（E-405），已停止提供');
    await on('zjj-liaison').taps('查看附件', { on: '举报件转办单' });
    await hears(stage(), stage().person('zjj-liaison'), '没有找到可提供的附件');
  });

  it('AC-8.2 the trail of the whole case goes out from its card, and a line altered in the database is found', async () => {
    const clerk = on('ggzy-clerk1');
    const last = async () => new TextDecoder().decode(await bytesOf((await filesOf('ggzy-clerk1')).findLast((message) => nameOf(message).endsWith('全程留痕.txt'))));
    await clerk.says(`查 ${matter.no}`);
    await chooses(stage(), clerk, '导出全程留痕', new RegExp(`${matter.no} 进展`));
    await quiet(stage());
    expect(await last()).toContain('结论：全部完整。');
    const client = await new mongoose.mongo.MongoClient(stage().env['MONGODB_URI'] ?? '').connect();
    const names = (await client.db().listCollections().toArray()).map(({ name }) => name).filter((name) => name.startsWith('forward'));
    expect((await client.db().collection(names[0] ?? '').updateOne({ matter: matter.id }, { $set: { 'audit.0.note': '反馈截止 12月31日（周四）' } })).modifiedCount).toBe(1);
    await client.close();
    await clerk.says(`查 ${matter.no}`);
    await chooses(stage(), clerk, '导出全程留痕', new RegExp(`${matter.no} 进展`));
    await quiet(stage());
    expect(await last()).toMatch(/转办\t[^\r]*第 1 行起与校验值不符/);
  });
});

describe('a message that is kept as evidence', () => {
  const { stage, on } = stageFor('preserve');
  const load = async (id: string) => (await stage().app.store.load('matter', id)) as Document<Matter>;
  let matter: Document<Matter>;
  let group: string;

  it('by a reply in a group is stored with its file and checksum, and goes into the matter of whoever asks', async () => {
    matter = (await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼')) as Document<Matter>;
    await quiet(stage());
    await on('ggzy-clerk1').taps('我来办', { on: new RegExp(`新来件.*${matter.no}`) });
    await quiet(stage());
    group = (await stage().client.chats(stage().person('ggzy-clerk1').id)).find((chat) => chat.mode === 'group')?.id ?? '';
    const bytes = new TextEncoder().encode('MAC 一致');
    await stage().client.sendFile({ as: stage().person('ggzy-clerk2').id, to: group, name: '开标日志.csv', bytes });
    const sent = (await stage().client.messages(stage().person('ggzy-clerk1').id, { chat: group })).findLast((message) => message.type === 'file');
    await stage().client.say({ as: stage().person('ggzy-clerk1').id, to: group, text: '保留证据', reply: sent?.id ?? '' });
    await hears(stage(), stage().person('ggzy-clerk1'), `已保留到 ${matter.no}，2 份`);
    const files = (await load(matter.id)).data.files;
    expect(files.map((file) => [file.via, file.staff])).toEqual([['群消息保留', true], ['群消息保留', true]]);
    expect(files[1]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect((await stage().app.store.files.get(files[1]?.id ?? '')).bytes.toString()).toBe('MAC 一致');
    const words = (await stage().app.store.files.get(files[0]?.id ?? '')).bytes.toString();
    expect(words).toContain('发送人 哈斯图雅');
  });

  it('stays when the message is taken back, is kept once however often it is asked for, and the group hears nothing', async () => {
    const said = (await stage().client.messages(stage().person('ggzy-clerk1').id, { chat: group })).filter((message) => message.from.bot && message.type === 'text');
    expect(said).toEqual([]);
    const sent = (await stage().client.messages(stage().person('ggzy-clerk1').id, { chat: group })).findLast((message) => message.type === 'file');
    await stage().client.say({ as: stage().person('ggzy-clerk1').id, to: group, text: '保留证据', reply: sent?.id ?? '' });
    await hears(stage(), stage().person('ggzy-clerk1'), `这条消息已在 ${matter.no} 的证据里`);
    expect((await load(matter.id)).data.files).toHaveLength(2);
  });

  it('with several open matters asks into which one; the reporter of that matter sees nothing of it', async () => {
    const second = (await registered(stage(), on('ggzy-staff2'), '康巴什体育馆')) as Document<Matter>;
    await quiet(stage());
    const clerk = on('ggzy-clerk1');
    await stage().client.say({ as: clerk.cast.id, to: group, text: '招标人说定标前见过中标单位的老板' });
    const said = (await stage().client.messages(clerk.cast.id, { chat: group })).findLast((message) => message.type === 'text');
    await stage().client.say({ as: clerk.cast.id, to: group, text: '保留证据', reply: said?.id ?? '' });
    const card = await clerk.sees(/已保留 1 份，请选归入哪一件/);
    const elements = (card.content as { body: { elements: { tag: string }[] } }).body.elements;
    const row = elements.findIndex((element) => element.tag === 'interactive_container' && JSON.stringify(element).includes(second.no));
    await clerk.taps(['body', 'elements', row], { on: /请选归入哪一件/ });
    await hears(stage(), clerk.cast, `已保留到 ${second.no}，1 份`);
    await quiet(stage());
    expect((await load(second.id)).data.files).toHaveLength(1);
    expect((await fromBot(stage(), stage().person('ggzy-staff2'))).map((message) => JSON.stringify(message.content)).join()).not.toContain('消息原文');
  });

  it('by one tap, a pin as its reaction; any other reaction keeps nothing', async () => {
    const third = (await registered(stage(), on('ggzy-staff3'), '阿康线养护')) as Document<Matter>;
    await quiet(stage());
    const who = stage().person('ggzy-staff3');
    const message = await stage().client.say({ as: who.id, to: botOf(stage()), text: '帮助' });
    await on('ggzy-staff3').sees('能帮您做什么');
    await stage().client.act('react', { as: who.id, message, emoji: 'THUMBSUP' });
    await quiet(stage());
    expect((await load(third.id)).data.files).toEqual([]);
    await stage().client.act('react', { as: who.id, message, emoji: 'Pin' });
    await hears(stage(), who, `已保留到 ${third.no}，1 份`);
    const [kept] = (await load(third.id)).data.files;
    expect(kept?.via).toBe('表情保留');
    expect((await stage().app.store.files.get(kept?.id ?? '')).bytes.toString()).toContain('帮助');
  });

  it('is sealed, never deleted: the store has no way to take bytes out', async () => {
    expect(Object.keys(stage().app.store.files).toSorted()).toEqual(['get', 'put']);
    const clerk = on('ggzy-clerk1');
    await clerk.says(`查 ${matter.no}`);
    await chooses(stage(), clerk, '证据材料', new RegExp(`${matter.no} 进展`));
    const [first] = (await load(matter.id)).data.files;
    await clerk.taps('封存材料', { on: /证据材料/, form: { file: first?.id ?? '', reason: '与另一件重复的材料' } });
    await quiet(stage());
    expect((await load(matter.id)).data.files.map((file) => file.sealedFor)).toEqual(['与另一件重复的材料', undefined]);
    expect((await stage().app.store.files.get(first?.id ?? '')).file.sha256).toBe(first?.sha256);
  });
});
