import { Icon } from '../kit/icons.tsx';
import type { PartProps } from './scene.ts';
import { list, text, texts, toNode, type Node } from './shape.ts';
import { t } from '../language/language.ts';

interface Point {
  x: string;
  series: string;
  y: number;
}

/** A chart: bars for bar and line specs with plain values, otherwise a named place; the numbers stand in a hidden table. */
export function Chart({ node }: PartProps) {
  const spec = toNode(node['chart_spec']);
  const title = text(toNode(spec['title'])['text']) || t('chart');
  const points = pointsOf(spec);
  const drawn = ['bar', 'line', 'area'].includes(text(spec['type'])) && points.length > 0;
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {drawn ? <Bars points={points} /> : <p class="img-place"><Icon name="chart" size={22} />{points.length > 0 ? points.map((point) => `${point.x} ${point.y}`).join('　') : t('chartHere')}</p>}
    </figure>
  );
}

function pointsOf(spec: Node): Point[] {
  const data = Array.isArray(spec['data']) ? list(spec['data'])[0] : toNode(spec['data']);
  const field = (name: string, fallback: string) => texts(spec[name])[0] ?? (text(spec[name]) || fallback);
  const x = field('xField', text(spec['categoryField']) || 'x');
  const y = field('yField', text(spec['valueField']) || 'y');
  const series = text(spec['seriesField']);
  return list(data?.['values']).map((row) => ({ x: text(row[x]), y: Number(row[y] ?? 0), series: series === '' ? '' : text(row[series]) }));
}

function Bars({ points }: { points: Point[] }) {
  const groups = [...new Set(points.map((point) => point.x))];
  const series = [...new Set(points.map((point) => point.series))];
  const top = Math.max(1, ...points.map((point) => point.y));
  return (
    <>
      <div class="bars" role="img" aria-label={points.map((point) => `${point.x}${point.series} ${point.y}`).join(t('comma'))}>
        {groups.map((group) => (
          <div class="bar-group" key={group}>
            <div class="bar-row">
              {series.map((name, at) => {
                const y = points.find((point) => point.x === group && point.series === name)?.y ?? 0;
                return <span key={name} class={`bar bar-${at % 4}`} style={{ height: `${(y / top) * 100}%` }}><i>{y}</i></span>;
              })}
            </div>
            <span class="bar-name">{group}</span>
          </div>
        ))}
      </div>
      {series.length > 1 && <p class="bar-legend">{series.map((name, at) => <span key={name}><i class={`bar-${at % 4}`} />{name}</span>)}</p>}
    </>
  );
}
