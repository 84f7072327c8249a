/** The words around cards in Chinese: fields, lists, pictures, and the gallery of cards. */
export const cardZh = {
  card: '卡片', form: '表单', unknownPart: '不认识的组件 {name}', image: '图片', imageNumber: '图片 {number}', sound: '语音', chooseImage: '选择图片', moreActs: '更多操作',
  chart: '图表', fieldInput: '输入', pleaseFill: '请填写', pleaseChoose: '请选择', chooseDate: '选择日期', chooseTime: '选择时间',
  chooseMoment: '选择日期和时间', required: '，必填', chosenIs: '：{text}', clear: '清空', settle: '确定', table: '表格', pageBefore: '上一页', pageAfter: '下一页',
  searchNameOrPinyin: '姓名或拼音', search: '搜索', searchIn: '搜索{name}', nothingToChoose: '没有可选的', chosenCount: '已选 {count}',
  openLink: '打开链接', enlarge: '放大：{name}', close: '关闭', button: '按钮', playSound: '播放语音', pause: '暂停', playTo: '播放到', soundLost: '语音取不到', sendInput: '提交输入',
  taskDone: '已完成', taskOpen: '未完成', noRows: '暂无数据', chartFailed: '图表无法显示，请核对 chart_spec（200550）', generating: '生成中',
  cardExpired: '发出已超过 14 天，卡片上的操作不再有效',

  // The gallery of cards
  galleryTitle: '沙盘卡片样张', gallery: '卡片样张', galleryHint: '平台的每种组件，内容均为虚构。点一点，下面就是机器人会收到的内容。', backToSandbox: '回到沙盘', galleryAt: '打开卡片样张', showSource: '卡片 JSON',
  wouldSend: '机器人会收到', sendsNothing: '这一下不告诉机器人', blockedBy: '客户端拦下：{text}', asksFirst: '先问一句',
} as const;
