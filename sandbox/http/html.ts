const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** HTML that is safe to put into a page as it is. */
export interface Html {
  html: string;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('');
  if (typeof value === 'object' && value !== null && 'html' in value) return String(value.html);
  return String(value).replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}

/** A piece of a page; everything put in is escaped unless it is such a piece itself. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): Html {
  return { html: String.raw({ raw: parts }, ...values.map(written)) };
}
