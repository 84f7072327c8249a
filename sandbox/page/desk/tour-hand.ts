/** The button that sends what is written in a column, where a chat is open. */
export function sendButton(column: number): HTMLButtonElement | null {
  return document.querySelector<HTMLButtonElement>(`#column-${column} .composer button[type="submit"]`);
}

/** Writes words into the empty input of a column as typing does; false while no chat is open there. */
export function writeInto(column: number, words: string): boolean {
  const input = document.querySelector<HTMLTextAreaElement>(`#column-${column} .composer textarea`);
  if (input === null) return false;
  if (input.value !== '') return true;
  input.value = words;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return true;
}
