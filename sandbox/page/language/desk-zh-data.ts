/** The words of the desk in Chinese: tour, clock, saves, faults, inspector, calendar and tasks. */
export const deskZh = {
  tour: '带我走一遍', tourStep: '第 {step} 步 共 {steps} 步', tourYou: '现在您是：{who}', tourByHand: '我来点', tourForMe: '替我点', tourBack: '上一步', tourNext: '回到这一步',
  tourLeave: '退出', tourMove: '挪开', tourDrag: '按住可拖开', tourProgress: '进度 {step}/{steps}', tourComing: '正在等这张卡片', tourLate: '还没有等到。可以退出，自己试试。',
  tourFilled: '表已替您填好，可以改。', tourTyped: '话已替您写好，可以改。', tourDone: '刚才办了什么', tourAgain: '再来一遍', tourOwn: '自己试试', tourPast: '这一步已办好',
  tourResume: '接着走（第 {step} 步）', tourFresh: '从头走一遍', tourAsk: '{title}，约 {minutes} 分钟', tourEnd: '从第一句话到这里，{steps} 步都办完了。',
  did: '点「{button}」', said: '发出一句话',
  welcome: '第一次来？', welcomeText: '这里是一座虚构的城市，您可以是其中任何一个人。', welcomeOwn: '自己看看',

  more: '更多', clockNow: '现在', clockNowHint: '到真实的此刻，按真实的快慢走', clockAhead: '沙盘时间已经走在前面，要回到过去请读取存档',
  pace0: '时间停住', pace1: '和真实时间一样', pace60: '1 秒等于 1 分钟', pace3600: '1 秒等于 1 小时',
  nextReminder: '下一次提醒', nextDue: '下一个到期', thisMoment: '就到这一刻', onTheWay: '途中会发生', happens: '途中会发生 {count} 件事：', nothingOnTheWay: '途中没有已知的事', moreOnTheWay: '还有 {count} 件',
  stopAtEach: '逐件停下', goStraight: '直接到', stoppedAt: '停在 {moment}：', nextStop: '下一件（还有 {count} 件）', toTheEnd: '直接到 {moment}', stayHere: '就停在这里',

  noted: '注', jsonInString: '字符串里的 JSON', entryGone: '这条记录太旧，已经不在了', searchJson: '在内容里查找', pushed: '推送内容', ack: '对方的应答', headers: '头部（令牌已隐去）', nothing: '没有内容',
  copyCurl: '复制 curl', copied: '已复制', replay: '重放', pushedAgain: '已重新推送', replayedAs: '已重放，应答 {status}', asFixture: '存为测试', attempts: '同一事件推了 {count} 次', noAck: '没有应答',
  nextBreach: '跳到下一处违反', sideBySide: '放宽，请求和应答并排', codeFilter: '按码筛选', allCodes: '全部码', appFilter: '按应用筛选', allApps: '全部应用',
  rowCount: '{count} 条', pausedWith: '已暂停，又来了 {count} 条', pauseLog: '暂停', clearLog: '清空记录',

  faultsOn: '故障 {count}', faultsOfCalls: '接口调用', faultsOfEvents: '事件和长连接', weatherCalm: '风平浪静', weatherRough: '网络不稳', weatherLimits: '平台限流', weatherUnheard: '发出无应答', weatherCut: '断线',
  faultOnly: '只对', faultTimes: '次数', faultMs: '毫秒', faultDone: '请求', doneEither: '随机', doneYes: '已执行', doneNo: '未执行', noEnd: '不限', seed: '种子', seedHint: '同一个种子抽出同样的故障，可以重来',
  saves: '存档', saveName: '给存档起个名字', saveNow: '存下', saveOver: '覆盖', noSaves: '还没有存档', saveFacts: '沙盘时间 {clock}　{people} 人　{messages} 条消息', loadSave: '读取', giveSave: '导出「{name}」', dropNamed: '删除「{name}」', dropSave: '删除', takeSave: '导入存档', close: '关闭',
  loadAsk: '回到「{name}」？现在的会话、时间和故障会被换掉，没有存下的就没有了。接入的应用自己的数据不会跟着退回。', dropAsk: '删除「{name}」？删除后找不回来。',

  people: '人员', byDay: '日', byWeek: '周', byList: '列表', calendarBy: '怎么看日历', before: '往前', after: '往后', today: '今天', allDay: '全天', conflictsWith: '与「{name}」时间冲突', joinMeeting: '加入会议',
  inviteCount: '{organizer} 邀请 {count} 人，{yes} 人接受', noRealMeeting: '沙盘里没有真实的视频会议。真实环境里，点这个地址就进入会议：', showPast: '显示过去的 {count} 个', hidePast: '收起过去的', noEventsHint: '收到会议邀请后，会出现在这里。',
  tasksMine: '我负责的', tasksFollowed: '我关注的', tasksBy: '看哪些任务', tasksDone: '已完成 {count} 个', noTasksHint: '派给这个人的任务会出现在这里。', follows: '{name}（关注）', madeBy: '来自 {name}', doneOn: '{day}完成', dueToday: '今天到期',
  peopleCount: '{count} 人', organ: '单位', post: '职务', mail: '邮箱', becomeThere: '在另一栏成为此人', becomeHere: '成为此人',

  welcomeTour: '带我走一遍（约 {minutes} 分钟）', inventCity: '造一座城（{organisations} 个单位 {people} 人）', building: '正在造城，几秒就好', emptyCityScript: '接入的应用也可以自己送来名册：',
  recorder: '录制', recordStart: '开始录制', recordStop: '停止录制', recording: '录制中 {steps}', recordHint: '在页面上做一遍，沙盘把它写成一份可以直接运行的测试。', recordEmpty: '还没有录到操作', copyTest: '复制测试', saveTest: '下载测试', recordedSteps: '录到 {steps} 个操作',
  recordedFile: '沙盘数据-recorded.test.ts',

  approvals: '审批', startedBy: '{name} 发起', approve: '同意', reject: '拒绝', approvalPending: '审批中', approvalApproved: '已同意', approvalRejected: '已拒绝', approvalCanceled: '已撤回',
  enterMeeting: '进入', leaveMeeting: '离开', insideMeeting: '已在会议中，应用收到了进会事件。', unreservedMeeting: '这个会议不是用会议接口预约的，应用不会收到进会事件。',
} as const;
