import { createCalendar, type WorkCalendar } from '../domain/time/calendar.ts';
import type { Document } from '../domain/document.ts';
import type { Settings } from '../domain/settings.ts';
import { holidayYears } from '../domain/time/holidays.ts';
import type { Matter } from '../domain/matter/matter.ts';
import { nameOf, shortName, type Directory } from '../domain/people.ts';
import { time } from '../domain/time/time.ts';
import type { Timeline } from '../domain/timeline.ts';
import { approvalForm } from './approval-form.ts';
import { campaignPlan } from './campaign-plan.ts';
import { complaintAccepted } from './complaint/accepted.ts';
import { complaintDecision } from './complaint/decision.ts';
import { complaintPassed } from './complaint/passed.ts';
import { complaintPause } from './complaint/pause.ts';
import { complaintRedirected } from './complaint/redirected.ts';
import { complaintRejected } from './complaint/rejected.ts';
import { evidenceList } from './evidence-list.ts';
import { evidencePackages, type Exhibit } from './evidence-package.ts';
import { feedbackForm } from './feedback-form.ts';
import { forwardLetter } from './forward-letter.ts';
import { foundReport } from './found-report.ts';
import { intakeRecord } from './intake-record.ts';
import { jointPlan } from './joint-plan.ts';
import { meetingNotice } from './meeting-notice.ts';
import { minutes } from './minutes.ts';
import { notApplicable } from './not-applicable.ts';
import { bannerLetter } from './banner-letter.ts';
import { reviewRequest, supervisionLetter } from './declined-letters.ts';
import { draftMark } from './paper/margins.ts';
import { drawn } from './paper/paper.ts';
import type { Sheet } from './paper/sheet.ts';
import { receiptSlip } from './receipt-slip.ts';
import { report } from './report.ts';
import type { Template } from './template.ts';
import { trailFiles } from './trail.ts';
import { urgeLetter } from './urge-letter.ts';
import { transferLetter } from './transfer-letter.ts';

/** Every paper by the name that flows use. */
export const papers: Readonly<Record<string, Template>> = {
  'intake-record': intakeRecord,
  'forward-letter': forwardLetter,
  'found-report': foundReport,
  report,
  'approval-form': approvalForm,
  'transfer-letter': transferLetter,
  'receipt-slip': receiptSlip,
  'review-request': reviewRequest,
  'supervision-letter': supervisionLetter,
  'feedback-form': feedbackForm,
  'meeting-notice': meetingNotice,
  minutes,
  'joint-plan': jointPlan,
  'campaign-plan': campaignPlan,
  'not-applicable': notApplicable,
  'banner-letter': bannerLetter,
  'evidence-list': evidenceList,
  'complaint-passed': complaintPassed,
  'complaint-accepted': complaintAccepted,
  'complaint-rejected': complaintRejected,
  'complaint-redirected': complaintRedirected,
  'complaint-pause': complaintPause,
  'complaint-decision': complaintDecision,
  'urge-letter': urgeLetter,
};

/** What the papers of a city are made from; the working calendar defaults to the holiday notices that come with the product. */
export interface PapersDeps {
  directory: Directory; settings: Settings; now(): Date; calendar?: WorkCalendar;
  /** The one-time address at which an organ without an account answers a paper, `about` naming the organ where several have one; undefined where no public address is set. */
  answerUrl?(doc: Document, about: string): string | undefined;
}

/** The documents a paper is written from. */
export interface PaperSources { doc: Document; matter?: Document; docNo: string; about?: string }

/** A paper as a file. */
export interface PaperFile { name: string; bytes: Buffer }

/** The maker of written documents. */
export interface Papers {
  /** The file of a paper; throws for a name that is not registered or a document of another kind. */
  write(paper: string, docs: PaperSources): Promise<PaperFile>;
  /** What stands on it. */
  sheet(paper: string, docs: PaperSources): Sheet;
  /** 全程留痕 of a matter as one person may read it, once to be read and once to be checked; it names who (open_id) took it and when. */
  trail(matter: Document<Matter>, timeline: Timeline, by: string): PaperFile[];
  /** The evidence of a matter as zips of at most `limit` bytes each, with 证据清单, manifest and trail; all but the exhibits themselves name who (open_id) took it and when. */
  bundle(matter: Document<Matter>, given: { exhibits: readonly Exhibit[]; timeline: Timeline; by: string }, limit: number): Promise<PaperFile[]>;
}

/** Makes the maker. */
export function createPapers(deps: PapersDeps): Papers {
  const calendar = deps.calendar ?? createCalendar(holidayYears());

  function sheet(paper: string, { doc, matter, docNo, about = '' }: PaperSources): Sheet {
    const template = found(paper);
    if (template.kind !== doc.kind) throw new Error(`paper ${paper} is written on a ${template.kind}, not on a ${doc.kind}`);
    return template.sheet({
      doc, matter: matter as Document<Matter> | undefined, no: docNo || doc.no, about, answerUrl: deps.answerUrl?.(doc, about), directory: deps.directory, settings: deps.settings, calendar, now: deps.now(),
    });
  }

  async function write(paper: string, docs: PaperSources, watermark = ''): Promise<PaperFile> {
    const made = sheet(paper, docs);
    return { name: `${made.no} ${found(paper).name}${made.to ? `（致${made.to}）` : ''}${made.draft ? `（${draftMark}）` : ''}.docx`, bytes: await drawn(made, watermark) };
  }

  async function bundle(matter: Document<Matter>, { exhibits, timeline, by }: { exhibits: readonly Exhibit[]; timeline: Timeline; by: string }, limit: number): Promise<PaperFile[]> {
    const exported = { by: exporter(by), at: time.minute(deps.now().toISOString(), { year: true }) };
    const list = await write('evidence-list', { doc: matter, docNo: matter.no }, `${exported.by} ${exported.at}`);
    return evidencePackages({ no: matter.no, exported, list, exhibits, trail: trail(matter, timeline, by), limit });
  }

  function trail(matter: Document<Matter>, timeline: Timeline, by: string): PaperFile[] {
    return trailFiles(matter, timeline, { directory: deps.directory, now: deps.now(), by: exporter(by) });
  }

  function exporter(id: string): string {
    return [shortName(deps.directory, deps.directory.people.get(id)?.organ ?? ''), nameOf(deps.directory, id)].filter(Boolean).join(' ');
  }

  return { write, sheet, trail, bundle };
}

function found(paper: string): Template {
  const template = Object.hasOwn(papers, paper) ? papers[paper] : undefined;
  if (!template) throw new Error(`no paper named ${paper}`);
  return template;
}
