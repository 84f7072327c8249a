import { createRequire } from 'node:module';
import * as lark from '@larksuiteoapi/node-sdk';
import { playMessages } from './messages.ts';
import { playOffice } from './office.ts';
import { playPush } from './push.ts';
import { hear, say, silent, type Told } from './talk.ts';

/** The official Node SDK, unmodified, against the address it is told. */
const told = await hear<Told>();
const { version } = createRequire(import.meta.url)('@larksuiteoapi/node-sdk/package.json') as { version: string };
say({ sdk: `@larksuiteoapi/node-sdk ${version}` });
const client = new lark.Client({ ...told.apps.line, domain: told.url, oauthBaseUrl: told.url, logger: silent });
await playMessages(told, client);
await playOffice(told, client);
await playPush(told, client);
process.exit(0);
