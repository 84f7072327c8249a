import { actorName } from '../domain/audit.ts';
import { zipSync, strToU8, type Zippable } from 'fflate';
import type { AuditEntry } from '../domain/document.ts';
import { time } from '../domain/time/time.ts';
import type { PaperFile } from './index.ts';

/** A file of evidence with its bytes, under the number that the papers give it and a neutral name. */
export interface Exhibit { n: number; name: string; sha256: string; at: string; bytes: Uint8Array }

/** What goes into the packages of a matter; `limit` is the most that one package may hold, in bytes. */
export interface Contents { no: string; list: PaperFile; exhibits: readonly Exhibit[]; trail: readonly AuditEntry[]; limit: number }

/** The platform takes no entry older than this from a zip either; a fixed date makes equal contents equal bytes. */
const dated = new Date(1980, 0, 1);

/** The evidence of a matter as zips: the files under neutral names, 证据清单, a manifest of checksums and the trail with its chain of hashes. Files too large for one package are named in the manifest and left out. */
export function evidencePackages({ no, list, exhibits, trail, limit }: Contents): PaperFile[] {
  const parts = portions(exhibits.filter((exhibit) => exhibit.bytes.length <= limit), limit);
  return parts.map((part, index) => {
    const manifest = { matter: no, part: index + 1, parts: parts.length, files: exhibits.map((exhibit) => ({ ...rowOf(exhibit), inThisPart: part.includes(exhibit), tooLarge: exhibit.bytes.length > limit })) };
    const files: Zippable = {
      [list.name]: list.bytes, 'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`), '留痕.txt': strToU8(trailText(trail)),
      ...Object.fromEntries(part.map((exhibit) => [`证据/${exhibit.name}`, exhibit.bytes])),
    };
    return { name: `${no} 证据包${parts.length > 1 ? `（${index + 1}之${parts.length}）` : ''}.zip`, bytes: Buffer.from(zipSync(files, { level: 0, mtime: dated })) };
  });
}

function portions(exhibits: readonly Exhibit[], limit: number): Exhibit[][] {
  const parts: Exhibit[][] = [[]];
  let room = limit;
  for (const exhibit of exhibits) {
    if (exhibit.bytes.length > room) {
      parts.push([]);
      room = limit;
    }
    parts.at(-1)?.push(exhibit);
    room -= exhibit.bytes.length;
  }
  return parts;
}

function rowOf(exhibit: Exhibit): { n: number; file: string; size: number; sha256: string; receivedAt: string } {
  return { n: exhibit.n, file: exhibit.name, size: exhibit.bytes.length, sha256: exhibit.sha256, receivedAt: exhibit.at };
}

function trailText(trail: readonly AuditEntry[]): string {
  const lines = trail.map((line) => [line.seq, time.minute(line.at, { year: true }), line.verb, actorName(line.by) || '—', line.note, `前 ${line.prev}`, `本行 ${line.hash}`].join('\t'));
  return `${['序号\t时间\t事项\t人员\t说明\t前一行校验值\t本行校验值', ...lines].join('\r\n')}\r\n`;
}
