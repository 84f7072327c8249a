import type { FaultKind, FaultPlan } from '../../api/faults.ts';
import type { Word } from '../language/language.ts';

/** The faults by what they strike, with the word for each and what can be said about it besides its chance. */
export const faultGroups: readonly { name: Word; only: string; faults: readonly { kind: FaultKind; name: Word; late?: true; loses?: true }[] }[] = [
  { name: 'faultsOfCalls', only: 'POST /im/v1/messages', faults: [
    { kind: 'api5xx', name: 'fault5xx' }, { kind: 'api429', name: 'fault429' }, { kind: 'apiTimeout', name: 'faultTimeout', loses: true }, { kind: 'apiReset', name: 'faultReset', loses: true },
    { kind: 'apiSlow', name: 'faultSlow', late: true }, { kind: 'tokenExpired', name: 'faultToken' }, { kind: 'chatDisbanded', name: 'faultDisbanded' },
  ] },
  { name: 'faultsOfEvents', only: 'im.message.receive_v1', faults: [
    { kind: 'eventDuplicate', name: 'faultDuplicate' }, { kind: 'eventDelay', name: 'faultDelay', late: true }, { kind: 'eventReorder', name: 'faultReorder' }, { kind: 'ackLost', name: 'faultAckLost' },
    { kind: 'dropSocket', name: 'faultSocket' }, { kind: 'endpoint', name: 'faultEndpoint' },
  ] },
];

/** Weather in one tap. */
export const faultPresets: readonly { name: Word; plan: FaultPlan }[] = [
  { name: 'weatherCalm', plan: {} },
  { name: 'weatherRough', plan: { apiSlow: { chance: 0.3, ms: 1500 }, apiReset: 0.05, apiTimeout: 0.02, eventDelay: { chance: 0.3, ms: 3000 }, eventDuplicate: 0.1, eventReorder: 0.1 } },
  { name: 'weatherLimits', plan: { api429: 0.4 } },
  { name: 'weatherUnheard', plan: { apiReset: { only: 'POST /im/v1/messages', done: true } } },
  { name: 'weatherCut', plan: { dropSocket: 0.3, ackLost: 0.1, endpoint: { chance: 0.5, code: 1 } } },
];
