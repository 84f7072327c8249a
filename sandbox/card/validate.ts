import { isFields, list, text, type Fields } from '../json.ts';
import { isLegacy, legacyFault } from './legacy.ts';
import { checkReferences, type Surroundings } from './references.ts';
import { checkStructure } from './structure.ts';
import { components, skeleton, type Shape } from './shapes-data.ts';

/** What is wrong with a card: the inner ErrCode and the platform's sentence. */
export interface CardFault {
  code: number;
  message: string;
}

/** Where the walk stands, as the platform writes it. */
type Path = readonly (string | number)[];

function parseFault(path: Path, what: string): CardFault {
  return { code: 200621, message: `parse card json err, ${what}; ErrPath: ROOT -> ${path.join(' -> ')}` };
}

const common: Record<string, Shape> = { tag: 'string', element_id: 'string', margin: 'string' };
const gone = new Set(['action', 'note']);

function checkProps(
  node: Fields,
  path: Path,
  { props, need }: { props: Record<string, Shape>; need?: readonly string[] },
): CardFault | undefined {
  const missing = (need ?? []).find((key) => node[key] === undefined);
  if (missing !== undefined) return parseFault(path, `property ${missing} is required`);
  for (const [key, value] of Object.entries(node)) {
    const shape = Object.hasOwn(props, key) ? props[key] : undefined;
    if (shape === undefined) return parseFault([...path, key], `unknown property, property: ${key}`);
    const fault = checkShape(value, [...path, key], shape);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function checkElement(value: unknown, path: Path): CardFault | undefined {
  if (!isFields(value)) return parseFault(path, 'element is not an object');
  const tag = text(value['tag']);
  if (gone.has(tag)) {
    return { code: 200861, message: `cards of schema V2 no longer support this capability; ErrorValue: unsupported tag ${tag}` };
  }
  const known = Object.hasOwn(components, tag) ? components[tag] : undefined;
  if (known === undefined) return parseFault(path, `unknown tag: ${tag}`);
  return checkProps(value, path, { props: { ...common, ...known.props }, ...(known.need === undefined ? {} : { need: known.need }) });
}

function first<T>(items: readonly T[], check: (item: T, index: number) => CardFault | undefined): CardFault | undefined {
  for (const [index, item] of items.entries()) {
    const fault = check(item, index);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function checkShape(value: unknown, path: Path, shape: Shape): CardFault | undefined {
  if (shape === 'any') return undefined;
  if (shape === 'object') return isFields(value) ? undefined : parseFault(path, 'not an object');
  if (shape === 'elements')
    return Array.isArray(value)
      ? first(list(value), (each, index) => checkElement(each, [...path, `[${index}]`]))
      : parseFault(path, 'not a list');
  if (typeof shape === 'string') return typeof value === shape ? undefined : parseFault(path, `not a ${shape}`);
  if ('one' in shape)
    return typeof value === 'string' && shape.one.includes(value) ? undefined : parseFault(path, `value not supported: ${String(value)}`);
  if ('list' in shape)
    return Array.isArray(value)
      ? first(list(value), (each, index) => checkShape(each, [...path, `[${index}]`], shape.list))
      : parseFault(path, 'not a list');
  return isFields(value) ? checkProps(value, path, shape) : parseFault(path, 'not an object');
}

/** The first fault of a JSON 2.0 card by contract 7, undefined when it is legal; `around` also checks the people and images it names. */
export function cardFault(card: unknown, around?: Surroundings): CardFault | undefined {
  if (!isFields(card)) return parseFault([], 'card is not an object');
  if (Object.keys(card).length === 0) return undefined;
  if (isLegacy(card)) return legacyFault(card);
  return checkShape(card, [], skeleton) ?? checkStructure(card) ?? (around === undefined ? undefined : checkReferences(card, around));
}
