import type { LogEntry } from '../api/inspector.ts';
import { fields, isFields, list, text, type Fields } from '../json.ts';

/** A word of a POSIX shell, whatever is in it. */
function quoted(source: string): string {
  return `'${source.replaceAll("'", "'\\''")}'`;
}

const json = "-H 'Content-Type: application/json; charset=utf-8'";

function formParts(request: Fields): string[] {
  const texts = Object.entries(request).filter(([key]) => key !== 'files');
  const files = list(request['files']).map(fields);
  return [
    ...texts.map(([key, value]) => `-F ${quoted(`${key}=${String(value)}`)}`),
    ...files.map((file) => `-F ${quoted(`${text(file['field'])}=@${text(file['name']) || 'file'}`)}`),
  ];
}

/** The body by which an app logs in. */
function credentials(appId: string): string {
  return `'{"app_id":"${appId}","app_secret":"'"$APP_SECRET"'"}'`;
}

/** A call to the Open Platform, with the token fetched first where it needs one. */
function callLines(entry: LogEntry, url: string): string {
  const request = fields(entry.request);
  const base = `SANDBOX=\${SANDBOX:-${url}}`;
  const call = `curl -sS -X ${entry.method ?? 'GET'} "$SANDBOX"${quoted(entry.path ?? '')}`;
  if (entry.path?.startsWith('/open-apis/auth/') === true) return `${base}\n${call} ${json} -d ${credentials(text(request['app_id']))}`;
  const login = `curl -sS -X POST "$SANDBOX/open-apis/auth/v3/tenant_access_token/internal" ${json} -d ${credentials(entry.app ?? '')}`;
  const token = `TOKEN=\${TOKEN:-$(${login} | sed 's/.*"tenant_access_token":"\\([^"]*\\)".*/\\1/')}`;
  const body = 'files' in request ? formParts(request).join(' ') : `${json} -d ${quoted(JSON.stringify(request))}`;
  const bare = (entry.method === 'GET' || entry.method === 'DELETE') && Object.keys(request).length === 0;
  return [base, token, `${call} -H "Authorization: Bearer $TOKEN"${bare ? '' : ` ${body}`}`].join('\n');
}

/** A push to a request URL, encrypted and signed in the shell as the platform does it. */
function pushLines(plain: Fields): string {
  const header = fields(plain['header']);
  const masked = JSON.stringify({ ...plain, header: { ...header, token: '@@TOKEN@@' } });
  return [
    `PLAIN=${quoted(masked).replace('@@TOKEN@@', `'"$VERIFICATION_TOKEN"'`)}`,
    `KEY=$(printf %s "$ENCRYPT_KEY" | openssl dgst -sha256 -r | cut -c1-64)`,
    `IV=$(openssl rand -hex 8)`,
    `HEX=$(printf %s "$IV" | od -An -tx1 | tr -d ' \\n')`,
    `SEALED=$( { printf %s "$IV"; printf %s "$PLAIN" | openssl enc -aes-256-cbc -K "$KEY" -iv "$HEX"; } | openssl base64 -A)`,
    `BODY='{"encrypt":"'"$SEALED"'"}'`,
    `STAMP=$(date +%s)`,
    `SIGN=$(printf %s "$STAMP"nonce"$ENCRYPT_KEY$BODY" | openssl dgst -sha256 -r | cut -c1-64)`,
    `curl -sS -X POST "$WEBHOOK_URL" ${json} -H "X-Lark-Request-Timestamp: $STAMP" -H 'X-Lark-Request-Nonce: nonce' -H "X-Lark-Signature: $SIGN" -d "$BODY"`,
  ].join('\n');
}

/** Shell lines that do an entry of the log again: a call needs `$APP_SECRET`, a push `$WEBHOOK_URL`, `$ENCRYPT_KEY` and `$VERIFICATION_TOKEN`; undefined where there is nothing to do again. */
export function curlOf(entry: LogEntry, url: string): string | undefined {
  if (entry.kind === 'call' && entry.method !== undefined && entry.path?.startsWith('/open-apis/') === true) return callLines(entry, url);
  return isFields(entry.request) && isFields(entry.request['header']) ? pushLines(entry.request) : undefined;
}
