import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { isShut } from '../../src/domain/meeting/guests.ts';
import { nameOf, shortName, staffOf } from '../../src/domain/people.ts';
import { cut } from '../kit/branch-lines.ts';
import { back, choicesOf, organOptions, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedList, typedText, type DrawInput } from '../kit/draw.ts';
import { button, card, focus, form, help, input, line, multiSelect, submit, type Card, type Child } from '../kit/kit.ts';
import { answeredOf, meetingTitle, whenOf } from './meeting-lines.ts';
import { waitingOf } from './secretary-calling.ts';

type At = DrawInput<Meeting>;
const most = 8;

/** The warning a working day before: who is missing, remind once or put somebody else in. */
export function warning(at: At): Card {
  const waiting = waitingOf(at);
  const nudged = at.doc.data.guests.filter((guest) => !guest.reply).every((guest) => guest.nudged);
  return card({ title: meetingTitle(at), subtitle: at.doc.data.noticeNo, tint: 'orange', tag: `已回复 ${answeredOf(at)}`, summary: `${at.doc.no} ${waiting.length} 家尚未回复` }, [
    refusalLine(at), focus(whenOf(at)), line(`${cut(waiting.join('、'), 120)}尚未回复，是否请其改派？`),
    choicesOf([
      !nudged && may(at, 'nudge') && { text: '提醒一次', tap: act(at, 'nudge', { card: 'secretary' }) },
      may(at, 'replace') && { text: '换人', tap: show(at, 'secretary', 'proxy') },
      { text: '看全部', tap: show(at, 'secretary', ''), quiet: true },
    ]),
  ]);
}

/** The face on which somebody else is put in for an organ that is silent: one tap each. */
export function proxies(at: At): Card {
  const { doc, world } = at;
  const silent = doc.data.guests.filter((guest) => !guest.reply);
  const rows = silent.slice(0, most).flatMap((guest): Child[] => {
    const other = staffOf(world.directory, guest.organ).find((person) => person.id !== guest.person && !isShut(doc.data, person.id, world.directory) && person.roles.some((role) => ['DEPUTY', 'LIAISON', 'ACTING_HEAD', 'HEAD'].includes(role)));
    const organ = shortName(world.directory, guest.organ);
    if (!other) return [line(staffOf(world.directory, guest.organ).length ? `${organ}　没有其他可以代替的人员` : `${organ}　没有飞书，请电话询问后代录`)];
    const words = `${organ}　${guest.person ? nameOf(world.directory, guest.person) : '未定'} 改为 ${other.name}`;
    return [withLink(line(words), may(at, 'replace') && button('换人', act(at, 'replace', { card: 'secretary', input: { organ: guest.organ, person: other.id } }), { look: 'text' }))];
  });
  return card({ title: meetingTitle(at), subtitle: doc.data.noticeNo, tint: 'purple', tag: '换人', summary: `${doc.no} 换人` }, [
    refusalLine(at), focus(silent.length ? `${silent.length} 家尚未回复` : '各单位都已回复'), ...rows, silent.length > most && help(`还有 ${silent.length - most} 家，换过之后显示`), help('换人后告知该单位联络员，单位仍可自行改派'), back(at, 'secretary'),
  ]);
}

/** The face on which the questions are written, one a line. */
export function topics(at: At): Card {
  const { doc } = at;
  return card({ title: meetingTitle(at), subtitle: doc.data.noticeNo, tint: 'purple', tag: '改议题', summary: `${doc.no} 改议题` }, [
    refusalLine(at), focus('一行一个议题，最多 5 个'),
    form('topics', [
      input('lines', '议题 *', { value: typedText(at, 'lines', doc.data.questions.map((question) => question.text).join('\n')), rows: 5 }), help('议题会显示在群里：按问题种类写，不写项目和名称'),
      submit('send', '保存', { tap: act({ ...at, face: 'topics' }, 'ask', { card: 'secretary' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'secretary'),
  ]);
}

/** The face on which evidence is opened piece by piece; `materials-<id>` shows the form of one. */
export function materials(at: At): Card {
  const { doc, world } = at;
  const chosen = doc.data.materials.find((material) => at.face === `materials-${material.id}`);
  const head = { title: meetingTitle(at), subtitle: doc.data.noticeNo, tint: 'purple', tag: '开放材料', summary: `${doc.no} 开放材料` } as const;
  const organs = doc.data.guests.map((guest) => guest.organ);
  if (chosen) {
    return card(head, [
      refusalLine(at), focus(`材料${chosen.n} 向谁开放`),
      form('material', [
        multiSelect('organs', '单位', { options: organOptions(world.directory, [], ['department', 'outside']).filter((option) => organs.includes(option.value)), values: typedList(at, 'organs', chosen.organs) }),
        help('只有所选单位能在自己的单聊里取阅，取阅有记录；不选即不开放'),
        submit('send', '保存', { tap: act(at, 'openMaterial', { card: 'secretary', input: { id: chosen.id, organs: [] } }), look: 'primary_filled', wide: true }),
      ]),
      back(at, 'secretary'),
    ]);
  }
  const rows = doc.data.materials.slice(0, most).map((material) => withLink(
    line(`材料${material.n}　${material.organs.map((organ) => shortName(world.directory, organ)).join('、') || '未开放'}`), may(at, 'openMaterial') && button('选择', show(at, 'secretary', `materials-${material.id}`), { look: 'text' }),
  ));
  return card(head, [refusalLine(at), focus(`${doc.data.materials.length} 份材料，逐份开放`), ...rows, help('材料不进群'), back(at, 'secretary')]);
}
