/** Announces numbered steps with the seconds each took. */
export interface Steps {
  /** Runs one step under its number; what the step says meanwhile stands on lines of its own. */
  step<T>(title: string, work: (say: (text: string) => void) => Promise<T> | T): Promise<T>;
  /** A line between the steps. */
  say(text: string): void;
}

/** Steps out of `total`, written through `write`, timed by `now` in milliseconds. */
export function createSteps(total: number, write: (text: string) => void, now: () => number): Steps {
  let number = 0;
  return {
    say: (text) => write(`${text}\n`),
    step: async (title, work) => {
      number += 1;
      const head = `[${number}/${total}] ${title} …… `;
      const since = now();
      let interrupted = false;
      write(head);
      const say = (text: string): void => {
        write(`${interrupted ? '' : '\n'}      ${text}\n`);
        interrupted = true;
      };
      const took = (): string => `${((now() - since) / 1_000).toFixed(1)} 秒`;
      try {
        const result = await work(say);
        write(`${interrupted ? head : ''}${took()}\n`);
        return result;
      } catch (fault) {
        write(`${interrupted ? head : ''}没有成功（${took()}）\n`);
        throw fault;
      }
    },
  };
}
