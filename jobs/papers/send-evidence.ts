import { z } from 'zod';
import { digest } from '../../src/domain/audit.ts';
import type { Document } from '../../src/domain/document.ts';
import { matterRoles } from '../../src/domain/matter/access.ts';
import { givenOut, neutralName } from '../../src/domain/matter/evidence.ts';
import type { Evidence, Matter } from '../../src/domain/matter/matter.ts';
import { center, holders } from '../../src/domain/people.ts';
import { timelineOf, type Timeline } from '../../src/domain/timeline.ts';
import { effectJob, type Deps } from '../define.ts';
import { mayReach } from '../cards/drawing.ts';
import { send } from '../send.ts';
import { system } from '../tell.ts';

/** The platform takes files up to 30 MB (contract 9.1); a little is left for what goes along. */
const limit = 28 * 1024 * 1024;

type Exhibit = { n: number; name: string; sha256: string; at: string; bytes: Uint8Array };

/** Sends the evidence of a matter to one person, file by file or as a package; what does not have the bytes of its receipt is stopped and reported. */
export const sendEvidence = effectJob({
  name: 'send-evidence',
  payload: z.object({ to: z.literal('person'), person: z.string(), as: z.enum(['copies', 'package']) }),
  async run({ doc, effect, data }, deps) {
    const matter = doc as Document<Matter>;
    const exhibits = await readAll(matter, { effect }, deps);
    const files = data.as === 'package' && exhibits.length ? await deps.papers.bundle(matter, { exhibits, timeline: await timelineFor(matter, data.person, deps), by: data.person }, limit) : exhibits.filter(({ bytes }) => bytes.length <= limit);
    for (const [index, file] of files.entries()) await send({ to: { openId: data.person }, content: { file: { name: file.name, bytes: Buffer.from(file.bytes) } }, uuid: `${effect}-${index}`, about: { doc } }, deps);
    const large = exhibits.filter(({ bytes }) => bytes.length > limit);
    if (large.length) await send({ to: { openId: data.person }, content: { text: `${matter.no} 的材料 ${large.map(({ n }) => n).join('、')} 超过 30 MB，飞书不能发送。请到中心现场拷取，领取另行登记。` }, uuid: `${effect}-l`, about: { doc } }, deps);
  },
});

async function readAll(matter: Document<Matter>, { effect }: { effect: string }, deps: Deps): Promise<Exhibit[]> {
  const read: Exhibit[] = [];
  for (const { n, file } of givenOut(matter.data.files)) {
    try {
      read.push({ n, name: neutralName(n, file), sha256: file.sha256, at: file.at, bytes: (await deps.store.files.get(file.id)).bytes });
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'E-405')) throw fault;
      await stopped(matter, { n, file, cause: `${effect}-${file.id}` }, deps);
    }
  }
  return read;
}

// AC-9.2: a file whose checksum is no longer that of its receipt is flagged, and the Center's head hears of it.
async function stopped(matter: Document<Matter>, at: { n: number; file: Evidence; cause: string }, deps: Deps): Promise<void> {
  await deps.handle(system({ kind: 'matter', id: matter.id, act: 'flag', input: { file: at.file.id }, cause: at.cause, matter: matter.matter }));
  for (const { id } of holders(deps.directory, center, 'C_HEAD').filter((head) => mayReach(matter, { person: head.id }, deps))) {
    const text = `${matter.no} 材料 ${at.n} 的校验值与接收时不一致（E-405），已停止提供。请管理员检查存储，并请提供人重新提交原件。`;
    await send({ to: { openId: id }, content: { text }, uuid: `f${digest([at.cause, id]).slice(0, 40)}`, about: { doc: matter } }, deps);
  }
}

/** Sends 全程留痕 of a matter to one person, as far as he may read it (AC-8.2). */
export const sendTrail = effectJob({
  name: 'send-trail',
  payload: z.object({ to: z.literal('person'), person: z.string() }),
  async run({ doc, effect, data }, deps) {
    const matter = doc as Document<Matter>;
    const files = deps.papers.trail(matter, await timelineFor(matter, data.person, deps), data.person);
    for (const [index, file] of files.entries()) await send({ to: { openId: data.person }, content: { file }, uuid: `${effect}-${index}`, about: { doc } }, deps);
  },
});

async function timelineFor(matter: Document<Matter>, id: string, deps: Deps): Promise<Timeline> {
  const roles = matterRoles(matter, id, deps);
  return timelineOf(await deps.store.ofMatter(matter.id), { id, bare: roles.every((role) => role === 'AUDITOR') }, { directory: deps.directory, now: deps.now() });
}
