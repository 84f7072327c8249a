import { latest } from '../domain/time/clocks.ts';
import { numberOfResolution, resolutionKinds, standing, type Guest, type Meeting } from '../domain/meeting/meeting.ts';
import { center, fullName, nameOf, shortName, type Directory } from '../domain/people.ts';
import { clock, time } from '../domain/time/time.ts';
import { ends, grid, heading, labelled, para, small, title, type Block } from './paper/sheet.ts';
import { paragraphs, slipOfMinutes } from './pieces.ts';
import { template, type Given } from './template.ts';
import { dateWords, dayOf, kindWords, stageWords, violationWords } from './words.ts';

/** 会商纪要 (D-08) in 纪要格式, not sealed; a draft until every organ present has answered (Article 10). A copy about one organ has a slip on which it confirms or dissents. */
export const minutes = template<Meeting>({
  name: '会商纪要',
  kind: 'meeting',
  sheet(given) {
    const { doc, no, about, directory, now } = given;
    const { data } = doc;
    const date = dayOf(doc, 'finish', now);
    return {
      template: 'D-08/1', format: 'minutes', no, issuer: fullName(directory, center), date, draft: doc.state !== 'c.confirmed' && doc.state !== 'c.done', ...(about ? { to: shortName(directory, about) } : {}),
      blocks: [
        ends(fullName(directory, center), dateWords(date)),
        title(...heads(data)),
        para(`${data.heldAt ? time.minute(data.heldAt, { year: true }) : time.minute(data.start, { year: true })}${data.endedAt ? ` 至 ${clock(data.endedAt)}` : ''}，${fullName(directory, center)}在${data.place}主持召开会商会议（编号 ${doc.no}）。纪要如下。`),
        heading('一、案情'),
        para(caseWords(given)),
        heading('二、各单位意见'),
        ...opinions(given),
        heading('三、议定事项'),
        grid({
          head: ['序号', '议定事项', '责任单位', '配合单位', '责任人', '时限'], widths: [7, 28, 18, 17, 11, 19],
          rows: standing(data).map((task, index) => [
            String(index + 1), task.what, fullName(directory, task.organ), task.co.map((organ) => shortName(directory, organ)).join('、') || '无', task.person ? nameOf(directory, task.person) : '由单位确定', `${time.fullDay(task.dueDate)}前`,
          ]),
        }),
        heading('四、移送与联合执法'),
        ...furtherSteps(given),
        para('需要移送的，由承办部门按第十一条核实，经本部门主要负责人批准后移送；会商意见不代替批准。联合执法以议定事项所列为准，未列明的不启动。'),
        heading('五、确认情况'),
        para(answersText(given)),
        labelled('出席', names(data.guests.filter((guest) => guest.present), directory)),
        labelled('请假', names(data.guests.filter((guest) => !guest.present && guest.reply === 'leave'), directory)),
        labelled('未到会', names(data.guests.filter((guest) => !guest.present && guest.reply !== 'leave'), directory)),
        labelled('列席', '无'),
        small('本纪要不加盖印章。会商意见为工作研判，不作认定。'),
        ...(about && doc.state === 'c.minutes' ? slipOfMinutes({ no, organ: fullName(directory, about), url: given.answerUrl }) : []),
      ],
    };
  },
});

/** Which decisions go on in the matter by themselves. */
function furtherSteps({ doc }: Given<Meeting>): Block[] {
  const further = standing(doc.data).filter(({ kind }) => kind !== 'other');
  return further.length ? further.map((task) => para(`议定事项第 ${numberOfResolution(doc.data, task.id)} 项：${resolutionKinds[task.kind]}，纪要确认后随即办理。`)) : [];
}

function heads({ matterNos }: Meeting): string[] {
  return [`关于${matterNos[0] ?? ''}号来件${matterNos.length > 1 ? `等 ${matterNos.length} 件` : ''}`, '协同处置的会商纪要'];
}

/** By kinds of question only: no project, no entity, no source. */
function caseWords({ doc, matter }: Given<Meeting>): string {
  if (!matter) return `会商涉及来件 ${doc.data.matterNos.join('、')}，案情见案卷。`;
  const { kind, violations, stage } = matter.data;
  return `${matter.no} 号来件（${kindWords(kind)}）疑似存在${violationWords(violations) || '有关情形'}${stage ? `，涉及${stageWords(stage)}环节` : ''}。以上尚待核实，不作认定。`;
}

/** What each organ present said of the minutes; a dissent stands word for word. */
function opinions({ doc, directory }: Given<Meeting>): Block[] {
  const present = doc.data.guests.filter((guest) => guest.present);
  return present.length ? present.flatMap((guest) => paragraphs(`${fullName(directory, guest.organ)}：${opinion(guest)}`)) : [para('尚未签到。')];
}

function opinion({ confirmed, dissent }: Guest): string {
  if (confirmed === 'dissent') return `不同意见：“${dissent}”`;
  return confirmed === 'ok' ? '同意议定事项。' : confirmed === 'silent' ? '期限内未回复，如实记载。' : '待确认。';
}

function answersText({ doc }: Given<Meeting>): string {
  const present = doc.data.guests.filter((guest) => guest.present);
  const count = (...kinds: Guest['confirmed'][]): number => present.filter((guest) => kinds.includes(guest.confirmed)).length;
  const limit = latest(doc.clocks, 'T12');
  const open = count('') ? `待确认 ${count('')} 家${limit ? `，请于 ${time.fullDay(limit.due.dueDate)}前回复` : ''}` : '均已回复';
  return `到会 ${present.length} 家：确认 ${count('ok')} 家，不同意见 ${count('dissent')} 家，未回复 ${count('silent')} 家；${open}。`;
}

function names(guests: readonly Guest[], directory: Directory): string {
  return guests.map((guest) => [fullName(directory, guest.organ), directory.people.has(guest.person) ? nameOf(directory, guest.person) : (guest.visitor?.name ?? '')].filter(Boolean).join(' ')).join('；') || '无';
}
