import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { setStage, type Stage } from '../page-stage.ts';
import { seriousFindings } from './findings.ts';

let stage: Stage;
let token = '';
beforeAll(async () => {
  stage = await setStage();
  await stage.post('/sandbox/clock', { to: '2030-01-07T10:00:00+08:00' });
  await stage.post('/sandbox/clock', { rate: 0 });
  token = String((await stage.post('/open-apis/auth/v3/tenant_access_token/internal', { app_id: 'cli_a1b2c3d4e5f60718', app_secret: 'secret' }))['tenant_access_token']);
  await invite('两家会商', '2030-01-08T15:00:00+08:00', '2030-01-08T16:30:00+08:00');
  await invite('碰头', '2030-01-08T16:00:00+08:00', '2030-01-08T17:00:00+08:00');
  await giveTask('补材料', '2030-01-07T18:00:00+08:00');
}, 60_000);
afterAll(() => stage.end());

const patient = { timeout: 6000 };
const seconds = (moment: string) => ({ timestamp: String(Date.parse(moment) / 1000), timezone: 'Asia/Shanghai' });

async function call(path: string, body: object): Promise<Record<string, Record<string, unknown>>> {
  const answer = await fetch(`${stage.sandbox.url}/open-apis${path}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
  const { code, msg, data } = (await answer.json()) as { code: number; msg: string; data: Record<string, Record<string, unknown>> };
  if (code !== 0) throw new Error(`${path}: ${code} ${msg}`);
  return data;
}

async function invite(summary: string, start: string, end: string): Promise<void> {
  const { calendars } = (await call('/calendar/v4/calendars/primary', {})) as unknown as { calendars: { calendar: { calendar_id: string } }[] };
  const events = `/calendar/v4/calendars/${calendars[0]?.calendar.calendar_id ?? ''}/events`;
  const { event } = await call(events, { summary, start_time: seconds(start), end_time: seconds(end), location: { name: '3 楼会议室' }, vchat: { vc_type: 'vc' } });
  await call(`${events}/${String(event?.['event_id'])}/attendees?user_id_type=open_id`, { attendees: ['wl', 'bt'].map((userId) => ({ type: 'user', user_id: stage.idOf(userId) })) });
}

async function giveTask(summary: string, due: string): Promise<void> {
  await call('/task/v2/tasks?user_id_type=open_id', {
    summary, due: { timestamp: String(Date.parse(due)) },
    members: [{ id: stage.idOf('wl'), type: 'user', role: 'assignee' }, { id: stage.idOf('bt'), type: 'user', role: 'follower' }],
  });
}

async function openAs(query: string, view: string): Promise<Page> {
  const page = await stage.open();
  await page.locator('#column-0 .picker').click();
  await page.getByRole('searchbox', { name: '搜索人员' }).fill(query);
  await page.keyboard.press('Enter');
  await page.locator('#column-0').getByRole('button', { name: view, exact: true }).click();
  return page;
}

describe('the calendar', { timeout: 40_000 }, () => {
  it('lists invitations with place, people and what collides, and takes the answer', async () => {
    const page = await openAs('wl', '日历');
    const first = page.locator('#column-0 article').first();
    await expect.poll(() => first.innerText(), patient).toMatch(/两家会商.*与「碰头」时间冲突.*3 楼会议室.*小助手 邀请 2 人，0 人接受/s);
    await first.getByRole('button', { name: '拒绝' }).click();
    await expect.poll(() => first.getByRole('button', { name: '拒绝' }).getAttribute('aria-pressed'), patient).toBe('true');
    await expect.poll(() => page.locator('#column-0 .conflict').count(), patient).toBe(0);
    await first.getByRole('button', { name: '接受' }).click();
    await expect.poll(() => first.innerText(), patient).toContain('1 人接受');
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('shows a day and a week over the hours, overlapping events side by side', async () => {
    const page = await openAs('wl', '日历');
    await page.getByRole('button', { name: '周', exact: true }).click();
    const blocks = page.locator('#column-0 .event-block');
    await expect.poll(() => blocks.count(), patient).toBe(2);
    const [left, right] = [await blocks.nth(0).boundingBox(), await blocks.nth(1).boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((right?.x ?? 0) + 1);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '日', exact: true }).click();
    await expect.poll(() => blocks.count(), patient).toBe(0);
    await page.getByRole('button', { name: '往前' }).waitFor();
    await page.getByRole('button', { name: '往后' }).click();
    await expect.poll(() => blocks.count(), patient).toBe(2);
    await blocks.first().click();
    await expect.poll(() => page.getByRole('dialog', { name: '两家会商' }).innerText(), patient).toContain('3 楼会议室');
    await page.context().close();
  });

  it('does not lead to the real platform when somebody joins a meeting', async () => {
    const page = await openAs('bt', '日历');
    await page.locator('#column-0 article').first().getByRole('button', { name: '加入会议' }).click();
    await expect.poll(() => page.getByRole('dialog', { name: '两家会商' }).innerText(), patient).toContain('沙盘里没有真实的视频会议');
    await page.getByRole('button', { name: '进入', exact: true }).click();
    await expect.poll(() => page.getByRole('dialog', { name: '两家会商' }).innerText(), patient).toContain('不是用会议接口预约的');
    expect(await page.locator('a[href*="feishu"]').count()).toBe(0);
    await page.context().close();
  });

  it('says what an empty calendar is waiting for', async () => {
    const page = await openAs('qq', '日历');
    await expect.poll(() => page.locator('#column-0 .agenda').innerText(), patient).toMatch(/还没有日程.*收到会议邀请后/s);
    await page.context().close();
  });
});

describe('the tasks', { timeout: 40_000 }, () => {
  it('are completed and opened again, with due marks and the names of all members', async () => {
    const page = await openAs('wl', '任务');
    const task = page.locator('#column-0 .task');
    await expect.poll(() => task.innerText(), patient).toMatch(/补材料.*王磊、巴特尔（关注）.*来自 小助手.*今天到期/s);
    await page.getByRole('checkbox', { name: '补材料' }).check();
    await expect.poll(() => page.locator('#column-0 .agenda').innerText(), patient).toMatch(/已完成 1 个.*1月7日（周一）完成/s);
    await page.getByRole('checkbox', { name: '补材料' }).uncheck();
    await expect.poll(() => task.innerText(), patient).toContain('今天到期');
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('are split into those one does and those one follows', async () => {
    const page = await openAs('bt', '任务');
    await page.getByRole('button', { name: '我负责的' }).click();
    await expect.poll(() => page.locator('#column-0 .agenda').innerText(), patient).toContain('还没有任务');
    await page.getByRole('button', { name: '我关注的' }).click();
    await expect.poll(() => page.locator('#column-0 .task').count(), patient).toBe(1);
    await page.context().close();
  });
});

describe('the approvals', { timeout: 40_000 }, () => {
  it('wait with the tasks of who must decide, and show their end to who started them', async () => {
    const { approval } = (await stage.post('/sandbox/define-approval', { name: '用印', widgets: [], nodes: [{ id: 'one', name: '负责人', type: 'OR', approvers: [stage.idOf('bt')] }] })) as { approval: string };
    await stage.post('/sandbox/apply', { as: stage.idOf('wl'), approval, title: '函件用印', form: [] });
    const head = await openAs('bt', '任务');
    await head.getByRole('button', { name: '同意' }).click();
    await expect.poll(() => head.getByRole('region', { name: '审批' }).innerText(), patient).toMatch(/函件用印.*王磊 发起.*已同意/s);
    await head.context().close();
    const starter = await openAs('wl', '任务');
    await expect.poll(() => starter.getByRole('region', { name: '审批' }).innerText(), patient).toContain('已同意');
    expect(await seriousFindings(starter)).toEqual([]);
    await starter.context().close();
  });
});

describe('the people', { timeout: 40_000 }, () => {
  it('stand by organisation, are found by pinyin, and can be become in the other column', async () => {
    const page = await openAs('wl', '人员');
    await expect.poll(() => page.locator('#column-0 .directory').innerText(), patient).toMatch(/北城局\s*2 人.*南城局\s*1 人/s);
    await page.locator('#column-0').getByRole('searchbox', { name: '搜索人员' }).fill('qqg');
    await page.locator('#column-0 .person-option').click();
    expect(await page.getByRole('dialog', { name: '其其格' }).innerText()).toMatch(/南城局.*经办/s);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '在另一栏成为此人' }).click();
    await expect.poll(() => page.locator('#column-1 .picker').innerText(), patient).toContain('其其格');
    await page.context().close();
  });
});
