/** Something a person may ask for in words; nothing of it changes a state. */
export type Ask =
  | 'todo' | 'mine' | 'help' | 'progress' | 'report' | 'basis' | 'meetings' | 'continue' | 'discardFiles' | 'preserve' | 'greeting' | 'delegate' | 'organ' | 'handover' | 'organFile' | 'campaign' | 'newCampaign' | 'reminders' | 'identity' | 'accessLog' | 'anonymous' | 'satisfaction';

/** What short words mean: a wish to see something, or an act to be proposed as a card (domain section 5). */
export type Understood = { ask: Ask; arg?: string } | { act: string; arg?: string };

const number = '(?:[A-Z]{2}-?)?(?:\\d{8}-)?\\d{3,6}';
const end = '[\\s。.!！~～吧了呀啊]*$';

type Row = readonly [Understood, RegExp];

const asks: readonly Row[] = [
  [{ ask: 'greeting' }, /^(你好|您好|在吗|hello|hi|哈喽|嗨|早上好|上午好|下午好|晚上好)[啊呀吗\s。.!！~～]*$/i],
  [{ ask: 'help' }, /^\/?(帮助|help|怎么用|使用说明|你能做什么|你会什么|菜单|功能)[\s？?。]*$/i],
  [{ ask: 'todo' }, /^\/?(看看|查看|打开)?(我的)?(待办|待办事项|任务|代办事项)(有哪些|有多少)?[\s？?。]*$|^我(有)?(什么|哪些|几件)(要办|待办|事要办)的?[？?]?$/],
  [{ ask: 'accessLog' }, /^\/?(看看|查看)?(查阅登记|揭封登记|举报人信息查阅登记)[\s。]*$/],
  [{ ask: 'satisfaction' }, /^\/?(看看|查看|统计)?(满意度|满意情况|评价统计|满意率|举报人评价)(统计|怎么样|如何)?[\s？?。]*$/],
  [{ ask: 'anonymous' }, /^(我|我们)?(想|要|能|可以|能不能|可不可以)?匿名(举报|反映|报)?(吗|行吗|可以吗)?[\s？?。]*$/],
  [{ ask: 'mine' }, /^\/?(看看|查看)?我(的)?(报|举报|反映|登记|提交)(过)?的?(线索|件|事)?[\s？?。]*$|^我的(举报|线索|来件)$/],
  [{ ask: 'meetings' }, /^\/?(看看|查看)?(我的)?(会议|会议安排|开会安排)|^\/?(看看|查看)?我的会商[\s？?。]*$/],
  [{ ask: 'continue' }, /^(继续|接着填|继续填|接着来|草稿|打开草稿)[\s。]*$/],
  [{ ask: 'preserve' }, /^\/?(请)?(保留|保全|固定)(一下|这条|这个)?(作为|为)?(证据|消息)[\s。]*$|^\/?(留证|存证|取证)[\s。]*$/],
  [{ ask: 'discardFiles' }, /^(不要了|都不要了|删掉(这些)?文件|文件不要了|全部移出|移出文件)[\s。]*$/],
  [{ ask: 'report' }, /^\/?(我(要|想)?)?(报|登记|提供|反映|举报)(个|一个|一条|点)?(线索|问题|情况)?[\s。]*$|^我(要|想)(匿名)?(举报|报线索)$|^报线索$/],
  [{ ask: 'reminders' }, /^\/?(提醒设置|设置提醒|提醒|免打扰)[\s。]*$/],
];

const day = '(?:(?:\\d{1,2}月)?\\d{1,2}[日号]|今天|明天|后天)起?';
const days = `从?${day}(?:(?:至|到|-|—|~)${day})?`;

