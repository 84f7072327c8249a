/** Every way the domain says no, by the code of the field (domain table 7); each has its sentence in `cards/kit/texts.ts`. */
export const refusalCodes = [
  'E-101', 'E-102', 'E-103', 'E-104', 'E-105',
  'E-201', 'E-202', 'E-203', 'E-204', 'E-205', 'E-206', 'E-207',
  'E-301', 'E-302', 'E-303', 'E-304', 'E-305',
  'E-401', 'E-402', 'E-403', 'E-404', 'E-405', 'E-406', 'E-407', 'E-408', 'E-409', 'E-410', 'E-411',
  'E-501', 'E-502', 'E-503', 'E-504',
  'E-801', 'E-900', 'E-901', 'E-902',
  'notice', 'input', 'stale', 'new-version', 'reason', 'open-referral', 'undecided', 'not-alone', 'not-found', 'not-major', 'few-officers',
] as const;

/** The code of a refusal. */
export type RefusalCode = (typeof refusalCodes)[number];

/** An expected no: the person is told what to do; nothing is changed but a DENIED audit entry where authority was missing. */
export interface Refusal {
  code: RefusalCode;
  /** Values for the sentence, e.g. `{ missing: '项目名称' }`; never secrets. */
  with: Record<string, string>;
  /** Names of the form fields concerned, so that the form can point at them. */
  fields: readonly string[];
}

/** Makes a refusal. */
export function refuse(code: RefusalCode, values: Record<string, string> = {}, fields: readonly string[] = []): Refusal {
  return { code, with: values, fields };
}
