/** The words of the desk in Chinese: tour, clock, saves, faults, inspector, calendar and tasks. */
export const deskZh = {
  tour: '带我走一遍', tourStep: '第 {step} 步 共 {steps} 步', tourYou: '现在您是：{who}', tourByHand: '我来点', tourForMe: '替我点', tourBack: '上一步', tourNext: '回到这一步',
  tourLeave: '退出', tourMove: '挪开', tourDrag: '按住可拖开', tourProgress: '进度 {step}/{steps}', tourComing: '正在等这张卡片', tourLate: '还没有等到。可以退出，自己试试。',
  tourFilled: '表已替您填好，可以改。', tourTyped: '话已替您写好，可以改。', tourDone: '刚才办了什么', tourAgain: '再来一遍', tourOwn: '自己试试', tourPast: '这一步已办好',
  tourResume: '接着走（第 {step} 步）', tourFresh: '从头走一遍', tourAsk: '{title}，约 {minutes} 分钟', tourEnd: '从第一句话到这里，{steps} 步都办完了。', tourNone: '接入的应用还没有送来导览',
  did: '点「{button}」', said: '发出一句话',
  welcome: '第一次来？', welcomeText: '这里是一座虚构的城市，您可以是其中任何一个人。', welcomeOwn: '自己看看',
} as const;
