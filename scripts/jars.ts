import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onPath, type Say } from './binaries.ts';
import { jars, type Jar } from './jars-data.ts';
import { run } from './wheels.ts';

const central = process.env['MAVEN_CENTRAL'] ?? 'https://repo1.maven.org/maven2';

/** Paths of all jars in a folder, fetched where they are missing and compared with their sums; fails with a Chinese sentence that names what was tried. */
export async function fetchJars(folder: string, say: Say): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const missing = jars.filter((jar) => !existsSync(join(folder, basename(jar.path))));
  if (missing.length > 0) {
    say('正在下载 Java SDK（约 25 MB）');
    await byHttps(missing, folder).catch((first: Error) => byMaven(missing, folder).catch((second: Error) => {
      throw new Error(`没能下载 Java SDK：HTTPS ${first.message}；mvn ${second.message}`);
    }));
  }
  return jars.map((jar) => join(folder, basename(jar.path)));
}

/** Puts a jar in its place in one step, so that a broken download never stands there. */
function keep(jar: Jar, bytes: Uint8Array, folder: string): void {
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (sum !== jar.sha256) throw new Error(`${basename(jar.path)} 校验和不符（${sum}）`);
  const target = join(folder, basename(jar.path));
  writeFileSync(`${target}.${process.pid}`, bytes);
  renameSync(`${target}.${process.pid}`, target);
}

async function byHttps(wanted: readonly Jar[], folder: string): Promise<void> {
  const found = await fetch(`${central}/${wanted[0]?.path ?? ''}`, { method: 'HEAD', signal: AbortSignal.timeout(8_000) });
  if (!found.ok) throw new Error(`${central} 答复 ${found.status}`);
  for (const jar of wanted) {
    const answer = await fetch(`${central}/${jar.path}`, { signal: AbortSignal.timeout(240_000) });
    if (!answer.ok) throw new Error(`${jar.path} 答复 ${answer.status}`);
    keep(jar, new Uint8Array(await answer.arrayBuffer()), folder);
  }
}

/** By Maven, which knows the mirror of the house where there is one. */
async function byMaven(wanted: readonly Jar[], folder: string): Promise<void> {
  const maven = onPath('mvn');
  if (!maven) throw new Error('没有安装');
  const scratch = mkdtempSync(join(tmpdir(), 'xietong-maven-'));
  try {
    writeFileSync(join(scratch, 'pom.xml'), pom);
    await run(maven, ['-q', '-B', '-f', join(scratch, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${scratch}`], { seconds: 240 });
    for (const jar of wanted) keep(jar, readFileSync(join(scratch, basename(jar.path))), folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const sdk = /\/oapi-sdk\/([\d.]+)\//.exec(jars.map((jar) => jar.path).join('\n'))?.[1] ?? '';
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>xietong</groupId><artifactId>conformance</artifactId><version>1</version>
<dependencies><dependency><groupId>com.larksuite.oapi</groupId><artifactId>oapi-sdk</artifactId><version>${sdk}</version></dependency></dependencies></project>`;
