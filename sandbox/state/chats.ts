/** A tab at the head of a group. */
export interface ChatTab {
  id: string;
  name: string;
  type: string;
  content: Record<string, unknown>;
  config: Record<string, unknown>;
}

/** A conversation; `people` are open ids, `bots` app ids, `ownerId` is absent when a bot owns it. */
export interface Chat {
  id: string;
  mode: 'p2p' | 'group';
  name: string;
  description: string;
  creator: string;
  ownerId?: string;
  people: string[];
  bots: string[];
  dissolved: boolean;
  top?: string;
  pins: string[];
  messages: string[];
  /** The highest message number each person has read. */
  read: Record<string, number>;
  settings: Record<string, unknown>;
  /** Managers, and who may write when only those named may: open ids and app ids. */
  managers?: string[];
  botManagers?: string[];
  moderators?: string[];
  tabs?: ChatTab[];
  announcement?: { text: string; revision: number };
  /** Links by which one may join, by token: until when on the sandbox clock, 0 for ever. */
  links?: Record<string, number>;
  /** For whom the chat is held on top as urgent. */
  sensitive?: string[];
  menu?: Record<string, unknown>[];
  at: number;
}

export interface Mention {
  key: string;
  id: string;
  name: string;
}

export interface Reaction {
  id: string;
  emoji: string;
  by: string;
  app: boolean;
  at: number;
}

/** A message; `content` is the string on the wire, for cards the authored card. Times are epoch ms on the sandbox clock. */
export interface Message {
  id: string;
  seq: number;
  chat: string;
  at: number;
  updatedAt: number;
  sender: { kind: 'user' | 'app' | 'system'; id: string };
  type: string;
  content: string;
  mentions: Mention[];
  parent?: string;
  root?: string;
  thread?: string;
  /** The messages of its thread, on the message that began it. */
  replies?: string[];
  upper?: string;
  recalled: boolean;
  recalledBy?: 'message_owner' | 'group_owner' | 'group_manager' | 'enterprise_manager';
  edits: number;
  reactions: Reaction[];
  revision: number;
  followUps?: string[];
  readBy: Record<string, number>;
  urgent: string[];
  only?: string;
  cardId?: string;
  /** What apps show for its links, by URL. */
  previews?: Record<string, LinkPreview>;
  /** The batch it was sent in (`bm-`). */
  batch?: string;
}

/** An app's preview of a link: the title beside it and a card, for the person who asked first. */
export interface LinkPreview {
  token: string;
  app: string;
  person: string;
  title: string;
  card?: Record<string, unknown>;
  at: number;
}

/** What is known of an uploaded file; its bytes lie beside the state. */
export interface StoredFile {
  key: string;
  kind: 'image' | 'file';
  name: string;
  mime: string;
  size: number;
  /** The `file_type` it was uploaded as. */
  form?: string;
  owner: string;
  at: number;
}
