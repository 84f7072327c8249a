import { describe, expect, it } from 'vitest';
import { drawForReader } from '../../cards/index.ts';
import type { Card } from '../../cards/kit/kit.ts';
import { drawn, part } from './branch-walk.ts';
import { buttonTexts, taps, texts } from './inspect.ts';
import { person } from './viewers.ts';
import { world } from './town.ts';

const shown = (card: Card): string => texts(card).join('\n').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

/** K13 as the head gets it at a moment. */
function approvalAt(now: string): Card {
  const { doc, related } = part('referral v.done police');
  return drawForReader('approval', { doc, related, viewer: person('zjj-head'), face: '', world: { ...world, now: new Date(now) } }, { large: false });
}

describe('the head is not hurried', () => {
  it('稍后处理 offers moments before the limit of three days, and none on its last day', () => {
    const later = (now: string) => buttonTexts(approvalAt(now)).filter((text) => text.startsWith('稍后处理'));
    expect(later('2026-12-10T09:00:00+08:00')).toEqual(['稍后处理：今天 14:00', '稍后处理：明天 09:00']);
    expect(later('2026-12-10T15:00:00+08:00')).toEqual(['稍后处理：明天 09:00']);
    expect(later('2026-12-14T10:00:00+08:00')).toEqual([]);
  });
  it('稍后处理 only puts the reminder off: it carries no act on the case', () => {
    const kinds = taps(approvalAt('2026-12-10T09:00:00+08:00')).filter((tap) => tap.do === 'mind').map((tap) => tap.what);
    expect(kinds).toEqual(['snooze', 'snooze']);
  });
  it('his question stands on his card until it is answered, then the answer does, with whose it is', () => {
    const words = (name: string) => shown(drawn(name, 'approval', 'zjj-head'));
    expect(words('referral v.done asked')).toContain('问　巴特尔（12月9日 10:20）：机器码一致是谁、在什么时候提取的？');
    expect(words('referral v.done asked')).toContain('等待核实人员答复；您可以随时决定');
    expect(words('referral v.done answered')).toContain('答　刘洋（12月9日 10:20）：由市公共资源交易中心技术人员当场提取');
    expect(words('referral v.done answered')).not.toContain('等待核实人员答复');
  });
  it('only the verifiers and the head read what was asked', () => {
    for (const who of ['zjj-deputy', 'zjj-liaison', 'ggzy-auditor', 'ggzy-clerk1']) {
      expect([who, shown(drawn('referral v.done answered', 'verify', who)) + shown(drawn('referral v.done answered', 'approval', who))]).toEqual([who, expect.not.stringContaining('机器码')]);
    }
  });
  it('a report that he sent back comes with what changed on top, and the sentences one tap away', () => {
    const words = shown(drawn('referral v.done second version', 'approval', 'zjj-head'));
    expect(words).toContain('与您退回的第 1 版相比：查明事实增 2 句、删 1 句');
    expect(words).toContain('增　查明事实：经鉴定，机器码一致。');
    expect(shown(drawn('referral v.done police', 'approval', 'zjj-head'))).not.toContain('相比');
  });
});
