/** What is wrong with a card: the inner ErrCode and the platform's sentence. */
export interface CardFault {
  code: number;
  message: string;
}

/** Where a check stands in a card, as the platform writes it. */
export type Path = readonly (string | number)[];

/** `ROOT -> body -> elements -> [0]`. */
export function errPath(path: Path): string {
  return ['ROOT', ...path.map((step) => (typeof step === 'number' ? `[${step}]` : step))].join(' -> ');
}

/** 200621: the card cannot be read at this place. */
export function parseFault(path: Path, what: string): CardFault {
  return { code: 200621, message: `parse card json err, ${what}; ErrPath: ${errPath(path)}` };
}
