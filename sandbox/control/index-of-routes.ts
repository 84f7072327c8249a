import Router from '@koa/router';

/** One route of the control API. */
export interface ControlRoute {
  method: string;
  path: string;
}

function routesOf(router: Router): ControlRoute[] {
  return router.stack.flatMap((layer) =>
    layer.methods
      .filter((method) => method !== 'HEAD')
      .map((method) => ({ method, path: typeof layer.path === 'string' ? layer.path : layer.path.source })),
  );
}

/** `GET /sandbox/routes`: every route of these routers and itself, so that the control API tells what it has. */
export function createIndex(routers: readonly Router[]): Router {
  const index = new Router();
  index.get('/sandbox/routes', (ctx) => void (ctx.body = [...routers, index].flatMap(routesOf)));
  return index;
}
