import type { AgendaEntry, Announced } from '../api/agenda.ts';
import { beijing } from '../clock.ts';
import { fields, list, text, type Fields } from '../json.ts';
import type { World } from '../world.ts';
import { refuse } from './refusal.ts';

const MOST = 500;

/** What lies ahead: what the apps announced and what the platform itself knows. */
export interface Agenda {
  /** Replaces what one source announced; refuses entries without time, words or kind. */
  announce(wish: Fields): void;
  /** Everything after now, up to an epoch ms, earliest first. */
  ahead(until: number): AgendaEntry[];
}

function announced(value: unknown): Announced {
  const wish = fields(value);
  const at = Date.parse(text(wish['at']));
  const { kind } = wish;
  if (!Number.isFinite(at) || text(wish['words']) === '' || (kind !== 'reminder' && kind !== 'due')) {
    throw refuse(400, '每一项要有 at（时间）、words（一句话）和 kind（reminder 或 due）');
  }
  return { at: beijing(at), words: text(wish['words']).slice(0, 80), kind };
}

function ownEntries({ state }: World): AgendaEntry[] {
  const events = Object.values(state.events).filter((event) => !event.cancelled);
  const tasks = Object.values(state.tasks).filter((task) => task.doneAt === 0);
  return [
    ...events.map((event) => ({ at: beijing(event.start * 1000), words: `日程开始：${text(event.fields['summary'])}`, kind: 'event' as const })),
    ...tasks.flatMap((task) => {
      const due = Number(text(fields(task.fields['due'])['timestamp']));
      return due > 0 ? [{ at: beijing(due), words: `任务到期：${text(task.fields['summary'])}`, kind: 'task' as const }] : [];
    }),
    ...state.outbox.filter((delivery) => delivery.attempt > 0).map((delivery) => ({ at: beijing(delivery.due), words: `重推事件：${delivery.title}`, kind: 'retry' as const })),
  ];
}

/** An agenda on which nobody announced anything yet. */
export function createAgenda(world: World): Agenda {
  const sources = new Map<string, Announced[]>();
  return {
    announce: (wish) => {
      const from = text(wish['from']);
      if (from === '' || !Array.isArray(wish['entries'])) throw refuse(400, '要有 from（谁说的）和 entries（一个列表）');
      sources.set(from, list(wish['entries']).slice(0, MOST).map(announced));
    },
    ahead: (until) => {
      const now = world.clock.now();
      return [...[...sources.values()].flat(), ...ownEntries(world)]
        .filter((entry) => Date.parse(entry.at) > now && Date.parse(entry.at) <= until)
        .toSorted((a, b) => a.at.localeCompare(b.at));
    },
  };
}
