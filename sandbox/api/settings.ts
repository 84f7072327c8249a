/**
 * `GET /sandbox/settings` reads, `POST /sandbox/settings` changes those given and answers all; a wrong one is refused by name and nothing changes.
 * They are what the platform's documents leave open and what a tenant decides for itself; a bot must be right with each of them.
 */
export interface Settings {
  /** HTTP status of a refused token request. */
  tokenFailureStatus: 200 | 400;
  /** Code of a wrong app secret. */
  wrongSecretCode: 10014 | 10015;
  /** An optional select or date without choice in `form_value`: left out, or the empty string. */
  emptyChoice: 'absent' | 'empty';
  /** Whether a message of another bot that mentions a bot reaches it (`sender_type` app). */
  botsHearBots: boolean;
  /** Whether files and pictures in a group reach a bot that may only hear what mentions it. */
  groupFilesWithoutMention: boolean;
  /** A repeated uuid: the first message again, or 230049. */
  repeatedUuid: 'first' | 'busy';
  /** Whether a card in the answer to a tap counts as one of the two uses of the tap's `c-` token. */
  answerUsesToken: boolean;
  /** Unit of the signature's timestamp header. */
  signatureTime: 's' | 'ms';
  /** Whether the first one-to-one chat of a person with a bot pushes `p2p_chat_create`. */
  firstChatEvent: boolean;
  /** What GET shows of a 2.0 card unless the authored one is asked for: the upgrade stub, or its words. */
  cardReadBack: 'stub' | 'words';
  /** Words that make a send fail with 230022. */
  sensitiveWords: string[];
  /** Whether a telephone number or an e-mail address in a text makes a send fail with 230028. */
  leakGuard: boolean;
  /** How long a message may be recalled and edited. */
  recallHours: number;
  editHours: number;
  /** Unread urgent marks a person may have, and what the tenant has left of those that cost money. */
  urgentUnread: number;
  urgentSms: number;
  urgentPhone: number;
  /** API calls a month over all apps; 0 is no quota. */
  monthlyCalls: number;
  /** Addresses the apps may call from; empty is everywhere. */
  ipAllowList: string[];
  /** How long a change of a group's members keeps the group busy (232019), in ms. */
  chatBusyMs: number;
  /** How many people a group may have (232013). */
  chatMembers: number;
  /** Whether announcements of groups are docx, so that the old API refuses them (232097). */
  docxAnnouncements: boolean;
  /** How long a changed event takes no other change (190010, HTTP 429 without the gateway's headers), in ms. */
  calendarBusyMs: number;
  /** How long after a task with a `client_token` a second one with it counts as made at the same time (1470422), in ms. */
  taskTokenBusyMs: number;
  /** Groups in which nobody may answer in a thread (chat ids). */
  threadlessChats: string[];
  /** Whether custom bots are refused with 11232 around full and half hours. */
  customBotRush: boolean;
}
