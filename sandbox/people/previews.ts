import { linksIn, preview, previewers } from '../chat/previews.ts';
import { text } from '../json.ts';
import type { Act } from './group-acts.ts';
import { refuse } from './refusal.ts';
import { actor, seen } from './speak.ts';

/** A person's client shows a message with links: every app that previews links is asked for each. */
export const showLinks: Act = (world, asked) => {
  const person = actor(world, text(asked['as']));
  const { message } = seen(world, person, text(asked['message']));
  const links = linksIn(message);
  if (links.length === 0) throw refuse(400, '这条消息没有链接');
  for (const app of previewers(world)) for (const url of links) void preview(world, { app, message, url, person });
  return { links };
};
