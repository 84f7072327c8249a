import type { chatZh } from './chat-zh-data.ts';

/** The words of the chats in English. */
export const chatEn: Record<keyof typeof chatZh, string> = {
  newFromHere: 'New from here', toNewest: 'To the newest', messageFrom: '{name} {time}', chooseMessage: 'Choose: {text}', writeAgain: 'Write it anew',
  onlyYou: 'only you see this', urgent: 'urgent', urgentYou: 'urgent, please read', threadReplies: '{count, plural, one {# answer in the thread} other {# answers in the thread}}', andMore: '{names} and others, {count} in all',
  readByOther: 'read', readByAll: 'read by all', notRead: 'not read', readCount: '{count} of {of} read', readers: 'Who has read it', readNames: 'Read: {count}', unreadNames: 'Not read: {count}', somebody: 'a former member',
  reactWith: 'React', moreReactions: 'More reactions', replyInThread: 'Answer in a thread', copyText: 'Copy', chooseSeveral: 'Choose several', markMessage: 'Mark', unmark: 'Unmark',
  putOnTop: 'Put on top', takeFromTop: 'Take from the top', searchChatsPeople: 'Search chats or people', forwardSeveral: 'Forward {count} messages', forwardedTo: 'Forwarded to {name}', howToForward: 'How to forward',
  merged: 'As one', oneByOne: 'One by one', typeLocation: 'Place', downloadPicture: 'Download', recordCount: '{count, plural, one {# message, press to read} other {# messages, press to read}}',
  inputThread: 'Answer in the thread', mentionKey: 'Mention somebody (@)', emoji: 'Emoji', retry: 'Try again', cancelSending: 'Stop sending {name}', dropFailed: 'Do not send {name}',
  typingNow: '{name} is writing', searchInChat: 'Search messages', goToDay: 'Go to a day', marks: 'Marked messages', groupInfo: 'Group', openBeside: 'Open the other person beside', threadTitle: 'Thread', closePanel: 'Close the panel',
  threadEmpty: 'No answers yet', noMarks: 'Nothing marked yet', searchWords: 'Words to find', invite: 'Add members', groupName: 'Name of the group', save: 'Save', leaveGroup: 'Leave the group', disbandGroup: 'Disband the group',
  leaveText: 'You will no longer receive messages of this group.', disbandText: 'Nobody can write in it any more; what was said stays readable.', members: 'Members', searchMembers: 'Search members', owner: 'owner', aboutMember: 'About {name}',
  talkAlone: 'Talk alone', makeOwner: 'Make owner', removeMember: 'Remove', newGroup: 'New group', make: 'Make the group', searchForMore: '{count} people, type a name or pinyin to find more',
  searchEverything: 'Search', foundMessages: 'Messages', draft: '[Draft] ',
};