const withWords: readonly [Ask, RegExp][] = [
  ['identity', /^\/?(?:查看|查阅|打开)?举报人(?:信息|身份)?[\s：:]*([A-Z]{2}-\d{8}-\d{4})[\s。]*$/],
  ['organFile', /^\/?(?:核对|导入|重新读取)组织文件[\s。]*$()/],
  ['newCampaign', /^\/?(?:我要|要)?(?:发起|开展|拟定)(?:一?个)?专项行动[\s：:]*([^，。]{0,40}?)[\s。]*$/],
  ['campaign', /^\/?(?:看看|查看|查)?(?:我的)?专项行动(?:进展|进度)?[\s？?。]*$()/],
  ['organ', /^\/?(?:看看|查看|打开|管理)?(?:单位名册|名册|单位管理|人员管理|值班表|排班)(?:[\s：:]*([\u4e00-\u9fa5\d]{2,12}))?[\s。]*$/],
  ['handover', /^\/?(?:办理|发起)?(?:工作)?交接[\s：:]*((?:[\u4e00-\u9fa5·]{2,12})?)(?:的?工作)?[\s。]*$/],
  ['delegate', /^\/?(?:我要|我)?(?:请假(?:代办)?|代办|委托代办|找人代办|出差|休假)[\s。]*$()/],
  ['delegate', new RegExp(`^(我?(?:要|想)?(?:${days}[，,\\s]*)?(?:要|想)?(?:请假|休假|出差|外出学习|请人代办)(?:[，,\\s]*${days})?(?:[，,\\s]*(?:由|请|让|找)?[\\p{Script=Han}·]{2,10}代(?:为)?办)?)[\\s。]*$`, 'u')],
  ['basis', /^\/?(?:查)?依据\s*[:：]?\s*(.{0,40})$/],
  ['progress', new RegExp(`^\\/?(?:查(?:一下|询|进度|看)?|进度|看看)[\\s：:]*(${number})(?:的?\\s*进度|到哪一步了?)?${end}`)],
  ['progress', new RegExp(`^(${number})[\\s]*(?:办?到哪一?步了?|进度|怎么样了|办得怎么样了|什么时候到期)?[\\s？?。]*$`)],
  ['progress', /^\/?(?:查(?:一下|询|查)[\s：:]*|查看?[\s：:]+)(?!依据)(.{2,20}?)(?:的?进度)?[\s？?。]*$/],
  ['progress', /^\/?(?:查(?:一下|询)?|进度|查进度|到哪一步了|办到哪(?:一步)?了|什么时候到期)[\s？?。]*()$/],
];

const acts: readonly [string, string][] = [
  ['approve', '同意移送|批准移送|批准|同意|准予移送|可以移送'],
  ['refuse', '不同意移送|不批准|不同意|不予批准|拒绝'],
  ['withdraw', '撤了|撤回|撤销|我要撤回|撤回线索|不报了'],
  ['sign', '签收|收到|已收到|我签收|确认签收'],
  ['askReturn', '不归我们管?|不归我局|不是我们的|退回|申请退回|不属于我们'],
  ['askExtension', '申请延期|延期|宽限|宽限几天|延几天|请求延期'],
  ['feedback', '办完了?|反馈|回复|办结|已办结|去反馈|处理完了?'],
  ['signReport', '报批|送审|提交报告|上报报告'],
  ['receipt', '回执到了|登记回执|收到回执|回执'],
  ['convene', '开会|碰一下|会商|开个会|提请会商|提交会商|碰头'],
  ['urge', '催一下|催办|督办|催催'],
  ['export', '台账|导出|导出台账|导出时间线'],
  ['merge', '合并|并案'],
  ['reopen', '重新办|重启|重新办理'],
  ['claim', '我来办|领办|我领办'],
  ['register', '确认登记|登记'],
];

const targeted: readonly [string, RegExp][] = [
  ['send', /^(?:请)?(?:转给|派给|转办给|转办|转到|转)[\s：:]*((?:市)?(?:[\u4e00-\u9fa5]{1,10}(?:局|委|厅|办|中心|监委|监局|检察院)|发改|工信|财政|自然资源|生态环境|环保|住建|交通|水利|农牧|商务|卫健|国资|市监|能源|林草|医保))[\s。吧]*$/],
  ['transfer', /^移送(?:给|到)?[\s：:]*((?:市)?(?:公安局?|纪委监委|纪委|监委|检察院?|纪检监察))[\s。吧]*$/],
  ['assign', /^(?:安排|指派)[\s：:]*([\u4e00-\u9fa5]{2,4}(?:[和、与，,\s]+[\u4e00-\u9fa5]{2,4})+?)(?:去|来)?核实[\s。吧]*$/],
];

function found(understood: Understood, arg: string | undefined): Understood {
  return arg === undefined || arg.trim() === '' ? understood : { ...understood, arg: arg.trim() };
}

function actOf(text: string): Understood | undefined {
  for (const [act, find] of targeted) {
    const match = find.exec(text);
    if (match) return found({ act }, match[1]);
  }
  for (const [act, words] of acts) {
    const match = new RegExp(`^(?:请)?(?:${words})${end}`).exec(text);
    if (match) return { act };
    const named = new RegExp(`^(?:请)?(?:${words})[\\s，,：:]*(${number})${end}`).exec(text) ?? new RegExp(`^(${number})[\\s，,：:]*(?:${words})${end}`).exec(text);
    if (named) return found({ act }, named[1]);
  }
  return undefined;
}

/** What a short message asks for or proposes; undefined for anything longer or unknown. Words never change a state themselves. */
export function understand(message: string): Understood | undefined {
  const text = message.trim().replace(/^@\S+\s+/, '').replace(/^(请问|麻烦|劳驾|帮我|请帮我)[，,\s]*/, '');
  if (text === '' || text.length > 40) return undefined;
  const ask = asks.find(([, find]) => find.test(text))?.[0];
  if (ask) return ask;
  for (const [what, find] of withWords) {
    const match = find.exec(text);
    if (match) return found({ ask: what }, match[1]);
  }
  return actOf(text);
}
