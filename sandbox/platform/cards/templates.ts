import { isFields, fields, parse, text, type Fields } from '../../json.ts';
import type { CardTemplate } from '../../state/cards.ts';
import type { World } from '../../world.ts';
import { cardFailure } from './failure.ts';

/** Puts the variables into a template: `${name}` inside a text, or alone as any JSON value; 200732 for one that is not given. */
function fill(value: unknown, given: Fields): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map((each) => fill(each, given));
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each, given)]));
  if (typeof value !== 'string') return value;
  const put = (name: string): unknown => {
    if (given[name] === undefined) throw cardFailure({ code: 200732, message: `variable ${name} is not given` });
    return given[name];
  };
  const alone = /^\$\{(\w+)\}$/.exec(value)?.[1];
  if (alone !== undefined) return put(alone);
  return value.replace(/\$\{(\w+)\}/g, (_all, name: string) => {
    const found = put(name);
    return typeof found === 'string' ? found : JSON.stringify(found);
  });
}

function needTemplate(world: World, appId: string, data: Fields): CardTemplate {
  const template = world.state.templates[text(data['template_id'])];
  const version = text(data['template_version_name']);
  if (template === undefined) throw cardFailure({ code: 200380, message: 'template does not exist' });
  if (version !== '' && version !== template.version) throw cardFailure({ code: 200380, message: 'template version does not exist' });
  if (!template.apps.includes(appId)) throw cardFailure({ code: 200381, message: 'template is not visible to the app' });
  return template;
}

/** The card that a template makes of its variables, as JSON; throws 230099 with 200380, 200381, 200732 or 200737. */
export function convertTemplate(world: World, appId: string, data: unknown): string {
  const asked = fields(data);
  const template = needTemplate(world, appId, asked);
  const variables = asked['template_variable'] ?? {};
  if (!isFields(variables)) throw cardFailure({ code: 200737, message: 'template_variable is not an object' });
  return JSON.stringify(fill(parse(template.card), variables));
}
