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
