import { stances, type Question, type Stance } from '../../domain/meeting/calling/opinions.ts';
import { replies, type Reply } from '../../domain/meeting/meeting.ts';
import { dayText, minute } from '../../domain/time/time.ts';
import { choices, escapeHtml, formOf, lineField, table, textField, type Answer, type Typed } from './page.ts';

/** What the pages of a meeting may say: what stands on the letter in numbers, places and times. Nothing of the case. */
export interface Notice {
  issuer: string; organ: string; noticeNo: string; meetingNo: string; matterNos: readonly string[]; start: string; place: string; movedFrom: string; urgentReason: string; contact: string; questions: readonly Question[];
}

/** What the page of the minutes may say besides: their number, until when they are confirmed, each decision by organ and day. */
export interface Draft { minutesNo: string; until: string; items: readonly string[] }

const coming: Readonly<Record<Reply, string>> = { yes: '参加', swap: '改派（另派人参加）', leave: '请假（不派人参加）' };
const stanceChoices = { '': '不填', ...stances };

/** 参会回复: the notice, and who comes; what the organ thinks of each question where it wants to say so. */
export function replyForm(notice: Notice, typed: Typed, wrong = ''): Answer {
  const said = notice.questions.some(({ id }) => typed[`stance_${id}`] || typed[`reason_${id}`]);
  const questions = notice.questions.map(({ id, text }, index) => `${choices(`stance_${id}`, stanceChoices, { value: typed[`stance_${id}`] ?? '', legend: `${index + 1}　${text}`, row: true })}${textField(`reason_${id}`, `理由（第 ${index + 1} 题）`, { value: typed[`reason_${id}`] ?? '', most: 500 })}`);
  const fields = [
    choices('reply', coming, { value: typed['reply'] ?? '', legend: '是否参加' }), lineField('name', '姓名（参会人；请假的写填写人）', { value: typed['name'] ?? '', as: 'name' }),
    lineField('title', '职务（请假的可不填）', { value: typed['title'] ?? '', as: 'organization-title' }), lineField('phone', '电话（请假的可不填，会议改期时联系）', { value: typed['phone'] ?? '', as: 'tel' }),
    textField('note', '说明（可不填）', { value: typed['note'] ?? '', most: 500 }),
    questions.length ? `<details${said ? ' open' : ''}><summary>会前意见（${questions.length} 题，可不填）</summary><p class="note">如实记入纪要。</p>${questions.join('')}</details>` : '',
  ];
  return { status: wrong ? 422 : 200, title: '会商会议通知', body: `${headOf(notice, '会商会议通知')}<div class="sheet">${table(noticeRows(notice))}${topics(notice)}</div>
${formOf(fields.join(''), { button: '提交回复', wrong })}<p class="note">本页不显示案情。会议开始前有效，提交一次；以后要改请电话联系 ${escapeHtml(notice.contact)}，或填写纸质参会回执寄回。</p>` };
}

/** The reply as it was entered, to be printed. */
export function replyDone(notice: Notice, entered: { reply: Reply | ''; visitor: string; name: string; note: string; opinions: readonly { question: string; stance: Stance }[]; at: string }): Answer {
  const rows: [string, string][] = [
    ['单位', notice.organ], ['回复', entered.reply ? replies[entered.reply] : ''], ['参会人', entered.visitor], ['填写人', entered.visitor ? '' : entered.name], ['说明', entered.note],
    ['会前意见', entered.opinions.map(({ question, stance }) => `${notice.questions.findIndex(({ id }) => id === question) + 1} ${stances[stance]}`).join('；')], ['提交时间', minute(entered.at, { year: true })],
  ];
  return { status: 200, title: '会商会议通知', body: `<h1>已收到，谢谢</h1><p>${entered.visitor ? `会议时间 ${minute(notice.start)}，${escapeHtml(notice.place)}。` : '已记为请假。'}可打印本页。</p><div class="sheet">${table([...noticeRows(notice).slice(0, 4), ...rows])}</div><p class="note screen">链接已用完。要改请电话联系 ${escapeHtml(notice.contact)}。</p>` };
}

/** 确认纪要: confirm, or a dissent that is recorded word by word; the words of the minutes stand on paper alone. */
export function minutesForm(notice: Notice, draft: Draft, { typed, wrong = '' }: { typed: Typed; wrong?: string }): Answer {
  const fields = [
    choices('answer', { ok: '确认', dissent: '有不同意见' }, { value: typed['answer'] ?? '', legend: '本单位意见' }), textField('dissent', '不同意见（原文照记入纪要，不作删改）', { value: typed['dissent'] ?? '', most: 1000 }),
    lineField('name', '填写人姓名', { value: typed['name'] ?? '', as: 'name' }),
  ];
  const items = draft.items.length ? `<ol>${draft.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol>` : '';
  return { status: wrong ? 422 : 200, title: '会商纪要确认', body: `${headOf(notice, '会商纪要确认')}<div class="sheet">${table(draftRows(notice, draft))}<p class="note">议定 ${draft.items.length} 项，全文见寄送的纸质纪要：</p>${items}</div>
${formOf(fields.join(''), { button: '提交', wrong })}<p class="note">本页不显示案情。到期未回复的如实记为「未回复」，不算同意。联系人 ${escapeHtml(notice.contact)}。</p>` };
}

/** The answer to the minutes as it was entered, to be printed. */
export function minutesDone(notice: Notice, draft: Draft, entered: { answer: string; dissent: string; name: string; at: string }): Answer {
  const rows: [string, string][] = [['单位', notice.organ], ['意见', entered.answer === 'ok' ? '确认' : '有不同意见，已如实记载'], ['原文', entered.dissent], ['填写人', entered.name], ['提交时间', minute(entered.at, { year: true })]];
  return { status: 200, title: '会商纪要确认', body: `<h1>已收到，谢谢</h1><p>可打印本页。</p><div class="sheet">${table([...draftRows(notice, draft).slice(0, 2), ...rows])}</div><p class="note screen">链接已用完，可关闭本页。</p>` };
}

function headOf({ issuer }: Notice, title: string): string {
  return `<p class="note">${escapeHtml(issuer)}</p><h1>${title}</h1>`;
}

function noticeRows(notice: Notice): [string, string][] {
  return [
    ['时间', minute(notice.start, { year: true })], ['原定', notice.movedFrom && minute(notice.movedFrom)], ['地点', notice.place], ['文号', notice.noticeNo], ['单位', notice.organ], ['会议编号', notice.meetingNo], ['涉及来件', notice.matterNos.join('、')], ['紧急理由', notice.urgentReason], ['联系人', notice.contact],
  ];
}

function draftRows(notice: Notice, draft: Draft): [string, string][] {
  return [['纪要文号', draft.minutesNo], ['会议', `${notice.meetingNo}　${minute(notice.start, { year: true })}`], ['单位', notice.organ], ['请回复', draft.until ? `${dayText(draft.until)}前` : '']];
}

function topics({ questions }: Notice): string {
  return questions.length ? `<p class="note">议题</p><ol>${questions.map(({ text }) => `<li>${escapeHtml(text)}</li>`).join('')}</ol>` : '';
}
