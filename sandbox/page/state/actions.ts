import type { TapAnswer } from '../../api/acts.ts';
import type { Clock, ClockMove } from '../../api/clock.ts';
import { post, RequestFault } from './api-client.ts';
import { createMoving } from './moving.ts';
import { createReading } from './reading.ts';
import { createSpeaking } from './speaking.ts';
import type { Notice, Store } from './store.ts';
import { t } from '../language/language.ts';

/** Everything a person at the page can do; each act tells of its failure in a toast and never throws. */
export type Actions = ReturnType<typeof createActions>;

/** Makes the acts over the store. */
export function createActions(store: Store) {
  const tell = (person: string, notice: Pick<Notice, 'type' | 'text'>) => addNotice(store, person, notice);
  const attempt = async (person: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof RequestFault)) throw fault;
      tell(person, { type: 'error', text: fault.message });
    }
  };
  const reading = createReading(store, attempt);
  return { tell, attempt, ...reading, ...createMoving(store, attempt, reading), ...createWriting(store, attempt, tell), ...createSpeaking(store, attempt) };
}

/** Does some work for a person and tells of its failure in a toast. */
export type Attempt = (person: string, work: () => Promise<void>) => Promise<void>;

function addNotice(store: Store, person: string, notice: Pick<Notice, 'type' | 'text'>): void {
  const id = (store.notices.value.at(-1)?.id ?? 0) + 1;
  const at = store.clock.value?.now ?? '';
  store.notices.value = [...store.notices.value.slice(-49), { id, person, at, shown: true, ...notice }];
  setTimeout(() => {
    store.notices.value = store.notices.value.map((each) => (each.id === id ? { ...each, shown: false } : each));
  }, 5000);
}

/** What a person does on a card, before the sandbox judges it. */
export interface CardAct {
  person: string;
  message: string;
  at: (string | number)[];
  form?: Record<string, string | string[] | boolean>;
  option?: string;
  options?: string[];
  input?: string;
  checked?: boolean;
  confirmed?: boolean;
}

function createWriting(store: Store, attempt: Attempt, tell: (person: string, notice: Pick<Notice, 'type' | 'text'>) => void) {
  const tap = async ({ person, ...act }: CardAct): Promise<TapAnswer> => {
    store.tapped.set(person, act.message);
    const answer = await post<TapAnswer>('tap', { as: person, ...act }).catch((fault: Error): TapAnswer => ({
      outcome: 'failed',
      toast: { type: 'error', content: fault.message },
    }));
    const notice = noticeOf(answer);
    if (notice !== null) tell(person, notice);
    return answer;
  };
  const act = (path: string, body: { as: string } & Record<string, unknown>) =>
    attempt(body.as, async () => { await post(path, body); });
  const moveClock = (move: ClockMove) =>
    attempt('', async () => {
      store.clock.value = await post<Clock>('clock', move);
      store.clockReadAt.value = Date.now();
    });
  return { tap, act, moveClock };
}

function noticeOf({ outcome, toast, error, missing }: TapAnswer): Pick<Notice, 'type' | 'text'> | null {
  if (toast !== undefined) return { type: toast.type, text: toast.content };
  if (outcome === 'blocked') return { type: 'warning', text: (missing ?? []).length > 0 ? t('fieldsMissing') : (error?.text ?? t('buttonBlocked')) };
  if (error !== undefined) return { type: 'error', text: t('withCode', { ...error }) };
  return outcome === 'failed' ? { type: 'error', text: t('actFailed') } : null;
}
