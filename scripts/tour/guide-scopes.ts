import { readFileSync } from 'node:fs';

/** The scopes that docs/real-tenant.md tells to open, so that a tour has what a real tenant would have and nothing more. */
export function guideScopes(): string[] {
  const guide = readFileSync(new URL('../../docs/real-tenant.md', import.meta.url), 'utf8');
  const section = /## 三、权限([\s\S]*?)\n## /.exec(guide)?.[1] ?? '';
  return [...section.matchAll(/`([a-z]+:[\w.:]+)`/g)].map((match) => match[1] ?? '');
}
