/** One import or re-export: the specifier, and whether it is for types only. */
export interface Import { from: string; typeOnly: boolean }

/** Every static and dynamic import of a source text, comments left out. */
export function importsOf(source: string): Import[] {
  const text = withoutComments(source);
  const statics = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)]
    .map((found) => ({ from: found[2] ?? '', typeOnly: found[1] !== undefined }));
  const dynamic = [...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map((found) => ({ from: found[1] ?? '', typeOnly: false }));
  return [...statics, ...dynamic];
}

/** The text without its block comments and the lines that are only a comment. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** Whether a file does nothing but pass on what other files export. */
export function isBarrel(source: string): boolean {
  const rest = withoutComments(source).replace(/^export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'[^']+'(?:\s+with\s+\{[^}]*\})?;$/gm, '');
  return rest.trim() === '' && source.trim() !== '';
}

/** Functions of a source text longer than `most` lines, by indentation: from the line that opens one to the line that closes it. */
export function longFunctions(source: string, most: number): { line: number; lines: number }[] {
  const lines = source.split('\n');
  const opens = /^(\s*)(?:export\s+)?(?:async\s+)?(?:function\b.*\{|(?:const|let)\s+\w+.*=>\s*\{|\w+\s*:\s*(?:async\s*)?\(.*=>\s*\{|(?:async\s+)?\w+\(.*\)(?:\s*:[^={]*)?\s*\{)\s*$/;
  const notFunctions = /^\s*(?:if|for|while|switch|catch|else|return|await|void|it|describe|test)\b/;
  return lines.flatMap((line, index) => {
    const indent = opens.exec(line)?.[1];
    if (indent === undefined || notFunctions.test(line)) return [];
    const end = lines.findIndex((later, at) => at > index && later.startsWith(`${indent}}`));
    const length = end - index + 1;
    return end > 0 && length > most ? [{ line: index + 1, lines: length }] : [];
  });
}
