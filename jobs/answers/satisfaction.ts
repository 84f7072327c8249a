import { maySee } from '../../src/domain/acting-for.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { center, type Person } from '../../src/domain/people.ts';
import { countRatings, ratable, satisfactions } from '../../src/domain/reporter/rating.ts';
import { sayTo } from '../say.ts';
import type { Deps, Received } from '../define.ts';

const most = 500;

/** 满意度: the Center hears how many of those who left their names are content, over the last ended matters that the asker may see; never whose rating is whose. */
export async function tellSatisfaction({ received, person }: { received: Received; person: Person }, deps: Deps): Promise<void> {
  if (person.organ !== center) return sayTo(received, '满意度由市公共资源交易中心汇总，请向中心了解。', deps);
  const world = { directory: deps.directory, now: deps.now() };
  const ended = (await deps.store.search({ kind: 'matter', states: ratable, limit: most })) as Document<Matter>[];
  const counts = countRatings(ended.filter((doc) => maySee(flows.matter, { doc: doc as Document, person: person.id, world })).map(({ data }) => data));
  const rated = counts.yes + counts.fair + counts.no;
  const parts = (['yes', 'fair', 'no'] as const).map((how) => `${satisfactions[how]} ${counts[how]} 件`).join('，');
  await sayTo(received, `最近 ${most} 件办结事项中，已评价 ${rated} 件${rated ? `：${parts}` : ''}；留名未评价 ${counts.none} 件。`, deps);
}
