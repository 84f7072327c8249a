import { buildPage } from './page.ts';

/** `npm run sandbox`: the platform's stand-in alone, with its page, for anybody who writes a bot; options as in `sandbox/main.ts`. */
await buildPage();
process.argv.push('--alone');
await import('../sandbox/main.ts');
