import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../kit/icons.tsx';
import { chartRows, chartTitle, type ChartRow } from './chart-words.ts';
import { Lightbox } from './lightbox.tsx';
import { useScene, type PartProps } from './scene.ts';
import { text, toNode, type Node } from './shape.ts';
import { t } from '../language/language.ts';

/** A chart of the platform, drawn by VChart once it is on the screen; its numbers also stand in a table for screen readers. */
export function Chart({ node }: PartProps) {
  const [large, setLarge] = useState(false);
  const spec = toNode(node['chart_spec']);
  const title = chartTitle(spec);
  return (
    <figure class="chart">
      <Canvas spec={spec} theme={text(node['color_theme'])} title={title} size={sizeOf(node)} />
      <Numbers title={title} rows={chartRows(spec)} />
      {node['preview'] !== false && <button type="button" class="btn-icon chart-open" aria-label={t('enlarge', { name: title })} onClick={() => setLarge(true)}><Icon name="expand" size={16} /></button>}
      {large && <Lightbox title={title} onClose={() => setLarge(false)}><div class="chart-large"><Canvas spec={spec} theme={text(node['color_theme'])} title={title} size={{}} eager /></div></Lightbox>}
    </figure>
  );
}

function sizeOf(node: Node): { height?: string; aspectRatio?: string } {
  const height = text(node['height']);
  if (/^\d{1,3}px$/.test(height)) return { height };
  const ratio = /^(1:1|2:1|4:3|16:9)$/.exec(text(node['aspect_ratio']))?.[0];
  return ratio === undefined ? {} : { aspectRatio: ratio.replace(':', ' / ') };
}

interface CanvasProps {
  spec: Node;
  theme: string;
  title: string;
  size: { height?: string; aspectRatio?: string };
  eager?: boolean;
}

function Canvas({ spec, theme, title, size, eager = false }: CanvasProps) {
  const scene = useScene();
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting');
  const seen = useSeen(place, eager || scene.eager === true);
  const dark = useDark();
  const source = JSON.stringify(spec);
  useEffect(() => {
    const box = place.current;
    if (!seen || box === null) return;
    let gone = false;
    let release = () => {};
    // The chart library is large: it comes with the first chart that somebody looks at.
    void import('./chart-canvas.ts')
      .then(({ drawChart }) => (gone ? undefined : drawChart(box, spec, { dark, theme })))
      .then((undo) => {
        if (gone) undo?.();
        else release = undo ?? release;
        setState('drawn');
      }, () => setState('failed'));
    return () => {
      gone = true;
      release();
    };
  }, [seen, dark, theme, source]);
  if (state === 'failed') return <p class="chart-failed" role="note"><Icon name="warning" size={18} />{t('chartFailed')}</p>;
  return <div ref={place} class="chart-box" data-state={state} role="img" aria-label={title} style={size} />;
}

function useSeen(place: { current: HTMLElement | null }, at: boolean): boolean {
  const [seen, setSeen] = useState(at);
  useEffect(() => {
    if (seen || place.current === null) return;
    const watch = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) setSeen(true); }, { rootMargin: '100px' });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [seen]);
  return seen;
}

/** Whether the page is dark now: its own choice first, else that of the system. */
function useDark(): boolean {
  const read = () => {
    const chosen = document.documentElement.dataset['theme'];
    return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  };
  const [dark, setDark] = useState(read);
  useEffect(() => {
    const take = () => setDark(read());
    const watch = new MutationObserver(take);
    const system = matchMedia('(prefers-color-scheme: dark)');
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    system.addEventListener('change', take);
    return () => {
      watch.disconnect();
      system.removeEventListener('change', take);
    };
  }, []);
  return dark;
}

function Numbers({ title, rows }: { title: string; rows: readonly ChartRow[] }) {
  if (rows.length === 0) return null;
  return (
    <table class="sr">
      <caption>{title}</caption>
      <tbody>{rows.map((row, at) => <tr key={at}>{row.map(([name, value]) => <td key={name}>{name} {value}</td>)}</tr>)}</tbody>
    </table>
  );
}
