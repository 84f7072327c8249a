import { fail } from '../errors.ts';

/** 230099 with the inner code, as the platform words it. */
export function cardFailure(inner: { code: number; message: string }): Error {
  return fail(230099, {
    message: `Failed to create card content, ext=ErrCode: ${inner.code}; ErrMsg: ${inner.message}; `,
  });
}
