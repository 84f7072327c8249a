/** What common scopes let an app do, in words for the person who is asked. */
export const scopeNames: Record<string, string> = {
  offline_access: '在你离开后保持登录',
  'contact:user.employee_id:readonly': '看你的用户编号',
  'contact:user.email:readonly': '看你的邮箱',
  'contact:user.phone:readonly': '看你的手机号',
  'contact:user.employee:readonly': '看你的工号',
  'contact:contact.base:readonly': '看通讯录里的基本信息',
  'calendar:calendar': '查看和改动你的日历',
  'calendar:calendar:readonly': '查看你的日历',
  'task:task:write': '查看和改动你的任务',
  'task:task:read': '查看你的任务',
  'im:message': '查看和发送你的消息',
};
