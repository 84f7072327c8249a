import type { Meeting } from '../domain/meeting/meeting.ts';
import { center, fullName, nameOf, shortName } from '../domain/people.ts';
import { clock, time } from '../domain/time/time.ts';
import { addressee, grid, heading, para, signature, title } from './paper/sheet.ts';
import { slipOfReply } from './pieces.ts';
import { template, type Given } from './template.ts';
import { dateWords, dayOf, regulation } from './words.ts';

/** 会商会议通知 (D-07) in 信函格式: to every organ asked to come (Article 10); a copy about one organ is its own letter, with a slip to answer on. */
export const meetingNotice = template<Meeting>({
  name: '会商会议通知',
  kind: 'meeting',
  sheet(given) {
    const { doc, no, about, directory, settings, now } = given;
    const { data } = doc;
    const date = dayOf(doc, 'call', now);
    const contact = directory.people.has(data.convener) ? nameOf(directory, data.convener) : '值班人员';
    return {
      template: 'D-07/1', format: 'letter', no, issuer: fullName(directory, center), date, draft: !data.noticeNo, ...(about ? { to: shortName(directory, about) } : {}),
      blocks: [
        title('关于召开公共资源交易', '协同监督会商会议的通知'),
        addressee(about ? fullName(directory, about) : data.guests.map((guest) => fullName(directory, guest.organ)).join('、') || '各有关单位'),
        para(`依据${regulation}第十条，现就下列事项召开会商会议，请你单位派员参加。`),
        heading('一、议题'),
        para(`${data.topic}（编号 ${doc.no}，涉及来件 ${data.matterNos.join('、')}）。`),
        heading('二、时间和地点'),
        para(`时间：${time.minute(data.start, { year: true })} 至 ${clock(data.end)}。`),
        para(`地点：${data.place || settings.place}。`),
        ...(data.urgentReason ? [para(`提前通知不足 ${settings.noticeDays} 个工作日的理由：${data.urgentReason}。`)] : []),
        heading('三、参会单位与人员'),
        para('请主要负责人或者熟悉情况、能够代表单位发表意见的负责同志参加。'),
        grid({ head: ['序号', '单位', '拟请参会人员'], widths: [10, 56, 34], rows: guestRows(given) }),
        heading('四、需准备的材料'),
        para('本单位掌握的有关情况、职责依据、处理建议及需要其他单位协助的事项。'),
        heading('五、回避提示'),
        para('与议题所涉单位、人员有利害关系，可能影响公正处理的，请提前告知并另派人员。'),
        heading('六、保密要求'),
        para('议题内容仅限参会人员知悉。不打听、不透露举报人情况，不带走、不转发会议材料。'),
        heading('七、联系人'),
        para(`${contact}，${settings.dutyPhone}。不能参加的，请在会前回复并改派人员。`),
        signature(fullName(directory, center), dateWords(date)),
        ...(about ? slipOfReply({ no, organ: fullName(directory, about), url: given.answerUrl }) : []),
      ],
    };
  },
});

function guestRows({ doc, directory }: Given<Meeting>): string[][] {
  return doc.data.guests.map((guest, index) => {
    const person = directory.people.get(guest.person);
    return [String(index + 1), fullName(directory, guest.organ), person ? `${person.name} ${person.title}` : '由单位确定'];
  });
}
