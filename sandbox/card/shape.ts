import { isFields, list, text, type Fields } from '../json.ts';
import { parseFault, type CardFault, type Path } from './fault.ts';
import { common, components, type Shape } from './shapes-data.ts';

const gone = new Set(['action', 'note']);

function first<T>(items: readonly T[], check: (item: T, index: number) => CardFault | undefined): CardFault | undefined {
  for (const [index, item] of items.entries()) {
    const fault = check(item, index);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

interface Properties {
  props: Record<string, Shape>;
  need?: readonly string[];
}

function checkProps(node: Fields, path: Path, { props, need }: Properties): CardFault | undefined {
  const missing = (need ?? []).find((key) => node[key] === undefined);
  if (missing !== undefined) return parseFault(path, `property ${missing} is required`);
  return first(Object.entries(node), ([key, value]) => {
    const shape = Object.hasOwn(props, key) ? props[key] : undefined;
    return shape === undefined
      ? parseFault([...path, key], `unknown property, property: ${key}`)
      : checkShape(value, [...path, key], shape);
  });
}

function checkElement(value: unknown, path: Path): CardFault | undefined {
  if (!isFields(value)) return parseFault(path, 'element is not an object');
  const tag = text(value['tag']);
  if (gone.has(tag)) {
    return { code: 200861, message: `cards of schema V2 no longer support this capability; ErrorValue: unsupported tag ${tag}` };
  }
  const known = Object.hasOwn(components, tag) ? components[tag] : undefined;
  if (known === undefined) return parseFault(path, `unknown tag: ${tag}`);
  return checkProps(value, path, { ...known, props: { ...common, ...known.props } });
}

function isLength(value: string, { px, many, words }: { px: readonly [number, number]; many?: true; words?: readonly string[] }): boolean {
  if (words?.includes(value) === true) return true;
  const parts = value.split(' ');
  const all = parts.length <= (many === true ? 4 : 1);
  return (
    all && parts.every((part) => /^(-?\d{1,4}px|0)$/.test(part) && Number.parseInt(part, 10) >= px[0] && Number.parseInt(part, 10) <= px[1])
  );
}

function checkList(value: unknown, path: Path, shape: { list: Shape; least?: number; most?: number }): CardFault | undefined {
  if (!Array.isArray(value)) return parseFault(path, 'not a list');
  if (value.length < (shape.least ?? 0)) return parseFault(path, `at least ${shape.least} needed`);
  if (value.length > (shape.most ?? Infinity)) return parseFault(path, `more than ${shape.most}`);
  return first(list(value), (each, index) => checkShape(each, [...path, `[${index}]`], shape.list));
}

function checkEach(value: unknown, path: Path, shape: { each: Shape; keys?: readonly string[] }): CardFault | undefined {
  if (!isFields(value)) return parseFault(path, 'not an object');
  return first(Object.entries(value), ([key, each]) =>
    shape.keys?.includes(key) === false
      ? parseFault([...path, key], `unknown property, property: ${key}`)
      : checkShape(each, [...path, key], shape.each),
  );
}

type Scalar = Exclude<Shape, string | { list: Shape } | { each: Shape } | { props: Record<string, Shape> }>;

/** What is wrong with a single value; undefined when it fits. */
function misfit(value: unknown, shape: Scalar): string | undefined {
  const bad = `value not supported: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
  if ('one' in shape) return typeof value === 'string' && shape.one.includes(value) ? undefined : bad;
  if ('px' in shape) return typeof value === 'string' && isLength(value, shape) ? undefined : bad;
  if ('match' in shape) return typeof value === 'string' && shape.match.test(value) ? undefined : `${bad}, not a ${shape.what}`;
  const inside = typeof value === 'number' && value >= shape.from && value <= shape.to && (shape.whole !== true || Number.isInteger(value));
  return inside ? undefined : `${bad}, must be ${shape.from} to ${shape.to}`;
}

/** The first place at which a value does not have its shape. */
export function checkShape(value: unknown, path: Path, shape: Shape): CardFault | undefined {
  if (shape === 'any') return undefined;
  if (shape === 'object') return isFields(value) ? undefined : parseFault(path, 'not an object');
  if (shape === 'elements') {
    return Array.isArray(value)
      ? first(list(value), (each, index) => checkElement(each, [...path, `[${index}]`]))
      : parseFault(path, 'not a list');
  }
  if (typeof shape === 'string') return typeof value === shape ? undefined : parseFault(path, `not a ${shape}`);
  if ('list' in shape) return checkList(value, path, shape);
  if ('each' in shape) return checkEach(value, path, shape);
  if ('props' in shape) return isFields(value) ? checkProps(value, path, shape) : parseFault(path, 'not an object');
  const wrong = misfit(value, shape);
  return wrong === undefined ? undefined : parseFault(path, wrong);
}
