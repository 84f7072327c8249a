/** Why the page or a script cannot have what it asked for; `status` is the HTTP status, the message is Chinese. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A refusal to throw. */
export function refuse(status: number, sentence: string): Refused {
  return new Refused(status, sentence);
}
