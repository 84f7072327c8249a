/** Organs and people that a document's data names, by which lists of duties are found. */
export interface Terms { organs: string[]; people: string[] }

/** Collects the values under every key `organ` or `organs`, and every open_id, wherever they stand in the data. */
export function termsOf(data: unknown): Terms {
  const organs = new Set<string>();
  const people = new Set<string>();
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if ((key === 'organ' || key === 'organs') && value !== '') organs.add(value);
      if (/^ou_[\w-]+$/.test(value)) people.add(value);
    } else if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (value && typeof value === 'object') for (const [name, item] of Object.entries(value)) visit(item, name);
  };
  visit(data, '');
  return { organs: [...organs], people: [...people] };
}
