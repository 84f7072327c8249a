import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../sandbox/script/card-words.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { botOf, chooses, fromBot, quiet, registered, saidIn, stageFor } from './stage.ts';

describe('the same matter told by two people', () => {
  const { stage, on } = stageFor('merge');
  const project = '青格勒学校综合楼';
  const load = async (id: string) => (await stage().app.store.load('matter', id)) as Document<Matter>;
  let first: Document;
  let second: Document;

  it('is shown to the clerk with the reasons, and to no reporter', async () => {
    first = await registered(stage(), on('ggzy-staff1'), project);
    await quiet(stage());
    await stage().client.sendFile({ as: stage().person('ggzy-staff2').id, to: botOf(stage()), name: '报价表.pdf', bytes: new TextEncoder().encode('报价表') });
    await quiet(stage());
    second = await registered(stage(), on('ggzy-staff2'), project);
    await quiet(stage());
    await on('ggzy-clerk1').taps('我来办', { on: new RegExp(`新来件.*${second.no}`) });
    const card = wordsOf((await on('ggzy-clerk1').sees(new RegExp(`分办.*${second.no}`))).content);
    expect(card).toContain('可能重复 1 件');
    expect(card).toContain(`${first.no}　同一项目、同一单位或人员、说法相近（已登记）`);
    for (const who of ['ggzy-staff1', 'ggzy-staff2']) {
      const other = who === 'ggzy-staff1' ? second.no : first.no;
      expect((await fromBot(stage(), stage().person(who))).map(saidIn).join()).not.toContain(other);
    }
  });

  it('is merged: it keeps its number, its limit ends, its evidence is with the other, its reporter is told', async () => {
    const clerk = on('ggzy-clerk1');
    await chooses(stage(), clerk, '并案', new RegExp(`分办.*${second.no}`));
    await clerk.taps('并案', { on: /并入哪一件/, form: { into: first.id } });
    await quiet(stage());
    const [parent, child] = [await load(first.id), await load(second.id)];
    expect([child.state, child.no, child.data.into?.no, child.clocks.filter((clock) => !clock.stoppedAt)]).toEqual(['merged', second.no, first.no, []]);
    expect(parent.data.files.map((file) => [file.from, file.sha256])).toEqual([[second.no, child.data.files[0]?.sha256]]);
    const told = wordsOf((await on('ggzy-staff2').sees(/已与同一事项并案办理/)).content);
    expect(told).toContain(second.no);
    expect(told).not.toContain(first.no);
  });

  it('can be taken back and done again while the other has not gone on', async () => {
    const clerk = on('ggzy-clerk1');
    await clerk.taps('撤销并案', { on: new RegExp(`已并入 ${first.no}`) });
    await quiet(stage());
    expect([(await load(second.id)).state, (await load(first.id)).data.merged]).toEqual(['registered', []]);
    await chooses(stage(), clerk, '并案', new RegExp(`分办.*${second.no}`));
    await clerk.taps('并案', { on: /并入哪一件/, form: { into: first.id } });
    await quiet(stage());
    expect((await load(first.id)).data.files.filter((file) => !file.removed)).toHaveLength(1);
  });

  it('its reporter hears the progress and the result of the other, in the words that may be told', async () => {
    const clerk = on('ggzy-clerk2');
    await clerk.taps('我来办', { on: new RegExp(`新来件.*${first.no}`) });
    const card = await clerk.sees(new RegExp(`分办.*${first.no}`));
    const days = /"(15:\d{4}-\d{2}-\d{2})"/.exec(JSON.stringify(card.content))?.[1] ?? '';
    await clerk.taps('转办', { on: new RegExp(`分办.*${first.no}`), form: { organs: ['ZJJ'], days } });
    await quiet(stage());
    expect(wordsOf((await on('ggzy-staff2').sees(new RegExp(`已登记　${second.no}[^]*并案办理，市住建局`))).content)).not.toContain(first.no);
    const branch = (await load(first.id)).data.forwards[0];
    const input = { part: 'forward', id: branch?.id, organ: 'ZJJ', no: branch?.docNo, state: 'closed', told: '查实部分问题，已依法处理' };
    await stage().app.handle({ kind: 'matter', id: first.id, act: 'progress', by: { role: 'system' }, input, cause: 'ended' });
    await quiet(stage());
    const result = wordsOf((await on('ggzy-staff2').sees(new RegExp(`^${second.no} 已办结`))).content);
    expect(result).toContain('查实部分问题，已依法处理');
    expect(result).not.toContain(first.no);
  });

  it('cannot be taken back any more', async () => {
    const by = { role: 'person', id: stage().person('ggzy-clerk1').id, ref: '', reporter: false } as const;
    const outcome = await stage().app.handle({ kind: 'matter', id: second.id, act: 'unmerge', by, input: {}, cause: 'late' });
    expect(outcome.ok ? '' : outcome.refusal.with['fields']).toContain('已进入下一步');
  });
});
