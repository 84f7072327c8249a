import { chromium, type Browser } from 'playwright-core';

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts a Chromium without a window; the path defaults to the one that the tests were given, else Debian's. Its locale is UTF-8, so that files keep Chinese names wherever it runs. */
export function openChromium(executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'): Promise<Browser> {
  return chromium.launch({ executablePath, args, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}
