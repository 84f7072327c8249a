/** `GET /sandbox/chats?as=ou_…`, newest first. */
export interface ChatView {
  id: string;
  name: string;
  mode: 'p2p' | 'group';
  /** The bot on the other side of a one-to-one chat. */
  appId?: string;
  members: { id: string; name: string; bot: boolean }[];
  unread: number;
  last?: { at: string; text: string };
  dissolved: boolean;
  pinned?: string;
}

/** `GET /sandbox/messages?as=ou_…&chat=oc_…&before=<message id>&limit=50`, oldest first; without `chat` the newest of all the person's chats. */
export interface MessageView {
  id: string;
  chat: string;
  at: string;
  /** For a bot `id` is its `botId`; a grey line (`type` system, content {text}) comes from nobody. */
  from: { id: string; name: string; bot: boolean };
  type: string;
  /** Parsed content; for `interactive` the authored card JSON, texts with mentions by name, files with `file_name` and `file_size` (bytes). */
  content: unknown;
  parent?: string;
  thread?: string;
  recalled: boolean;
  edited: boolean;
  /** `by`: open ids of people, app ids of bots. */
  reactions: { emoji: string; by: string[] }[];
  /** Incremented at each change of a card. */
  revision: number;
  followUps?: string[];
}
