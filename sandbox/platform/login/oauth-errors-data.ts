/** Errors of the token endpoint: HTTP status, OAuth error and description by code (contract 11.1). */
export const oauthErrors = {
  20001: [400, 'invalid_request', 'The request is missing a required parameter.'],
  20002: [400, 'invalid_client', 'The client secret is invalid.'],
  20003: [400, 'invalid_grant', 'The authorization code is not found. Please note that an authorization code can only be used once.'],
  20004: [400, 'invalid_grant', 'The authorization code has expired.'],
  20008: [400, 'invalid_grant', 'The user does not exist.'],
  20010: [400, 'invalid_grant', 'The user does not have permission to use this app.'],
  20024: [400, 'invalid_grant', 'The provided authorization code or refresh token does not match the provided client ID.'],
  20026: [400, 'invalid_grant', 'The refresh token passed is invalid.'],
  20036: [400, 'unsupported_grant_type', 'The specified grant_type is not supported.'],
  20037: [400, 'invalid_grant', 'The refresh token passed has expired. Please generate a new one.'],
  20048: [400, 'invalid_client', 'The specified app does not exist.'],
  20049: [400, 'invalid_grant', 'PKCE code challenge failed.'],
  20050: [500, 'server_error', 'An unexpected server error occurred. Please retry your request.'],
  20063: [400, 'invalid_request', 'The request is malformed. Please check your request.'],
  20065: [400, 'invalid_grant', 'The authorization code has been used. Please note that an authorization code can only be used once.'],
  20066: [400, 'invalid_grant', 'The user status is invalid.'],
  20067: [400, 'invalid_scope', 'The provided scope list contains duplicate scopes. Please ensure all scopes are unique.'],
  20068: [400, 'invalid_scope', 'The provided scope list contains scopes that are not permitted. Please ensure all scopes are allowed.'],
  20069: [400, 'invalid_client', 'The specified app is not enabled.'],
  20071: [400, 'invalid_grant', 'The provided redirect_uri does not match the one used during authorization.'],
  20072: [503, 'temporarily_unavailable', 'The service is temporarily unavailable. Please retry your request.'],
  20073: [400, 'invalid_grant', 'The refresh token has been used. Please note that a refresh token can only be used once.'],
} as const satisfies Record<number, readonly [number, string, string]>;

/** A code of the token endpoint. */
export type OauthCode = keyof typeof oauthErrors;
