/**
 * What the sandbox's page and its scripts may ask of it, and what they get; this folder is the whole contract.
 * Served under `/sandbox/…` beside the Open Platform's own paths; JSON both ways.
 * Every time is ISO 8601 with +08:00 on the sandbox's own clock.
 */

/**
 * Other acts, all `POST`, all `{ as, … }`:
 * /sandbox/open { app } enters the one-to-one chat (pushes bot_p2p_chat_entered) → { chat }; { person } that of two people ·
 * /sandbox/menu { app, key } · /sandbox/recall { message } · /sandbox/edit { message, text } ·
 * /sandbox/forward { messages: [ids], to, merged } · /sandbox/react { message, emoji } · /sandbox/read { chat } ·
 * /sandbox/rsvp { event, rsvp } · /sandbox/task { guid, done } · /sandbox/comment { guid, text, parent? } on a task → { comment } ·
 * a reserved meeting by its id, number or link: /sandbox/enter-meeting { meeting, password? } (the first one starts it) · /sandbox/leave-meeting { meeting } ·
 * /sandbox/end-meeting { meeting } by its host · /sandbox/record-meeting { meeting, on } by its host, off → { minute } ·
 * /sandbox/transcribe { minute, text } makes the minutes ready ·
 * the tenant's administrator, without `as`: /sandbox/hire { name, title, department, userId?, email?, mobile? } → { person } ·
 * /sandbox/change-person { person, name?, title?, email?, mobile?, department?, departments?, frozen? } · /sandbox/resign { person } ·
 * /sandbox/department { do: create, code, name, parent? | do: rename, department, name | do: delete, department } ·
 * approval: /sandbox/define-approval { name, code?, widgets: [{ id, type, name, required? }], nodes: [{ id, name, type: AND|OR, approvers }], enabled? } → { approval } ·
 * /sandbox/apply { approval, form, title?, approvers? } → { instance } · /sandbox/decide { instance, do: approve|reject|transfer|cancel, to?, comment? } ·
 * /sandbox/quick-approve { approval, instance, task, do: APPROVE|REJECT, reason? } of another system · /sandbox/approvals {} → { approvals } ·
 * a web page inside the client: /sandbox/h5-code { app, scopes?, refused? } → { code } · /sandbox/h5-config { app, url, timestamp, nonceStr, signature } → { ok, errno? } ·
 * /sandbox/group { name, people: [open ids], apps: [app ids] } a group made by a person → { chat } ·
 * /sandbox/custom-bot { chat, name, secret?, keywords?, ips? } a bot of one group with an address of its own → { token } ·
 * /sandbox/stop { app, on } stops the bot from writing to him (230053), or with `on` false lets it again ·
 * /sandbox/links { message } the client shows a message: apps that subscribe to url.preview.get are asked for its links → { links } ·
 * /sandbox/template { id?, version?, apps, card } a card of the card tool → { template_id } ·
 * /sandbox/join { link or chat } · /sandbox/withdraw { chat, person } takes an invitation back ·
 * /sandbox/leave { chat } · /sandbox/kick { chat, app } sends the bot away · /sandbox/disband { chat } ·
 * /sandbox/invite { chat, people, apps } · /sandbox/remove { chat, person } · /sandbox/owner { chat, person } · /sandbox/rename { chat, name } ·
 * /sandbox/top { message, on } the message on top of its chat · /sandbox/pin { message, on } · /sandbox/typing { chat } ·
 * Refusals: 400, 403, 404 or 409 with { error: Chinese sentence }.
 * `GET /sandbox/files/<image or file key>` gives the bytes of anything uploaded or sent.
 */

/** `POST /sandbox/say` → { message: id }. `to`: a chat id or an app id (one-to-one with its bot). `mention`: app ids, open ids or `all`; each stands where the text has its `@name`, else at the end. */
export interface Say {
  as: string;
  to: string;
  text: string;
  mention?: string[];
  reply?: string;
  /** With `reply`: the answer begins or continues a thread. */
  inThread?: boolean;
}

/** `POST /sandbox/send` any other message type with its received-form content (sticker, audio, merge_forward, location, post …). */
export interface SendRaw {
  as: string;
  to: string;
  type: string;
  content: unknown;
}

/** `POST /sandbox/file` multipart: fields as, to, kind (file|image|audio|media), size? (pretend size in bytes); part `file`. → { message: id } */

/** `POST /sandbox/tap`: what a person does on a card. The sandbox builds `action` as the platform does and checks what the client checks. */
export interface Tap {
  as: string;
  message: string;
  /** Where the component stands: JSON path inside the card, e.g. ["body","elements",3,"columns",0,"elements",1]; or its `name`; or, for a button, its visible text. */
  at: (string | number)[] | { name: string } | { text: string };
  /** Values by component name, when a form is submitted; unnamed ones keep their initial values. */
  form?: Record<string, string | string[] | boolean>;
  /** For selects, pickers, overflow: the chosen value (`option`), for input `input`, for checker `checked`. */
  option?: string;
  options?: string[];
  input?: string;
  checked?: boolean;
  /** The person said yes in the confirm dialog. Absent on a component with `confirm` → { confirm: {title,text} } and nothing is sent. */
  confirmed?: boolean;
}

/** Answer of `POST /sandbox/tap`. */
export interface TapAnswer {
  /** ok: callback answered; blocked: the client stopped it (required field, disabled); failed: platform error shown to the person. */
  outcome: 'ok' | 'blocked' | 'confirm' | 'failed';
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string };
  confirm?: { title: string; text: string };
  /** Client-visible code and sentence, e.g. 200341. */
  error?: { code: number; text: string };
  missing?: string[];
  /** Milliseconds until the answer. */
  tookMs?: number;
}
