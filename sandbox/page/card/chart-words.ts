import { list, text, toNode, type Node } from './shape.ts';
import { t } from '../language/language.ts';

/** One row of a chart's data: names of fields with their values. */
export type ChartRow = [name: string, value: string][];

const mostRows = 50;

/** What a chart is called; a plain word when its spec says nothing. */
export function chartTitle(spec: Node): string {
  return text(toNode(spec['title'])['text']) || t('chart');
}

/** The numbers behind a chart, at most fifty rows; empty where the data do not stand in the spec. */
export function chartRows(spec: Node): ChartRow[] {
  const sets = Array.isArray(spec['data']) ? list(spec['data']) : [toNode(spec['data'])];
  return sets.flatMap((set) => list(set['values'])).slice(0, mostRows).map((row) => Object.entries(row).flatMap(([name, value]) => (typeof value === 'object' ? [] : [[name, text(value)]])));
}
