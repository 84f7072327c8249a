/**
 * Snapshots keep the whole scene: people, chats, files, clock, faults, settings.
 * `GET /sandbox/snapshots` → SnapshotView[], newest first · `POST /sandbox/snapshots { name }` saves under a name, replacing one of that name ·
 * `POST /sandbox/snapshots/load { name }` → Clock; the only way the clock goes back; open pages reload themselves ·
 * `DELETE /sandbox/snapshots/<name>` · `GET /sandbox/snapshots/<name>/file` the snapshot as one zip file, marked 沙盘数据 ·
 * `POST /sandbox/snapshots/file` multipart, part `file`, field name? → SnapshotView: takes such a file in.
 * Tokens, keys and request URLs of apps that are there stay as they are, so that a connected bot stays connected; what a bot keeps in a database of its own does not go back.
 */
export interface SnapshotView {
  name: string;
  /** The machine's time when it was saved, and the sandbox clock in it; ISO 8601 with +08:00. */
  savedAt: string;
  clock: string;
  tenant: string;
  people: number;
  messages: number;
  /** Size of the file. */
  bytes: number;
}
