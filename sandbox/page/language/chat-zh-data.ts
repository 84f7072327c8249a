/** The words of the chats in Chinese. */
export const chatZh = {
  newFromHere: '以下是新消息', toNewest: '到最新', messageFrom: '{name} {time}', chooseMessage: '选择：{text}', writeAgain: '重新编辑',
  onlyYou: '仅你可见', urgent: '加急', urgentYou: '加急，请您查看', threadReplies: '{count} 条话题回复', andMore: '{names} 等 {count} 人',
  readByOther: '已读', readByAll: '全部已读', notRead: '未读', readCount: '{count}/{of} 已读', readers: '谁读过', readNames: '已读 {count}', unreadNames: '未读 {count}', somebody: '已离开的成员',
  reactWith: '表情回复', moreReactions: '更多表情', replyInThread: '话题回复', copyText: '复制', chooseSeveral: '多选', markMessage: '标记', unmark: '取消标记',
  putOnTop: '置顶', takeFromTop: '取消置顶', searchChatsPeople: '搜索会话或人员', forwardSeveral: '转发 {count} 条消息', forwardedTo: '已转发给 {name}', howToForward: '转发方式',
  merged: '合并转发', oneByOne: '逐条转发', typeLocation: '位置', downloadPicture: '下载', recordCount: '共 {count} 条，点开查看',
  inputThread: '回复话题', mentionKey: '提及某人（@）', emoji: '表情符号', retry: '重试', cancelSending: '取消发送 {name}', dropFailed: '不再发送 {name}',
  typingNow: '{name} 正在输入', searchInChat: '搜索消息', goToDay: '到某一天', marks: '标记的消息', groupInfo: '群信息', openBeside: '在另一栏打开对方', threadTitle: '话题', closePanel: '关闭侧栏',
  threadEmpty: '还没有回复', noMarks: '还没有标记', searchWords: '要找的文字', invite: '添加成员', groupName: '群名称', save: '保存', leaveGroup: '退出群聊', disbandGroup: '解散群聊',
  leaveText: '退出后收不到这个群的消息。', disbandText: '解散后所有人都不能再发言，记录仍可查看。', members: '群成员', searchMembers: '搜索成员', owner: '群主', aboutMember: '对 {name}',
  talkAlone: '单独会话', makeOwner: '转让群主', removeMember: '移出群聊', newGroup: '新建群聊', make: '建群', searchForMore: '共 {count} 人，输入姓名或拼音继续找',
  searchEverything: '搜索', foundMessages: '聊天记录', draft: '[草稿] ',
} as const;
