import type Router from '@koa/router';
import type { AgendaView } from '../api/agenda.ts';
import type { ClockMove } from '../api/clock.ts';
import { beijing } from '../clock.ts';
import { jsonOf } from '../control/asked.ts';
import { fields, isFields, list, text, type Fields } from '../json.ts';
import type { World } from '../world.ts';
import { createAgenda } from './agenda.ts';
import { refuse } from './refusal.ts';

const YEAR_MS = 366 * 86_400_000;

/** A tour that a page can play; whether its people and cards exist shows when it is played. */
function readTour(wish: unknown): Fields {
  const tour = fields(wish);
  const steps = list(tour['steps']).filter(isFields);
  const moves = steps.flatMap((step) => list(step['moves']).map(fields));
  const whole = moves.every((move) => text(move['as']) !== '' && isFields(move['press']) && isFields(move['chat']));
  if (text(tour['title']) === '' || moves.length === 0 || !whole) throw refuse(400, '导览要有 title 和 steps，每一步的 moves 要有 as、chat 和 press');
  return tour;
}

const ways = ['minutes', 'hours', 'days', 'workingDays'] as const;

function wayOf(query: URLSearchParams): ClockMove {
  const to = query.get('to');
  const spans = ways.filter((way) => query.has(way)).map((way) => [way, Number(query.get(way))] as const);
  return to === null ? Object.fromEntries(spans) : { to };
}

/** What the page's desk needs beside the people: the agenda of the clock and the tour. */
export function addDesk(router: Router, world: World): void {
  const agenda = createAgenda(world);
  let tour: Fields = {};
  router.get('/sandbox/agenda', (ctx) => {
    const to = world.clock.where(wayOf(ctx.URL.searchParams)) ?? world.clock.now() + YEAR_MS;
    if (!Number.isFinite(to)) throw refuse(400, '看不懂要到什么时候');
    const view: AgendaView = { to: beijing(to), entries: agenda.ahead(to) };
    ctx.body = view;
  });
  router.post('/sandbox/agenda', async (ctx) => {
    agenda.announce(await jsonOf(ctx));
    ctx.body = {};
  });
  router.get('/sandbox/tour', (ctx) => void (ctx.body = tour));
  router.post('/sandbox/tour', async (ctx) => {
    tour = readTour(await jsonOf(ctx));
    world.hub.publish({ type: 'tour' });
    ctx.body = {};
  });
}
