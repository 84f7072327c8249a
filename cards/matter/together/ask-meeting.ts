import { minute } from '../../../src/domain/time/deadlines.ts';
import { keepsNotice } from '../../../src/domain/meeting/calling/finding-time.ts';
import { invitedOrgans } from '../../../src/domain/meeting/calling/opening.ts';
import type { Matter } from '../../../src/domain/matter/matter.ts';
import { running } from '../../../src/domain/matter/together/meeting-rows.ts';
import { mayAssert } from '../../../src/domain/matter/routing/claim-rows.ts';
import { organOptions, sentenceFace } from '../../kit/controls.ts';
import { act, may, refusalLine, typedList, typedText, type DocCard, type DrawInput } from '../../kit/draw.ts';
import { card, facts, focus, form, help, input, moment, multiSelect, select, submit, type Card } from '../../kit/kit.ts';
import { unseen } from '../../kit/unseen.ts';

type At = DrawInput<Matter>;
const name = 'ask-meeting';

/** 提请会商: a department asks, the Center convenes. The face carries what was said in words: `2026-11-25 15:00|GAJ,ZJJ`; `claim` is for a department that says it alone is competent. */
export const askMeeting: DocCard<Matter> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (at.face === 'claim' && may(at, 'assert') && mayAssert(at.doc, at.world.directory.people.get(at.viewer.id)?.organ ?? '')) return claiming(at);
  const own = may(at, 'convene') ? 'convene' : 'askMeeting';
  return may(at, own) && !running(at.doc.data) ? asking(at.face === 'claim' ? { ...at, face: '' } : at, own) : asked(at);
};

function asking(at: At, own: 'convene' | 'askMeeting'): Card {
  const { doc, world } = at;
  const [said = '', organs = ''] = at.face.split('|');
  const start = typedText(at, 'start', said).slice(0, 16).replace('T', ' ');
  const short = start !== '' && !keepsNotice(`${start.replace(' ', 'T')}:00+08:00`, world);
  const wanted = organs ? organs.split(',') : invitedOrgans(doc);
  const barred = [...doc.data.reported, ...(doc.data.routing?.recused ?? [])];
  return card({ title: `提请会商　${doc.no}`, tint: 'purple', tag: own === 'convene' ? '拟会商' : '请填写', summary: `${doc.no} 提请会商` }, [
    refusalLine(at), focus(start ? minute(`${start.replace(' ', 'T')}:00+08:00`) : '时间由中心按各单位忙闲安排'),
    short && help(`按规定应提前 ${world.settings.noticeDays} 个工作日通知。确需这天开，请选「紧急」并写明理由。`),
    form('wish', [
      multiSelect('organs', '单位 *', { options: organOptions(world.directory, barred, ['department', 'outside']), values: typedList(at, 'organs', wanted) }),
      moment('start', '时间', { value: start }),
      select('urgent', '通知', { options: [{ value: 'normal', text: `一般（提前 ${world.settings.noticeDays} 个工作日）` }, { value: 'urgent', text: '紧急' }], value: typedText(at, 'urgent', 'normal') }),
      input('reason', own === 'convene' ? '理由' : '理由 *', { value: typedText(at, 'reason', ''), rows: 2, placeholder: own === 'convene' ? '选「紧急」时必填' : '为什么要会商；紧急的写明原因' }),
      submit('send', '提请会商', { tap: act(at, own, { card: name }), look: 'primary_filled', wide: true }),
    ]),
    help('由中心决定是否召开；召开后另行通知各单位'),
  ]);
}

// Opened from the department's card of its part; the way back leads to the ordinary face.
function claiming(at: At): Card {
  return card({ title: `主张管辖　${at.doc.no}`, tint: 'purple', tag: '请填写', summary: `${at.doc.no} 主张管辖` }, sentenceFace(at, {
    card: name, focus: '本件应由本单位单独办理', label: '理由和依据 *', note: '两个单位都主张的，由中心召集会商确定；在此之前各自照常办理', verb: '主张由本单位办理', tap: act(at, 'assert', { card: name }),
  }));
}

function asked({ doc }: At): Card {
  const meeting = running(doc.data);
  const words = !meeting ? '现在不能提请会商' : meeting.state === 'c.proposed' ? '已提请会商，由中心决定' : '会商已在办理';
  return card({ title: `提请会商　${doc.no}`, tint: meeting ? 'green' : 'grey', tag: meeting ? '已提请' : '', summary: `${doc.no} 提请会商` }, [focus(words), facts([['会商', meeting?.no]])]);
}
