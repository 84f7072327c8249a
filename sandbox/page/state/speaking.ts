import type { Attempt } from './actions.ts';
import { post, RequestFault, sendFile, type FileParcel } from './api-client.ts';
import { threadKey, type Outgoing, type Store } from './store.ts';

/** A text to be said, as `POST /sandbox/say` wants it. */
export interface Saying {
  as: string;
  to: string;
  text: string;
  mention?: string[];
  reply?: string;
  inThread?: boolean;
}

/** Saying texts and sending files: what does not arrive stays visible with its reason until it is sent again or dropped. */
export function createSpeaking(store: Store, attempt: Attempt) {
  let numbers = 0;
  const change = (key: string, id: number, next: Partial<Outgoing> | null) => {
    const list = store.outgoing.value[key] ?? [];
    const changed = next === null ? list.filter((each) => each.id !== id) : list.map((each) => (each.id === id ? { ...each, ...next } : each));
    store.outgoing.value = { ...store.outgoing.value, [key]: changed };
  };
  const put = (key: string, entry: Outgoing) => { store.outgoing.value = { ...store.outgoing.value, [key]: [...(store.outgoing.value[key] ?? []), entry] }; };
  const deliver = async (key: string, id: number, work: () => Promise<unknown>) => {
    try {
      await work();
      change(key, id, null);
    } catch (fault) {
      if (!(fault instanceof RequestFault)) throw fault;
      change(key, id, { failed: fault.message });
    }
  };
  const say = (saying: Saying) => {
    const key = threadKey(saying.as, saying.to);
    const id = (numbers += 1);
    const send = () => {
      change(key, id, null);
      put(key, { id, name: saying.text, file: false, share: 0, send, drop: () => change(key, id, null) });
      void deliver(key, id, () => post('say', saying));
    };
    send();
  };
  const upload = (parcel: FileParcel) => {
    const key = threadKey(parcel.as, parcel.to);
    const id = (numbers += 1);
    const send = () => {
      const under = sendFile(parcel, (share) => change(key, id, { share }));
      const drop = () => {
        under.cancel();
        change(key, id, null);
      };
      change(key, id, null);
      put(key, { id, name: parcel.file.name, file: true, share: 0, send, drop });
      void deliver(key, id, () => under.done);
    };
    send();
  };
  const typing = (person: string, chat: string) => post('typing', { as: person, chat }).catch(() => undefined);
  const recall = (person: string, message: { id: string; words: string }) => {
    if (message.words !== '') store.takenBack.set(message.id, message.words);
    return attempt(person, async () => { await post('recall', { as: person, message: message.id }); });
  };
  return { say, upload, typing, recall };
}
