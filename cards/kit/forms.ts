import type { Kind } from '../../src/domain/document.ts';
import { decisionFromForm, delayFromForm, deliveryFromForm, extensionFromForm, moveFromForm, penaltyFromForm, receiptFromForm, resolutionFromForm, timesFromForm, wishFromForm } from './branch-forms.ts';
import { assignFromForm, campaignPlanFromForm, tallyFromForm } from '../campaign/campaign-forms.ts';
import { actionFromForm, planFromForm, startFromForm } from './joint-forms.ts';
import { listOf, textOf, type Form, type FormReader } from './form-values.ts';
import { renameFromForm } from '../organ/organ-forms.ts';
import { factsFromForm, scopeFromForm, sendFromForm } from '../matter/intake/matter-forms.ts';

/** How the form of each act becomes the act's input; an act without a reader takes the form's values as they are. */
export const formReaders: Readonly<Record<string, FormReader>> = {
  'campaign.assign': assignFromForm,
  'campaign.explain': delayFromForm,
  'campaign.plan': campaignPlanFromForm,
  'campaign.progress': tallyFromForm,
  'campaign.report': tallyFromForm,
  'forward.askExtension': extensionFromForm,
  'forward.explain': delayFromForm,
  'matter.correct': factsFromForm,
  'joint.plan': planFromForm,
  'joint.record': actionFromForm,
  'matter.enforce': startFromForm,
  'matter.register': factsFromForm,
  'matter.report': sendFromForm,
  'matter.send': sendFromForm,
  'matter.setScope': scopeFromForm,
  'matter.askMeeting': wishFromForm,
  'matter.convene': wishFromForm,
  'meeting.adjust': wishFromForm,
  'organ.rename': renameFromForm,
  'meeting.explain': delayFromForm,
  'meeting.correct': resolutionFromForm,
  'meeting.move': moveFromForm,
  'meeting.resolve': resolutionFromForm,
  'meeting.times': timesFromForm,
  'referral.back': decisionFromForm,
  'referral.refuse': decisionFromForm,
  'transfer.deliver': deliveryFromForm,
  'transfer.punish': penaltyFromForm,
  'transfer.receipt': receiptFromForm,
  'transfer.reviewed': receiptFromForm,
};

/** The input of an act from the values of its form. */
export function inputFrom(act: { kind: Kind; act: string }, form: Form): Record<string, unknown> {
  const reader = formReaders[`${act.kind}.${act.act}`];
  return reader ? reader(form) : Object.fromEntries(Object.keys(form).map((name) => [name, Array.isArray(form[name]) ? listOf(form, name) : (textOf(form, name) ?? form[name])]));
}
