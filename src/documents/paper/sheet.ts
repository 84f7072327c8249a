/** A cell of a form: its paragraphs, or room for a signature of at least 18 mm. */
export interface FormCell { label: string; lines: readonly string[]; sign: boolean }

/** A piece of a written document, from top to bottom. Plain values only: they are what the check code is counted over. */
export type Block =
  | { kind: 'para' | 'heading' | 'addressee' | 'small' | 'cut' | 'cc'; text: string }
  | { kind: 'title'; lines: readonly string[] }
  | { kind: 'labelled'; label: string; text: string }
  | { kind: 'ends'; left: string; right: string }
  | { kind: 'form'; rows: readonly (readonly FormCell[])[] }
  | { kind: 'grid'; head: readonly string[]; widths: readonly number[]; rows: readonly (readonly string[])[] }
  | { kind: 'qr'; url: string; text: string }
  | { kind: 'attachments'; names: readonly string[] }
  | { kind: 'signature'; issuer: string; date: string; seal: boolean };

/** A written document before it is drawn: all that will stand on the paper. */
export interface Sheet {
  /** Number and version of the template, e.g. D-05/1. */
  template: string;
  /** common: 普通格式 with forms; letter: 信函格式; minutes: 纪要格式. */
  format: 'common' | 'letter' | 'minutes';
  /** Official number, or the number of the case where the paper has none of its own. */
  no: string;
  issuer: string;
  /** Short name of the one organ that it is for, where each gets a copy of its own. */
  to?: string;
  /** ISO date of the paper. */
  date: string;
  /** True until the person entitled has decided what the paper says. */
  draft: boolean;
  blocks: readonly Block[];
}

/** A body paragraph, first line indented by two characters. */
export const para = (text: string): Block => ({ kind: 'para', text });
/** First level: 一、. */
export const heading = (text: string): Block => ({ kind: 'heading', text });
/** 主送, with its full-width colon. */
export const addressee = (text: string): Block => ({ kind: 'addressee', text: `${text}：` });
/** A remark under a table. */
export const small = (text: string): Block => ({ kind: 'small', text });
/** The line along which the 回执联 is cut off. */
export const cut = (text: string): Block => ({ kind: 'cut', text });
/** 抄送. */
export const cc = (text: string): Block => ({ kind: 'cc', text });
/** The title, already broken by sense. */
export const title = (...lines: string[]): Block => ({ kind: 'title', lines });
/** A label in 黑体 and what it names. */
export const labelled = (label: string, text: string): Block => ({ kind: 'labelled', label, text });
/** One line with something at both ends. */
export const ends = (left: string, right: string): Block => ({ kind: 'ends', left, right });
/** A form of labelled cells, one to two pairs a row. */
export const form = (...rows: (readonly FormCell[])[]): Block => ({ kind: 'form', rows });
/** A table with a head; `widths` are shares of the text width. */
export const grid = (table: { head: readonly string[]; widths: readonly number[]; rows: readonly (readonly string[])[] }): Block => ({ kind: 'grid', ...table });
/** A code to be scanned, and what it is for. */
export const qr = (url: string, text: string): Block => ({ kind: 'qr', url, text });
/** 附件, numbered where there are several. */
export const attachments = (...names: string[]): Block => ({ kind: 'attachments', names });
/** 署名 and 成文日期 with the place of the seal; `seal` false for 纪要. */
export const signature = (issuer: string, date: string): Block => ({ kind: 'signature', issuer, date, seal: true });

/** A labelled cell; an empty value reads 无. */
export function cell(label: string, value: string | readonly string[]): FormCell {
  const lines = (typeof value === 'string' ? [value] : value).filter(Boolean);
  return { label, lines: lines.length ? lines : ['无'], sign: false };
}

/** A labelled cell with room to sign under its lines. */
export function signCell(label: string, ...lines: string[]): FormCell {
  return { label, lines: lines.filter(Boolean), sign: true };
}
