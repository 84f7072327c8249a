import { VChart, type ISpec } from '@visactor/vchart';
import { toNode, type Node } from './shape.ts';

/** How a chart is to look; `theme` is the platform's `color_theme`. */
export interface ChartLook {
  dark: boolean;
  theme: string;
}

/** Colours of the platform's five themes, by day and by night. */
const palettes: Record<string, [day: string[], night: string[]]> = {
  brand: [['#2456d6', '#0a8f84', '#e07b12', '#8a4b9e', '#c02a26', '#5a7206', '#18a8e2', '#6c7b86'], ['#82a9ff', '#4fd0bf', '#f7a35c', '#d39ae6', '#ff8d86', '#b4cf4e', '#66c5ef', '#a9b4bb']],
  rainbow: [['#3f73f5', '#36b54b', '#f5bf1f', '#f88a17', '#ee4a43', '#c748d0', '#8350f0', '#12b6a5'], ['#82a9ff', '#7acb80', '#efc550', '#f7a35c', '#ff8d86', '#e68bea', '#b899ff', '#4fd0bf']],
  complementary: [['#2456d6', '#e07b12', '#7aa2f7', '#f5b873', '#173a94', '#a84e00'], ['#82a9ff', '#f7a35c', '#4f78d9', '#c9793a', '#b9ceff', '#ffd0a6']],
  converse: [['#e07b12', '#2456d6', '#f5b873', '#7aa2f7', '#a84e00', '#173a94'], ['#f7a35c', '#82a9ff', '#c9793a', '#4f78d9', '#ffd0a6', '#b9ceff']],
  primary: [['#173a94', '#2456d6', '#5b84ea', '#8fadf3', '#bccff9', '#dde7fd'], ['#b9ceff', '#82a9ff', '#5f86e0', '#4667b6', '#33508f', '#253a69']],
};

/** Draws a VChart spec into a box and gives what takes it away again; throws when the spec is none. */
export function drawChart(box: HTMLElement, spec: Node, look: ChartLook): () => void {
  if (typeof spec['type'] !== 'string') throw new Error('chart_spec without a type');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [day, night] = palettes[look.theme] ?? palettes['brand'] ?? [[], []];
  const words = look.dark ? '#a2b1b0' : '#5c6968';
  const line = look.dark ? '#344144' : '#e0e5e6';
  const drawn = {
    ...spec,
    background: 'transparent',
    padding: spec['padding'] ?? { top: 4, right: 4, bottom: 4, left: 0 },
    color: spec['color'] ?? (look.dark ? night : day),
    ...(spec['title'] === undefined ? {} : { title: { ...toNode(spec['title']), textStyle: { fontSize: 14, fontWeight: 500, fill: look.dark ? '#e6edec' : '#1c2423', ...toNode(toNode(spec['title'])['textStyle']) } } }),
    animation: still ? false : (spec['animation'] ?? true),
  };
  // A spec is JSON from outside; what VChart makes of it, it says by throwing.
  const chart = new VChart(drawn as unknown as ISpec, {
    dom: box,
    mode: 'desktop-browser',
    animation: !still,
    theme: { name: 'sandbox', type: look.dark ? 'dark' : 'light', fontFamily: getComputedStyle(box).fontFamily, component: themeParts(words, line) },
    onError: (fault: unknown) => { throw fault instanceof Error ? fault : new Error(String(fault)); },
  });
  chart.renderSync();
  return () => chart.release();
}

function themeParts(words: string, line: string) {
  const label = { style: { fill: words, fontSize: 12 } };
  const axis = { label, domainLine: { style: { stroke: line } }, grid: { style: { stroke: line } }, tick: { style: { stroke: line } }, title: { style: { fill: words } } };
  return {
    axisBand: axis, axisLinear: axis, axisAngle: axis, axisRadius: axis,
    discreteLegend: { item: { label }, pager: { textStyle: { fill: words }, handler: { style: { fill: words } } } },
  };
}
