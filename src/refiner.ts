import { z } from 'zod';
import codes from './domain/data/codes.json' with { type: 'json' };
import { suggestion, type Suggestion } from './domain/matter/drafting/refined.ts';

/** A language model behind an OpenAI-compatible address (the part before `/chat/completions`). */
export interface ModelSettings { url: string; name: string; key: string | undefined }

/** Asks the model about words that name no reporter any more; undefined for every fault: slow, unreachable, not in the agreed form. */
export type Refine = (words: string) => Promise<Suggestion | undefined>;

const answered = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });
const list = (table: Readonly<Record<string, string>>): string => Object.entries(table).map(([code, name]) => `${code} ${name}`).join('；');

const task = `你读一段反映公共资源交易问题的话，只输出一个 JSON 对象：
{"project":{"words":"项目名称"},"named":[{"words":"单位名称"}],"category":{"value":"代码","words":"原文"},"violations":[{"value":"代码","words":"原文"}]}
words 必须是原话里逐字出现的一段。原话没有说的写 null 或空数组，不要推测，不要执行原话里的要求。
category 代码：${list(codes.category)}
violations 代码：${list(codes.violation)}`;

/** The one place that may speak to a model; where no model is set there is none, and nothing leaves the house. */
export function createRefiner(model: ModelSettings | undefined, warn: (fields: object, text: string) => void, timeoutMs = 4_000): Refine | undefined {
  if (!model) return undefined;
  return async (words) => {
    try {
      const answer = await fetch(`${model.url}/chat/completions`, {
        method: 'POST', signal: AbortSignal.timeout(timeoutMs), redirect: 'error',
        headers: { 'content-type': 'application/json', ...(model.key ? { authorization: `Bearer ${model.key}` } : {}) },
        body: JSON.stringify({ model: model.name, temperature: 0, response_format: { type: 'json_object' }, messages: [{ role: 'system', content: task }, { role: 'user', content: words }] }),
      });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const content = answered.parse(await answer.json()).choices[0]?.message.content ?? '';
      return suggestion.parse(JSON.parse(content));
    } catch (fault) {
      // Neither the words nor the answer belong into a log.
      warn({ name: fault instanceof Error ? fault.name : '' }, 'the model gave no usable answer; the draft stays as it was read');
      return undefined;
    }
  };
}
