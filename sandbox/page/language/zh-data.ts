import { cardZh } from './card-zh-data.ts';
import { chatZh } from './chat-zh-data.ts';
import { deskZh } from './desk-zh-data.ts';

/** Every word of the page in Chinese, by key; `{name}` stands for a value. */
export const zh = {
  ...cardZh,
  ...chatZh,
  ...deskZh,

  // The frame
  title: '沙盘', mark: '沙', drill: '沙盘演练', notFeishu: '不是真实飞书', invented: '数据均为虚构',
  secondColumn: '第二栏', inspector: '检查器', inspectorKey: '检查器（Alt+3）', keyboard: '键盘操作', keyboardKey: '键盘操作（?）',
  theme: '浅色深色', themeNow: '浅色深色：{name}', themeSystem: '跟随系统', themeLight: '浅色', themeDark: '深色',
  disconnected: '连接已断开，正在重连', reading: '正在读取',
  emptyCity: '还没有人。', emptyCityHint: '造一座虚构的城市，就有人可以说话、点卡片；也可以读入以前的存档。',
  cancel: '取消', confirm: '确认', gotIt: '知道了', comma: '、', colon: '：',

  // Dates
  weekday0: '周日', weekday1: '周一', weekday2: '周二', weekday3: '周三', weekday4: '周四', weekday5: '周五', weekday6: '周六',
  fullDay: '{year}年{month}月{day}日（{weekday}）', shortDay: '{month}月{day}日（{weekday}）', bareDay: '{month}月{day}日', yearMonth: '{year}年{month}月',
  weekHeads: '一二三四五六日', lastMonth: '上个月', nextMonth: '下个月', date: '日期', hour: '时', minute: '分',

  // The clock
  clock: '沙盘时间', workingDay: '工作日', restDay: '休息日', forward: '快进', forwardTo: '时间快进到', hourLater: '1 小时后',
  nextWorkingDay: '下一个工作日 09:00', thirdWorkingDay: '第 3 个工作日 09:00', dayLater: '整整 1 天后', givenTime: '指定时间',
  pace: '快慢', stopped: '停', onlyForward: '只能往前走，不能倒退',

  // Notices
  info: '提示', success: '成功', error: '出错', warning: '注意', notices: '最近提示', noticesCount: '最近提示 {count} 条', noNotices: '还没有提示',

  // Keys
  keySearch: '搜索会话', keyColumns: '到第一栏、第二栏', keyMessages: '下一条、上一条消息', keyEnter: '进入消息里的卡片；在输入框里发送',
  keyNewLine: '换行', keyEscape: '返回、关闭', keyList: '本列表', letterKeys: '使用单字母按键',

  // People
  column: '第 {number} 栏', views: '切换', chats: '会话', calendar: '日历', tasks: '任务', unread: '未读', switchPerson: '换人',
  nobodyYet: '这一栏还没有人', nobodyHint: '在上面选一个人，就能替他收发消息、点卡片。', choosePerson: '选择人员', iAm: '我是', withNews: '有新消息',
  searchPeople: '搜索人员', searchPeopleBy: '姓名、拼音、职务或单位', nobody: '还没有人', notFound: '没有找到',
  news: '新消息', moreNews: '另有 {count} 人', newsHint: '谁收到新消息，谁就出现在这里，点一下切换过去',
  newsFirst: '先在下面选一个人，给「{bot}」发一句话；谁收到新消息，谁就出现在这里', newsChip: '{name} 有 {count} 条新消息，在第 {number} 栏打开',
  everybody: '所有人', unknownPerson: '未知人员',

  // Chats
  chatList: '会话列表', searchChats: '搜索会话', bot: '机器人', noChats: '还没有会话', startHere: '点这里开始', dissolved: '已解散', noMessages: '还没有消息',
  chat: '会话', groupDissolved: '该群已解散', chooseChat: '选一个会话开始', backToChats: '返回会话列表', memberCount: '{count} 人', online: '长连接在线',
  pinned: '置顶', messages: '消息', newBelow: '{count} 条新消息', botMenu: '机器人菜单',

  // Messages
  aboutMessage: '对这条消息', reply: '回复', forwardMessage: '转发', edit: '编辑', recall: '撤回', forwardTitle: '转发给',
  replyTo: '回复 {name}：{text}', editing: '编辑：{text}', input: '输入消息', dropToSend: '松开就发送', sendFile: '发送文件',
  send: '发送', sendKey: '发送（Enter）', mention: '提及某人', recalledByYou: '你撤回了一条消息', recalledBy: '{name} 撤回了一条消息', edited: '已编辑',
  repliedUnknown: '回复了一条消息', says: '{name}：{text}', video: '视频.mp4', voice: '语音 {count} 秒', picture: '图片消息', file: '文件', download: '下载 {name}', record: '聊天记录',
  recalled: '消息已撤回', bracketed: '[{name}]', bracketedFile: '[文件] {name}', bracketedPlace: '[位置] {name}',
  typeImage: '图片', typeAudio: '语音', typeMedia: '视频', typeSticker: '表情', typeFolder: '文件夹', typeShareChat: '群名片', typeShareUser: '名片',
  typeTodo: '任务', typeVote: '投票', typeVideoChat: '会议', typeHongbao: '红包', typeCard: '卡片',
  emojiThumbsUp: '赞', emojiDone: '完成', emojiGet: '收到', emojiPlusOne: '加一', emojiClap: '鼓掌', emojiHeart: '爱心', emojiSmile: '微笑', emojiThinking: '思考',
  emojiMuscle: '加油', emojiPin: '标记', emojiTyping: '输入中', emojiOnIt: '在办', emojiOneSecond: '稍等', emojiCheck: '对', emojiCross: '不对', emojiSalute: '敬礼',
  emojiThanks: '谢谢', emojiLove: '喜欢',

  // What failed
  noAnswer: '沙盘没有应答，请稍后再试', answered: '沙盘应答 {status}', fileNotSent: '文件没有发出', fileCut: '文件没有发出，连接中断',
  fieldsMissing: '有必填项未填写', buttonBlocked: '该按钮暂时不能点', withCode: '{text}（错误码 {code}）', actFailed: '操作没有成功，请稍后再试',

  // Calendar and tasks
  accept: '接受', tentative: '待定', decline: '拒绝', rsvpNone: '未回复', rsvpAccept: '已接受', rsvpTentative: '待定', rsvpDecline: '已拒绝', rsvpRemoved: '已移除',
  noEvents: '还没有日程', cancelled: '已取消', answerInvitation: '回复邀请', noTasks: '还没有任务', past: '已过',

  // The inspector
  kindCall: '调用', kindEvent: '事件', kindCallback: '回调', kindAnswer: '应答', all: '全部', onlyBreaches: '只看违反', breaches: '违反 {count}', closeInspector: '收起检查器',
  filterBy: '筛选路径或标题', filterLog: '筛选记录', logKinds: '记录种类', log: '记录', emptyLog: '还没有记录', code: '码 {code}', milliseconds: '{count} 毫秒',
  breach: '违反', conforms: '合规', breachOf: '违反：{text}', request: '请求', response: '应答',
  faults: '故障开关', fault5xx: '接口报 5xx', faultTimeout: '接口不应答', fault429: '接口限流', faultToken: '令牌提前失效', faultDuplicate: '事件重复推送',
  faultSocket: '长连接断开', faultReset: '接口连接中断', faultDisbanded: '群被解散', faultReorder: '事件乱序', faultAckLost: '应答丢失', faultEndpoint: '连不上长连接',
  faultSlow: '接口变慢', faultDelay: '事件推迟', off: '关',
} as const;
