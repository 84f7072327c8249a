/** `GET /sandbox/chats?as=ou_…`, newest first. Between two people a one-to-one chat has no `appId` and no name. */
export interface ChatView {
  id: string;
  name: string;
  mode: 'p2p' | 'group';
  /** The bot on the other side of a one-to-one chat. */
  appId?: string;
  members: { id: string; name: string; bot: boolean }[];
  /** Counted up to 1000. */
  unread: number;
  /** The first unread message, when there is one. */
  unreadFrom?: string;
  /** `by` is the name of who sent it, '' for a grey line. */
  last?: { at: string; text: string; by: string };
  dissolved: boolean;
  /** The person who owns the group; absent when a bot does. */
  owner?: string;
  /** The message on top. */
  pinned?: string;
  /** Marked messages, oldest mark first. */
  pins: string[];
}

/** `GET /sandbox/news`: everybody with something unread. */
export interface NewsView {
  person: string;
  /** Counted up to 100 in each chat. */
  count: number;
  /** When the last of them came. */
  at: string;
  /** Somebody wrote to this person alone. */
  alone: boolean;
}

/** `GET /sandbox/readers?as=ou_…&message=om_…`: who has read a message of this person, open ids. */
export interface ReadersView {
  /** `at` is absent where only a later word shows that the message was read. */
  read: { id: string; at?: string }[];
  unread: string[];
}

/**
 * `GET /sandbox/messages?as=ou_…&chat=oc_…&limit=50`, oldest first; without `chat` the newest of all the person's chats.
 * Within a chat: `before=<message id>` or `after=<message id>` gives the page next to a message, `around=<message id>` that message
 * with half a page on either side, `from=<ISO time>` the page that begins then, `thread=<message id>` that message and what was said
 * in its thread. `folded=1` leaves out what was said in threads.
 * `GET /sandbox/search?as=ou_…&text=…[&chat=oc_…][&limit=30]`: messages that contain the words, newest first.
 */
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
  /** The message it answers in one line. */
  quote?: { name: string; text: string };
  thread?: string;
  recalled: boolean;
  edited: boolean;
  /** `by`: open ids of people, app ids of bots. */
  reactions: { emoji: string; by: string[] }[];
  /** Incremented at each change of a card. */
  revision: number;
  /** When its content last changed. */
  updatedAt: string;
  followUps?: string[];
  /** What apps show for its links. */
  previews?: { url: string; title: string; card?: Record<string, unknown> }[];
  /** How many messages its thread has, on the message that began it. */
  replies?: number;
  /** How many of the people it was meant for have read it, for messages of people. */
  read?: { count: number; of: number };
  /** People whom the sender urged to read it. */
  urgent?: string[];
  /** Nobody else in the chat sees it. */
  only?: true;
}
