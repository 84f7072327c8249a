import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { findChromium } from './binaries.ts';
import { openChromium } from './chromium.ts';
import { looks, photograph } from './gallery/camera.ts';
import { galleryPage } from './gallery/sheet.ts';
import { allShots, faultOf, type Shot } from './gallery/shots.ts';
import { buildPage } from './page.ts';

const root = join(import.meta.dirname, '..');
const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** `npm run cards [-- --only approval --look phone --readme]`: draws every card in every state into out/cards/; exits 1 where a card breaks a rule. `--readme` takes the picture of the README anew. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, look: { type: 'string' }, readme: { type: 'boolean', default: false } } });
  const shots = allShots().filter(({ name }) => !values.only || values.only.split(',').includes(name));
  const chosen = looks.filter(({ name }) => !values.look || values.look.split(',').includes(name));
  const faults = shots.flatMap((shot) => (faultOf(shot) ? [`${shot.name}　${shot.state}　${shot.viewer}　${shot.face}：${faultOf(shot)}`] : []));
  if (faults.length) {
    say(`有 ${faults.length} 张卡片不合规：\n${faults.join('\n')}`);
    return 1;
  }
  await buildPage();
  const browser = await openChromium(await findChromium(say));
  try {
    const folder = join(root, 'out', 'cards');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await Promise.all(chosen.map((look) => photograph(browser, shots, { folder, look })));
    await writeFile(join(folder, 'index.html'), galleryPage(shots, chosen));
    if (values.readme) await pictureOfReadme(browser, shots);
    process.stdout.write(`${shots.length} 张卡片，${shots.length * chosen.length} 幅图：${join(folder, 'index.html')}\n`);
    return 0;
  } finally {
    await browser.close();
  }
}

async function pictureOfReadme(browser: Browser, shots: readonly Shot[]): Promise<void> {
  const shot = shots.find(({ name, state, viewer, face }) => name === 'approval' && state === 'referral v.done police' && viewer === 'zjj-head' && face === '');
  const look = looks[0];
  if (!shot || !look) throw new Error('样张中没有移送审批');
  const folder = await mkdtemp(join(tmpdir(), 'cards-'));
  try {
    await photograph(browser, [shot], { folder, look, sharp: true });
    await mkdir(join(root, 'docs', 'images'), { recursive: true });
    await copyFile(join(folder, `${shot.id}-${look.name}.png`), join(root, 'docs', 'images', 'approval.png'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
