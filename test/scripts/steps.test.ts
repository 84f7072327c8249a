import { describe, expect, it } from 'vitest';
import { createSteps } from '../../scripts/steps.ts';

function recorded() {
  let out = '';
  let now = 0;
  const steps = createSteps(2, (text) => void (out += text), () => now);
  return { steps, pass: (ms: number) => void (now += ms), out: () => out };
}

describe('announced steps', () => {
  it('stand on one line each with the seconds they took', async () => {
    const { steps, pass, out } = recorded();
    await steps.step('启动数据库', () => pass(1_200));
    await steps.step('启动队列', () => pass(90));
    expect(out()).toBe('[1/2] 启动数据库 …… 1.2 秒\n[2/2] 启动队列 …… 0.1 秒\n');
  });

  it('repeat their head when something was said meanwhile', async () => {
    const { steps, pass, out } = recorded();
    await steps.step('准备程序', (say) => {
      say('正在下载');
      pass(3_000);
    });
    expect(out()).toBe('[1/2] 准备程序 …… \n      正在下载\n[1/2] 准备程序 …… 3.0 秒\n');
  });

  it('say that they failed and pass the fault on', async () => {
    const { steps, out } = recorded();
    await expect(steps.step('启动沙盘', () => Promise.reject(new Error('端口被占用')))).rejects.toThrow('端口被占用');
    expect(out()).toBe('[1/2] 启动沙盘 …… 没有成功（0.0 秒）\n');
  });
});
