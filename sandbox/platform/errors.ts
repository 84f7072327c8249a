import type { Fields } from '../json.ts';

/** Messages by code, as the platform words them (contract 10.2 and 10.3). */
export const messages: Record<number, string> = {
  10003: 'invalid param',
  10014: 'app secret invalid',
  99991201: 'path not found',
  99991301: 'method not allowed',
  99991400: 'request trigger frequency limit',
  99991661: 'Missing access token for authorization. Please make a request with token attached.',
  99991663: 'Invalid access token for authorization. Please make a request with token attached.',
  99991671: 'Invalid access token for authorization. The token must start with t- or u-.',
  99991668: 'Invalid access token for authorization. Token type is not supported.',
  99991677: 'Authentication token expired.',
  99991679: 'Unauthorized. You do not have permission to perform the requested operation on the resource.',
  99992351: 'The request contains open_ids that do not exist.',
  99992354: 'The request contains message_ids that do not exist.',
  99992357: 'The request contains open_department_ids that do not exist.',
  99992359: 'The request contains user_ids that do not exist.',
  99992363: 'The request contains union_ids that do not exist.',
  99992402: 'field validation failed',
  230001: 'Your request contains an invalid request parameter.',
  230002: 'The bot can not be outside the group.',
  230011: 'The message is recalled.',
  230012: 'Bot is NOT the sender of the message.',
  230013: 'Bot has NO availability to this user.',
  230017: 'Bot is NOT the owner of the resource.',
  230020: 'This operation triggers the frequency limit.',
  230025: 'The length of the message content reaches its limit.',
  230026: 'No permission to recall this message.',
  230027: 'Lack of necessary permissions.',
  230031: 'Message can only be modified within 14 days after sending.',
  230033: 'Get the reading status must be done within 7 days after the message is sent.',
  230034: 'The receive_id is invalid.',
  230046: 'Only the owner of the group can pin messages.',
  230054: 'This operation is not supported for this message type.',
  230055: 'The type of file upload does not match the type of message being sent.',
  230099: 'Failed to create card content.',
  230110: 'Action unavailable as the message has been deleted.',
  231001: 'The reaction type is invalid.',
  231003: 'The reaction is not found.',
  232001: 'Your request contains an invalid request parameter.',
  232006: 'Your request specifies a chat_id which is invalid.',
  232009: 'Your request specifies a chat which has already been dissolved.',
  232011: 'Operator can NOT be out of the chat.',
  232016: 'Non-chat-owner or Non-chat-admin can only edit certain parts.',
  232017: 'No Permission: If the operator is NOT owner or creator with the scope, this operation is not allowed.',
  232042: 'The name of a public chat can NOT be empty.',
  232043: 'Your request contains unavailable ids.',
  234001: 'Invalid request param.',
  234003: 'File not in message.',
  234004: 'App not in chat.',
  234006: 'The file size exceed the max value.',
  234010: "File's size can't be 0.",
  234011: "Can't regonnize the image format.",
  234037: 'Downloaded file size exceeds limit.',
  234043: 'Unsupported message type.',
  40004: 'no dept authority error',
  41012: 'user id invalid error',
  41050: 'no user authority error',
  121003: 'invalid param',
  123002: 'reserve not found',
  190002: 'invalid parameters in request',
  191000: 'calendar not found',
  193000: 'calendar event not found',
  194000: 'attendee not found',
  198001: 'invalid number of user ids',
  198003: 'invalid time range',
  200740: 'card entity does not exist',
  300020: 'token format is invalid',
  300030: 'token is expired',
  300040: 'token has been used more than twice',
  300303: 'only schema 2.0 is supported',
  300309: 'streaming mode is closed',
  300311: 'not the owner of the card',
  300317: 'sequence number compare failed',
  200000: 'message is recalled',
  200310: 'token belongs to another app',
  1470400: 'invalid request parameter',
  1470403: 'no permission',
  1470404: 'task not found',
};

/** An answer the platform gives instead of data. */
export interface Failure {
  code: number;
  status: number;
  message: string;
  extra: Fields;
  headers: Record<string, string>;
}

/** Carries a `Failure` out of a handler; the edge turns it into the answer. */
export class PlatformError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** A failure by code; HTTP 400 and the platform's own sentence unless said otherwise. */
export function fail(code: number, change: Partial<Failure> = {}): PlatformError {
  return new PlatformError({
    code,
    status: 400,
    message: messages[code] ?? 'error',
    extra: {},
    headers: {},
    ...change,
  });
}

/** 99992402 naming the field and what is wrong with it. */
export function badField(field: string, description: string): PlatformError {
  return fail(99992402, { extra: { field_violations: [{ field, value: '', description }] } });
}
