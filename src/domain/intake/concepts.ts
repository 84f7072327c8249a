// Words that mean the same here, so that an example with one of them also teaches the others.
const lines = `
owner 招标人 采购人 采购单位 建设单位 业主 甲方 出让方 转让方 院方 校方 发包方 招标单位
agent 代理 代理机构 招标代理 代理公司 中介 咨询公司
bidder 投标人 投标单位 供应商 中标人 中标单位 中标公司 竞买人 乙方 那家公司 承包商 总包 中标的
expert 评委 专家 评标委员会 评审 评标的 打分的
official 局长 科长 处长 股长 主任 书记 领导 干部 公职人员 公务员 市长 旗长 区长 官员 校长 院长 支书 当官的 管事的 头头 科员 副局长 副处长 副主任
kin 小舅子 亲戚 亲属 外甥 侄子 侄儿 弟弟 哥哥 儿子 女儿 老婆 媳妇 妹夫 姐夫 连襟 亲家 自家人 家里人 家属 战友 同学 关系户 司机
boss 老板 个人 私人 包工头 工头 个体户 外面的人 老乡
several 几家 各家 这几家 那几家 他们几个 几个公司 几个老板 好几家
same 同一 一样 相同 雷同 一致 一模一样 一字不差 重合 一个模子 同款 挨着 连号 共用
bidpaper 标书 投标文件 投标书 技术标 商务标 电子标 报价单 报价表 投标函 清单 方案
price 报价 价格 单价 总价 报的价 出价 价
device 电脑 U盘 网卡 硬盘 加密锁 IP MAC CPU 机器码 序列号 网址 邮箱 打印店 打印机 主板
collude 商量好 约好 约定 说好 通气 串通 勾结 合谋 默契 抱团 一伙 串好 合伙 商定 通好气 穿一条裤子 配合
fixed 内定 定好了 安排好 早就定 提前定 已经有人 走过场 过场 走形式 做样子 演戏 量身 照着 专门为
money 钱 现金 红包 好处 好处费 回扣 礼金 购物卡 提成 返点 辛苦费 茶水费 介绍费 金条 烟 茅台 转账 意思意思 干股 份子 房子 车
gave 给 送 塞 打点 孝敬 行贿 转 意思 表示
took 收 拿 要 索要 受贿 吃 伸手 捞
unpaid 没发 没给 不给 不发 没拿 没结 不结 拖欠 拖着 欠 欠着 没见 要不回来 要不到 没到账 压着 不付 没付 未付 未发 一分没 分文 没着落 讨要 赖着
wage 工资 工钱 血汗钱 人工费 薪 劳务费 民工 农民工 工人 班组 打工的 干活的钱 大伙 师傅们
payment 工程款 货款 尾款 材料款 进度款 账款 款项 设备款 质保金 服务费 结账 余款 租赁费 款
fake 假 假的 造假 伪造 虚假 虚构 编的 查不到 查不着 查无 不存在 PS P的 对不上 冒充 冒用 做的假 抠的 凑的 套的 不真实 没这回事
record 业绩 社保 证书 职称 财务报表 审计报告 合同 人员 奖状 获奖 承诺 学历 授权 建造师 项目经理 发票 专利 登记号
seal 公章 印章 章 批文 证件 执照 红头 公文 签字 许可证 签名
handover 转包 分包 转给 包给 倒给 卖给 甩给 交给 转手 倒手 转卖 外包 转了 交由 让给别人
licence 资质 本子 牌子 许可证 资格 执照 安许证 证 建筑资质 名头 名义
borrow 借 租 挂 挂靠 借用 租来 套用 顶着 打着 冒 出借 交管理费 管理费 点数
tender 招标 招投标 采购程序 公开招标 开标 竞标 走程序 招采 采购手续 招过 竞争
without 没有 没 未 不 从来没 没经过 没走 绕开 不经 压根没 跳过 躲 避开 规避
direct 直接 私下 私自 偷偷 悄悄 擅自 自己 一句话 拍板 指定
split 拆 拆成 分成 化整为零 肢解 分批 分段 打散 切成 分开 小单 小合同 零碎 一笔一笔
limit 限额 标准线 招标线 线下 门槛线 不到 不够 低于 刚好 卡着 限下 过线 四百万
approve 审批 批准 批复 立项 核准 批文 报批 备案 手续 可研 上会 报告主管
change 改成 变成 改为 换成 变更 更改 改了 调整 调包
contract 合同 协议 补充协议 签证 结算 条款
more 追加 加价 多出 涨 超出 翻倍 增加 超过 高出 多结 加钱 加了
sign 签 签合同 签约 签字 履约 履行 进场 供货
quit 跑了 弃标 放弃 撂挑子 不干 反悔 不来 不签 拒签 不认账 退出 不要了 没人来
score 打分 评分 分数 分 高分 低分 满分 零分 得分 扣分
leak 泄露 泄密 透露 漏 外传 流出 传出来 捅 知道 打听 走漏 提前拿到 卖出来 传开
secret 标底 评委名单 名单 底价 控制价 保留价 评委名字 专家名字 报名单位 投标人名单
restrict 限制 排斥 指向 指定 倾向 歧视 门槛 卡死 苛刻 唯一 只有一家 特定 挡在 不让 量身定做 萝卜
local 本地 外地 外省 本市 当地 市里 注册地 本地企业 外来
spec 参数 条件 要求 条款 评分标准 技术要求 招标文件 指标 资格 加分 规格
policy 红头文件 政策 通知 办法 文件规定 意见 会议纪要 名录 备选库 出台 发文 制度
notice 公告 公示 挂网 通知书 发布
time 时间太短 一天 两天 三天 截止 期限 来不及 不够 提前 推迟
objection 异议 质疑 复核 申诉 说法
noanswer 不答复 不回 没人理 不理 没回 没答复 没下文 石沉大海 没回音 不解释 不受理 没消息
platform 平台 交易中心 进场 场内 产权市场 产权交易所 挂牌 公开竞价 系统 交易系统
asset 股权 资产 门面 铺面 房产 厂房 商铺 车库 草场 土地 林地 产权 机动地 指标
sell 卖 卖了 转让 出租 租给 处置 出让 发包 包出去 租出去 流转
cheat 骗 骗走 骗取 诈骗 失联 联系不上 拉黑 跑路 卷钱 冒充 打不通 没影
threat 威胁 恐吓 打 砸 堵 逼 扬言 收拾 警告 放话 动手 拦 围住 弄死 断腿 撵 欺负 扎
fund 资金 专款 拨款 拨付 补助 财政 款 预付款 进度
misuse 挪用 套取 截留 挪 提前付 多付 冒领 重复付 发奖金 买车 还债 超进度
defect 裂 裂缝 裂了 塌 漏 渗 沉降 掉 起皮 坑 鼓包 松 断 倒 烂 死苗 冲垮 空鼓 起泡 露筋 翘 碎 脱落 渗水 下沉
building 墙 路面 楼 桥 渠道 坝 地基 屋顶 操场 跑道 保温 防水 管道 地面 混凝土 水泥 钢筋 沥青 树苗 护栏
shoddy 偷工减料 豆腐渣 不合格 不达标 质量 薄 细 少放 标号 劣质 凑合 隐患 事故
goods 货 设备 电脑 机器 产品 药 耗材 食材 肉 菜 校服 家具 空调 桌椅 化肥 种子
bogus 假货 翻新 二手 贴牌 杂牌 冒牌 以次充好 三无 旧的 水货 发霉 过期 不是原装 样品 品牌不符 变质 高仿
meddle 打招呼 插手 干预 递条子 授意 暗示 说情 点名 照顾 关照 打电话 施压 撑腰 罩着 背后 站台
authority 主管部门 监管部门 监督部门 局里 住建局 水利局 财政局 交通局 监管 执法 劳动监察 质监站 采购办 林草局
neglect 不作为 不管 不查 推诿 包庇 踢皮球 装看不见 不处理 压着不 不立案 拖着不办 敷衍 护着 不受理 睁一只眼 没动静 推来推去 研究研究 换人
loss 流失 贱卖 低价 白菜价 便宜 白送 损失 吃亏 侵占 几万块 白给
harm 污染 破坏 排污 倾倒 毁 直排 黑水 臭 占用 乱挖 砍 偷排 废渣 脏水
expired 过期 到期 失效 吊销 注销 没有证 无证 降级 超资质 超范围 不具备
report 评估 审计 检测 鉴定 监理 造价 测绘 环评 验资 报告 勘察
underval 压低 低估 做高 做低 瞎编 随便 没到现场 没检测 没取样 编的 抬高 不实 虚高
complaint 投诉 举报 告 质疑 控告 诬告
malice 恶意 职业 捏造 诬陷 敲诈 撤诉费 专门靠 给钱就撤 编造 胡编 乱告
syserror 打不开 卡死 故障 崩 上传不了 报错 解密失败 登录不上 转圈 闪退 断网 传不上 识别不了
center 交易中心 中心 见证 公共资源中心 中心人员 见证室
blacklist 失信 黑名单 老赖 限高 禁止参加 停标 禁投 不良记录 处罚期 被处罚 执行人 异常名录
person 一个人 一个女的 同一个人 一家人 两口子 兄弟 夫妻 亲兄弟 一个会计 一个小伙
`;

const byWord = new Map<string, string[]>();
for (const [name = '', ...words] of lines.trim().split('\n').map((line) => line.split(' ')))
  for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), name]);

const longest = Math.max(...[...byWord.keys()].map((word) => word.length));

/** A group of words that stands in a text. */
export interface Concept { name: string; at: number; length: number }

/** The groups whose words begin at a place of the text, the longest word only. */
export function conceptsAt(text: string, at: number): Concept[] {
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    const names = byWord.get(text.slice(at, at + length));
    if (names) return names.map((name) => ({ name, at, length }));
  }
  return [];
}
