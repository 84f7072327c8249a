import type { IncomingHttpHeaders } from 'node:http';

const told = ['content-type', 'content-length', 'user-agent', 'x-request-id', 'oapi-sdk-version'];

/** The headers of a call worth seeing, marked `>` as asked and `<` as answered; of a token only its kind is left. */
export function loggedHeaders(asked: IncomingHttpHeaders, answered: Record<string, string>): Record<string, string> {
  const { authorization } = asked;
  const masked = authorization === undefined ? [] : [['> authorization', authorization.replace(/^(\w+ [a-z]+-)?.*$/s, '$1…')]];
  const sent = told.flatMap((name) => (asked[name] === undefined ? [] : [[`> ${name}`, String(asked[name])]]));
  const came = Object.entries(answered).map(([name, value]) => [`< ${name.toLowerCase()}`, value]);
  return Object.fromEntries([...masked, ...sent, ...came]) as Record<string, string>;
}
