import { languages, type Language } from '../../scripts/sdk-runners.ts';
import type { Played } from './play.ts';
import { rules } from './rules.ts';

const cells = { typed: 'yes', raw: 'raw' } as const;

function cell(played: Played, id: string): string {
  const verdict = played.verdicts.get(id);
  return verdict && verdict.fault === undefined ? cells[verdict.way] : 'no';
}

/** The page docs/conformance.md as the clients have just earned it. */
export function conformancePage(all: Readonly<Record<Language, Played>>): string {
  const columns = languages.map((language) => all[language]);
  const row = (first: string, rest: readonly string[]): string => `| ${[first, ...rest].join(' | ')} |`;
  return [
    '<!-- Written by `npm run test:conformance -- --write`; do not edit by hand. -->', '<!-- prettier-ignore-start -->', '',
    '# What other clients say of the sandbox', '',
    'The official SDKs of the platform, unmodified, in three languages, each against a sandbox of its own; nothing but the base URL (for logins also the accounts URL) is changed. They come from PyPI, Maven Central and npm, pinned by checksum.',
    'Each rule stands once in `test/conformance/rules.ts`. A client reports what it got, and the test looks at the same time at what the person sees.',
    '`npm run test:conformance` runs them (as does `npm test`) and fails where this page says something else.', '',
    '`yes`: by a typed method of the SDK. `raw`: by the generic call of the SDK. `no`: not kept.', '',
    row('Rule', languages.map((language, at) => `${language}<br>${columns[at]?.sdk ?? ''}`)),
    row('---', languages.map(() => '---')),
    ...rules.map((rule) => row(rule.rule, columns.map((played) => cell(played, rule.id)))),
    row('HTTP status that the SDK itself answers to an event with a wrong signature', columns.map((played) => played.memory['forged'] ?? '')), '',
    ...differences, '', '<!-- prettier-ignore-end -->', '',
  ].join('\n');
}

const differences = [
  '## Where the SDKs differ', '',
  '- Refusals: Python and Java return an answer with `code`; Node throws the HTTP client’s error, with the code in `response.data`.',
  '- Long connection: Python, after a reconnection, pings only with its next `PingInterval`; who pushes must not wait for a ping.',
  '- Every event here comes in frames of 300 bytes. All three put them together.',
  '- Card callbacks: all three know `card.action.trigger` as a typed or plain event on the long connection and answer with a toast and a card. Java’s older `CardActionHandler` belongs to the old callback and is not used.',
  '- int64 fields: Python writes the times of tasks as JSON numbers, Java and Node as strings.',
  '- Log id: Python looks for the header `X-Tt-Logid` in exactly this spelling.',
  '- Files: Node takes bytes (and then sends no file name in the part), Python takes streams, Java only what lies on a disk.',
  '- Login: Python and Node redeem a code at `/oauth/v3/token` of the accounts host, which must be set besides the base URL; Java has no method for it and goes to `/open-apis/authen/v2/oauth/token` by its generic call.',
  '- Types: Node’s types of `tenant_access_token/internal` promise a `data` that the answer does not have.', '',
  '## What is not checked here', '',
  '- The Go SDK: its current versions could not be fetched from the module proxy that this project is built with, so nothing is claimed about it.',
  '- The real platform. The rules are those of its documents and of its own SDKs; a live tenant has the last word.',
];
