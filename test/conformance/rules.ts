import { messageRules } from './message-rules.ts';
import { officeRules } from './office-rules.ts';
import { pushRules } from './push-rules.ts';
import type { Rule } from './rule.ts';

/** Every rule once, in the order in which the page lists them. */
export const rules: readonly Rule[] = [...messageRules, ...officeRules, ...pushRules];
