import { zipSync, strToU8, type Zippable } from 'fflate';
import type { PaperFile } from './index.ts';

/** A file of evidence with its bytes, under the number that the papers give it and a neutral name. */
export interface Exhibit { n: number; name: string; sha256: string; at: string; bytes: Uint8Array }

/** What goes into the packages of a matter; `exported` says who took it and at which minute, `limit` is the most that one package may hold, in bytes. */
export interface Contents { no: string; exported: { by: string; at: string }; list: PaperFile; exhibits: readonly Exhibit[]; trail: readonly PaperFile[]; limit: number }

/** The platform takes no entry older than this from a zip either; a fixed date makes equal contents equal bytes. */
const dated = new Date(1980, 0, 1);

/** The evidence of a matter as zips: the files under neutral names, 证据清单, a manifest of checksums and the trail of all documents with their chains of hashes. Files too large for one package are named in the manifest and left out. */
export function evidencePackages({ no, exported, list, exhibits, trail, limit }: Contents): PaperFile[] {
  const parts = portions(exhibits.filter((exhibit) => exhibit.bytes.length <= limit), limit);
  return parts.map((part, index) => {
    const manifest = { matter: no, exported, part: index + 1, parts: parts.length, files: exhibits.map((exhibit) => ({ ...rowOf(exhibit), inThisPart: part.includes(exhibit), tooLarge: exhibit.bytes.length > limit })) };
    const files: Zippable = {
      [list.name]: list.bytes, 'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`), ...Object.fromEntries(trail.map((file) => [file.name, file.bytes])),
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
