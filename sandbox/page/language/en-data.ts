import { cardEn } from './card-en-data.ts';
import { deskEn } from './desk-en-data.ts';
import { chatEn } from './chat-en-data.ts';
import type { Dictionary } from './language.ts';

/** Every word of the page in English, by the same keys. */
export const en: Dictionary = {
  ...cardEn,
  ...deskEn,

  ...chatEn,
  title: 'Sandbox', mark: 'S', drill: 'Sandbox drill', notFeishu: 'not the real Feishu', invented: 'all data invented',
  secondColumn: 'Second column', inspector: 'Inspector', inspectorKey: 'Inspector (Alt+3)', keyboard: 'Keyboard', keyboardKey: 'Keyboard (?)',
  theme: 'Light or dark', themeNow: 'Light or dark: {name}', themeSystem: 'As the system', themeLight: 'Light', themeDark: 'Dark',
  disconnected: 'Connection lost, trying again', reading: 'Reading',
  emptyCity: 'Nobody here yet', emptyCityHint: 'Invent a city, and there are people who talk and tap cards; or bring in an earlier save.',
  cancel: 'Cancel', confirm: 'Confirm', gotIt: 'Got it', comma: ', ', colon: ': ',

  weekday0: 'Sun', weekday1: 'Mon', weekday2: 'Tue', weekday3: 'Wed', weekday4: 'Thu', weekday5: 'Fri', weekday6: 'Sat',
  fullDay: '{weekday} {year}-{month}-{day}', shortDay: '{weekday} {month}-{day}', bareDay: '{month}-{day}', yearMonth: '{year}-{month}',
  weekHeads: 'MTWTFSS', lastMonth: 'Month before', nextMonth: 'Month after', date: 'Date', hour: 'Hour', minute: 'Minute',

  clock: 'Sandbox time', workingDay: 'working day', restDay: 'rest day', forward: 'Forward', forwardTo: 'Move the clock to', hourLater: '1 hour later',
  nextWorkingDay: 'Next working day 09:00', thirdWorkingDay: 'Third working day 09:00', dayLater: 'Exactly 1 day later', givenTime: 'A given time',
  pace: 'Pace', stopped: 'Stop', onlyForward: 'Only forward, never back',

  info: 'Note', success: 'Done', error: 'Failed', warning: 'Attention', notices: 'Recent notices', noticesCount: 'Recent notices: {count}', noNotices: 'No notices yet',

  keySearch: 'Search chats', keyColumns: 'To the first or second column', keyMessages: 'Next or previous message', keyEnter: 'Into the card of a message; send, while writing',
  keyNewLine: 'New line', keyEscape: 'Back, close', keyList: 'This list', letterKeys: 'Use single-letter keys',

  column: 'Column {number}', views: 'Views', chats: 'Chats', calendar: 'Calendar', tasks: 'Tasks', unread: 'Unread', switchPerson: 'Other person',
  nobodyYet: 'Nobody in this column yet', nobodyHint: 'Choose somebody above to read, write and tap cards in his place.', choosePerson: 'Choose a person', iAm: 'I am', withNews: 'With news',
  searchPeople: 'Search people', searchPeopleBy: 'Name, pinyin, post or organ', nobody: 'Nobody yet', notFound: 'Nothing found',
  news: 'News', moreNews: '{count} more', newsHint: 'Whoever gets a message appears here; press to become that person',
  newsFirst: 'Choose somebody below and write to “{bot}”; whoever gets a message appears here',
  newsChip: '{name} has {count, plural, one {# new message} other {# new messages}}; opens in column {number}',
  everybody: 'everybody', unknownPerson: 'Unknown person',

  chatList: 'Chats', searchChats: 'Search chats', bot: 'bot', noChats: 'No chats yet', startHere: 'Press to begin', dissolved: 'Disbanded', noMessages: 'No messages yet',
  chat: 'Chat', groupDissolved: 'This group was disbanded', chooseChat: 'Choose a chat to begin', backToChats: 'Back to the chats',
  memberCount: '{count, plural, one {# member} other {# members}}', online: 'Connected',
  pinned: 'On top', messages: 'Messages', newBelow: '{count, plural, one {# new message} other {# new messages}}', botMenu: 'Menu of the bot',

  aboutMessage: 'About this message', reply: 'Reply', forwardMessage: 'Forward', edit: 'Edit', recall: 'Recall', forwardTitle: 'Forward to',
  replyTo: 'Reply to {name}: {text}', editing: 'Edit: {text}', input: 'Write a message', dropToSend: 'Drop to send', sendFile: 'Send a file',
  send: 'Send', sendKey: 'Send (Enter)', mention: 'Mention somebody', recalledByYou: 'You recalled a message', recalledBy: '{name} recalled a message', edited: 'edited',
  repliedUnknown: 'Reply to a message', says: '{name}: {text}', video: 'video.mp4', voice: 'Voice, {count} s', picture: 'Picture', file: 'FILE', download: 'Download {name}', record: 'Chat history',
  recalled: 'Message recalled', bracketed: '[{name}]', bracketedFile: '[File] {name}', bracketedPlace: '[Place] {name}',
  typeImage: 'Picture', typeAudio: 'Voice', typeMedia: 'Video', typeSticker: 'Sticker', typeFolder: 'Folder', typeShareChat: 'Group card', typeShareUser: 'Name card',
  typeTodo: 'Task', typeVote: 'Vote', typeVideoChat: 'Meeting', typeHongbao: 'Red packet', typeCard: 'Card',
  emojiThumbsUp: 'Like', emojiDone: 'Done', emojiGet: 'Got it', emojiPlusOne: '+1', emojiClap: 'Clap', emojiHeart: 'Heart', emojiSmile: 'Smile', emojiThinking: 'Thinking',
  emojiMuscle: 'Go on', emojiPin: 'Pin', emojiTyping: 'Typing', emojiOnIt: 'On it', emojiOneSecond: 'One second', emojiCheck: 'Right', emojiCross: 'Wrong', emojiSalute: 'Salute',
  emojiThanks: 'Thanks', emojiLove: 'Love',

  noAnswer: 'The sandbox does not answer, please try again later', answered: 'The sandbox answers {status}', fileNotSent: 'The file was not sent', fileCut: 'The file was not sent, connection cut',
  fieldsMissing: 'Some required fields are empty', buttonBlocked: 'This button cannot be pressed now', withCode: '{text} (code {code})', actFailed: 'That did not work, please try again later',

  accept: 'Accept', tentative: 'Maybe', decline: 'Decline', rsvpNone: 'no answer', rsvpAccept: 'accepted', rsvpTentative: 'maybe', rsvpDecline: 'declined', rsvpRemoved: 'removed',
  noEvents: 'No events yet', cancelled: 'cancelled', answerInvitation: 'Answer the invitation', noTasks: 'No tasks yet', past: 'past',

  kindCall: 'call', kindEvent: 'event', kindCallback: 'callback', kindAnswer: 'answer', all: 'All', onlyBreaches: 'Breaches', breaches: '{count, plural, one {# breach} other {# breaches}}', closeInspector: 'Close the inspector',
  filterBy: 'Filter by path or title', filterLog: 'Filter the log', logKinds: 'Kinds of entries', log: 'Log', emptyLog: 'Nothing logged yet', code: 'code {code}', milliseconds: '{count} ms',
  breach: 'breach', conforms: 'conforms', breachOf: 'Breach: {text}', request: 'Request', response: 'Response',
  faults: 'Faults', fault5xx: 'API answers 5xx', faultTimeout: 'API does not answer', fault429: 'API limits calls', faultToken: 'Token ends early', faultDuplicate: 'Events come twice',
  faultSocket: 'Connection drops', faultReset: 'Calls are cut off', faultDisbanded: 'Groups dissolve', faultReorder: 'Events change order', faultAckLost: 'Answers get lost', faultEndpoint: 'No long connection',
  faultSlow: 'API is slow', faultDelay: 'Events come late', off: 'off',
};
