import { describe, expect, it } from 'vitest';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { codeNameOf } from '../../src/domain/reporter/exchange.ts';
import { chooses, tapsRow } from './press.ts';
import { botOf, forwarded, fromBot, hears, passes, quiet, registered, saidIn, stageFor } from './stage.ts';

const project = '青格勒学校综合楼';

describe('questions to a reporter whom nobody knows', () => {
  const { stage, on } = stageFor('exchange');
  let matter: Document<Matter>;
  const reporter = () => on('ggzy-staff1');
  const again = async () => (await stage().app.store.load('matter', matter.id)) as Document<Matter>;
  /** Who he is, in every form that could stand anywhere. */
  const traces = () => [reporter().cast.id, reporter().cast.name, 'ggzy-staff1', '13847701234'];
  const nobodyKnows = async () => {
    for (const person of (await stage().client.city()).people) {
      if (person.id === reporter().cast.id) continue;
      for (const message of await fromBot(stage(), { id: person.id, name: person.name, organ: '', title: '' })) {
        for (const trace of traces()) expect(JSON.stringify(message.content).includes(trace), `${person.name} reads ${trace}`).toBe(false);
      }
    }
  };

  it('a liaison asks about his part, and the reporter gets the question without who asks', async () => {
    matter = (await registered(stage(), reporter(), project)) as Document<Matter>;
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    expect(wordsOf((await reporter().sees(/下一步：市住建局/)).content)).not.toMatch(/王磊|zjj/);
    await on('zjj-liaison').taps('签收', { on: '举报件转办单' });
    await quiet(stage());
    await chooses(stage(), on('zjj-liaison'), { text: '向举报人提问', on: '举报件转办单' });
    await on('zjj-liaison').taps('提问', { on: '的往来' });
    await on('zjj-liaison').taps('提问', { on: '向举报人提问', form: { text: '您说的报价表，是电子件还是纸质件？' } });
    const card = await reporter().sees('办理人员想了解');
    expect(glance(card.content).buttons).toEqual(['回复', '不清楚', '暂不回答']);
    expect(wordsOf(card.content)).toContain('您说的报价表，是电子件还是纸质件？');
    for (const name of ['王磊', '市住建局']) expect(wordsOf(card.content)).not.toContain(name);
  });

  it('a second question joins the first card without a push', async () => {
    const before = (await fromBot(stage(), reporter().cast)).length;
    await on('ggzy-clerk1').says(`查 ${matter.no}`);
    await on('ggzy-clerk1').sees(`${matter.no} 进展`);
    await quiet(stage());
    await chooses(stage(), on('ggzy-clerk1'), { text: '向举报人提问', on: `${matter.no} 进展` });
    await on('ggzy-clerk1').taps('提问', { on: '的往来' });
    await on('ggzy-clerk1').taps('提问', { on: '向举报人提问', form: { text: '这张表是哪一天看到的？' } });
    await quiet(stage());
    expect((await fromBot(stage(), reporter().cast)).length).toBe(before);
    expect(wordsOf((await reporter().sees('办理人员想了解')).content)).toContain('有 2 个问题');
  });

  it('what he answers in words reaches the asker under the name of the case, without his name and number', async () => {
    await reporter().taps('回复', { on: '办理人员想了解' });
    await hears(stage(), reporter().cast, '请直接发文字或文件');
    await reporter().says(`是电子件，我是${reporter().cast.name}，电话13847701234，在投标文件夹里`);
    await hears(stage(), reporter().cast, '已转给办理人员。可能看出您身份的内容已隐去。');
    const card = await on('zjj-liaison').sees(`与举报人「${codeNameOf(matter.id)}」的往来`);
    expect(wordsOf(card.content)).toContain('是电子件');
    expect(wordsOf(card.content)).toContain('在投标文件夹里');
    await quiet(stage());
    await nobodyKnows();
  });

  it('a department does not read what another one asked; the Center does', async () => {
    const liaison = wordsOf((await on('zjj-liaison').sees('的往来')).content);
    expect(liaison).not.toContain('哪一天看到');
    expect(wordsOf((await on('ggzy-clerk1').sees('的往来')).content)).toContain('哪一天看到');
  });

  it('不清楚 answers too, and the trail says who asked and that it was answered, not what and not by whom', async () => {
    await reporter().taps('不清楚', { on: '办理人员想了解' });
    await quiet(stage());
    const trail = (await again()).audit.filter((line) => ['ask', 'answer'].includes(line.act));
    expect(trail.map((line) => [line.verb, 'name' in line.by ? line.by.name : line.by.role, line.note])).toEqual([
      ['向举报人提问', '王磊', '第 1 问'], ['向举报人提问', on('ggzy-clerk1').cast.name, '第 2 问'], ['答复', 'REPORTER', '已答复'], ['答复', 'REPORTER', '不清楚'],
    ]);
    const written = JSON.stringify(trail);
    for (const trace of [...traces(), '报价表', '电子件']) expect(written).not.toContain(trace);
  });

  it('a file that he sends as an answer is kept under a number', async () => {
    await on('zjj-liaison').taps('提问', { on: '的往来' });
    await on('zjj-liaison').taps('提问', { on: '向举报人提问', form: { text: '能否提供那张报价表？' } });
    await reporter().taps('回复', { on: /办理人员想了解[^]*能否提供/ });
    await stage().client.sendFile({ as: reporter().cast.id, to: botOf(stage()), name: '赵敏拍的报价表.jpg', bytes: new TextEncoder().encode('照片') });
    await hears(stage(), reporter().cast, '已转给办理人员，文件名已改为编号。');
    await quiet(stage());
    expect((await again()).data.exchange.at(-1)).toMatchObject({ answer: 'told', files: 1 });
    await on('zjj-liaison').taps('查看附件', { on: '举报件转办单' }).catch(() => undefined);
    await quiet(stage());
    await nobodyKnows();
  });

  it.each([
    ['请问您叫什么名字？', '不要问对方是谁'], ['请您把手机号13900001111发来', '不要'], ['是赵敏看到的吗？', '不要写人名'], ['是贾志强看到的吗？', '不要写人名'],
  ])('a question that could uncover him is refused: %s', async (text, words) => {
    await on('zjj-liaison').taps('提问', { on: '的往来' });
    expect(await on('zjj-liaison').isRefused('提问', { on: '向举报人提问', form: { text } })).toContain(words);
    await on('zjj-liaison').taps('返回', { on: '向举报人提问' });
  });

  it('nobody without a part in it may ask (E-901), and the attempt stays on the trail', async () => {
    for (const who of ['slj-liaison', 'zjj-officer1', 'ggzy-auditor']) {
      const by = { role: 'person', id: stage().person(who).id, ref: '', reporter: false } as const;
      const outcome = await stage().app.handle({ kind: 'matter', id: matter.id, act: 'ask', by, input: { text: '您在哪里看到的报价表？' }, cause: `try-${who}` });
      expect(outcome.ok ? '' : outcome.refusal.code, who).toBe('E-901');
    }
    expect((await again()).audit.filter((line) => line.code === 'DENIED')).toHaveLength(3);
  });

  it('what he adds later is said on his receipt, and reaches whoever handles it', async () => {
    await reporter().taps('补充材料', { on: /已登记/ });
    await hears(stage(), reporter().cast, `都附到 ${matter.no}`);
    await reporter().says('又想起来，开标那天他们坐同一辆车来的');
    await hears(stage(), reporter().cast, `已补充到 ${matter.no}`);
    expect(wordsOf((await on('zjj-liaison').sees(/的往来[^]*同一辆车/)).content)).toContain('补充');
    await quiet(stage());
  });

  it('a story of another project is not taken for an addition', async () => {
    await reporter().says('市本级“康巴什体育馆”施工标，中标的沄朔市政把活整个给了一个包工头，我亲眼看到的');
    await reporter().sees('康巴什体育馆');
    await quiet(stage());
    expect((await again()).data.exchange.some((one) => one.words.includes('体育馆'))).toBe(false);
    await reporter().taps('确认登记', { on: /康巴什体育馆/ });
    await quiet(stage());
  });

  it('「撤了吧」 asks which matter and takes nothing back itself; the card does, with a mark', async () => {
    await reporter().says('撤了吧');
    await reporter().sees('要撤回哪一件？');
    expect((await again()).data.withdrawn).toBeNull();
    await tapsRow(stage(), reporter(), { text: matter.no, on: '要撤回哪一件？' });
    await reporter().taps('撤回', { on: /撤回　XS/, form: { reason: '情况有变化' } });
    await quiet(stage());
    expect((await again()).data.withdrawn?.reason).toBe('情况有变化');
    expect((await again()).state).toBe('forwarded');
    await nobodyKnows();
  });

  it('a whole case with one round of questions pushes to its reporter at most four times', async () => {
    const teller = on('fgw-officer1');
    const second = (await registered(stage(), teller, '伊旗净水厂')) as Document<Matter>;
    await forwarded(stage(), on('ggzy-clerk2'), { matter: second, organs: ['ZJJ'] });
    const clerk = { role: 'person', id: on('ggzy-clerk2').cast.id, ref: '', reporter: false } as const;
    await stage().app.handle({ kind: 'matter', id: second.id, act: 'ask', by: clerk, input: { text: '这件事是什么时候看到的？' }, cause: 'ask-1' });
    await teller.sees('办理人员想了解');
    await teller.taps('不清楚', { on: '办理人员想了解' });
    const system = { role: 'system' } as const;
    const branch = ((await stage().app.store.load('matter', second.id)) as Document<Matter>).data.forwards[0];
    await stage().app.handle({ kind: 'matter', id: second.id, act: 'progress', by: system, input: { part: 'forward', ...branch, no: '', state: 'closed', told: '查实部分问题，已依法处理' }, cause: 'closed' });
    await teller.sees(/已办结/);
    await quiet(stage());
    await passes(stage(), '2026-11-25T10:00:00+08:00');
    const pushes = (await fromBot(stage(), teller.cast)).map((message) => saidIn(message).slice(0, 40));
    expect(pushes.length, pushes.join('\n')).toBeLessThanOrEqual(4);
  });

  it('满意度 is counted for the Center alone', async () => {
    await on('ggzy-clerk1').says('满意度');
    expect(saidIn(await hears(stage(), on('ggzy-clerk1').cast, '最近 500 件办结事项'))).toContain('已评价 0 件；留名未评价 0 件。');
    await on('zjj-liaison').says('满意度');
    await hears(stage(), on('zjj-liaison').cast, '由市公共资源交易中心汇总');
  });
});
