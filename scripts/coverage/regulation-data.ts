/** An article of 《鄂尔多斯市公共资源交易协同监督管理办法（试行）》 as the coverage names it. */
export interface Article { no: string; title: string; says: string }

/** The twelve articles in order. */
export const articles: readonly Article[] = [
  { no: '第一条', title: '目的、联席会议办公室职能', says: 'The trading centre takes over the office of the former joint conference; the duties of its members stay as they were.' },
  { no: '第二条', title: '适用范围与定义', says: 'The measures hold for trading of the city level listed in the catalogue; they say what collaborative supervision and a lead (案件线索) are.' },
  { no: '第三条', title: '职责分工', says: 'Sixteen departments supervise and investigate within their own remit; the centre implements and coordinates.' },
  { no: '第四条', title: '权责清单、服务事项清单', says: 'Departments compile the lists of powers and of services, and both are made public.' },
  { no: '第五条', title: '数据共享', says: 'Data of the public service system is shared, so that nobody is asked twice for what is already held.' },
  { no: '第六条', title: '“一张网”监管，双随机、一公开', says: 'Departments supervise on site and online; the centre assists with inspections of random objects by random inspectors and publishes them.' },
  { no: '第七条', title: '严重失信主体联合惩戒', says: 'Departments list entities of seriously bad faith and punish them jointly.' },
  { no: '第八条', title: '大数据监测预警', says: 'Trading is monitored for signs of collusion and fraud, along a chain in which source, destination, acts and responsible people can be traced.' },
  { no: '第九条', title: '投诉举报、转办与反馈', says: 'What is reported in writing is forwarded in time with a day for the answer, evidence is kept, and the department answers on time.' },
  { no: '第十条', title: '会商、联动处理、联合执法', says: 'The centre convenes the departments where several must judge a lead; serious problems lead to joint enforcement.' },
  { no: '第十一条', title: '线索移送', says: 'Two or more people verify, write a report, the head of the department approves, and the lead is transferred to the organ that its item names.' },
  { no: '第十二条', title: '施行', says: 'The measures are in force from their promulgation.' },
];

/** What of an article is not in this version, and why; the checks that fall with it. */
export interface NotBuilt { article: string; what: string; why: string; checks: readonly string[] }

/** Everything that is left out on purpose: each is shown as 不在本版. */
export const notBuilt: readonly NotBuilt[] = [
  { article: '第四条', what: '权责清单、服务事项清单的编制与公开', why: 'The departments compile the lists and another site publishes them; the competence table stands in for them here, in versions with the day from which each holds.', checks: ['AC-4.2'] },
  { article: '第五条', what: '与交易系统共享数据', why: 'There is no interface to the trading system yet; only the handing out of evidence is built, each time with a line on the trail.', checks: ['AC-5.1', 'AC-5.2'] },
  { article: '第六条', what: '双随机抽查与公示', why: 'Inspections are planned work, not case work; they need plans and pools that no department has delivered.', checks: ['AC-6.1', 'AC-6.2', 'AC-6.3'] },
  { article: '第七条', what: '严重失信主体联合惩戒', why: 'Listing is an act of the departments with notice and defence of its own; it needs a catalogue of measures.', checks: ['AC-7.1', 'AC-7.2'] },
  { article: '第八条', what: '监测预警指标', why: 'Indicators need the bidding data of the trading system; a warning that a person tells the bot is registered like any lead.', checks: ['AC-8.1'] },
];

/** Articles that are built as a whole without an act of their own, and where they are found. */
export const withoutAct: Readonly<Record<string, string>> = {
  第一条: 'No act of its own: what the centre may do, and no more, is in the roles of every row.',
  第三条: 'Who does it is no act: routing proposes a department by `src/domain/competence/routing-rules.ts` whenever a matter is read, and 转办 (Article 9) asks for a reason where it is not followed.',
  第十二条: 'No act of its own: the day from which the measures hold is the setting `measures.effectiveFrom`; cards and papers of an event before it say 依据适用待确认 (`src/domain/matter/applicability.ts`).',
};

/** Acts of people that stand on no card, and how they are done instead. */
export const withoutCard: Readonly<Record<string, string>> = {
  'delegation.ask': '在对话里说「请假」', 'campaign.open': '在对话里说「发起专项行动」和名称，或由会商纪要议定', 'matter.safety': '在紧急卡片上点', 'matter.add': '点「补充材料」后直接说', 'organ.propose': '在对话里说「核对组织文件」', 'handover.open': '在对话里说「交接」和姓名', 'matter.draft': '在对话里说', 'matter.reread': '在对话里补充', 'matter.attach': '在对话里发文件', 'matter.handOut': '点「证据」后由机器人发送', 'matter.preserve': '回复消息说「保留证据」', 'referral.attach': '点「添加证据」后发文件', 'transfer.attachReceipt': '发回执照片',
};

/** Papers that no row names itself, with the act that they belong to: made on request, or named by the input of the act. */
export const papersElsewhere: Readonly<Record<string, string>> = { 'evidence-list': 'matter.handOut', 'forward-letter': 'forward.open', 'found-report': 'forward.open', 'meeting-notice': 'meeting.call' };

/** One acceptance check of the regulation; `open` says how it stands where nothing tests it yet. */
export interface Check { id: string; says: string; open?: string }

/** Every acceptance check, by article. */
export const checks: readonly Check[] = [
  { id: 'AC-1.1', says: 'In a complaint the centre can only send on, consult and urge; accepting, refusing and deciding it are no buttons of that role.' },
  { id: 'AC-1.2', says: 'A second coordinating organ is refused with E-105.' },
  { id: 'AC-2.1', says: 'A project of a banner is not applicable: the card says so, a notice is written, no clock of Article 9 stays.' },
  { id: 'AC-2.2', says: 'While 市本级 is unknown, 转办 is refused with E-103.' },
  { id: 'AC-2.3', says: 'An employee and his employer are recorded both, each with tags of its own.' },
  { id: 'AC-3.1', says: 'Every category leads to one of the sixteen departments, an unclear one to a decision of the centre.' },
  { id: 'AC-3.2', says: 'A department changed by hand stands on the trail with old, new, reason, person and time.' },
  { id: 'AC-3.3', says: 'A department without liaison: the centre is warned and the matter waits with it, its clock running.' },
  { id: 'AC-4.1', says: 'A case keeps the version of the lists that it was routed by; new cases use the new one.' },
  { id: 'AC-4.2', says: 'An item of a list without legal basis cannot be published (E-106).' },
  { id: 'AC-5.1', says: 'A project number that is known fills in name, category, tenderer and bidders.' },
  { id: 'AC-5.2', says: 'Every reading of the case of another organ stands on the trail with its purpose.' },
  { id: 'AC-6.1', says: 'A draw replayed with the same pool and seed gives the same result.' },
  { id: 'AC-6.2', says: 'An inspector with a relation to the object is drawn anew, and both draws are kept.' },
  { id: 'AC-6.3', says: 'Results are published within twenty working days, over the Spring Festival too.' },
  { id: 'AC-7.1', says: 'Listing without served notice, or before the defence period ends, is refused with E-601.' },
  { id: 'AC-7.2', says: 'A repaired entity matches no longer, and the trail keeps its history.' },
  { id: 'AC-8.1', says: 'A warning says 系统提示，不作认定 and names the law as a possibility only.' },
  { id: 'AC-8.2', says: 'Source, destination, acts and responsible people of a case come as one timeline with an unbroken chain of hashes.' },
  { id: 'AC-9.1', says: '转办 without a day for the answer is refused with E-201.' },
  { id: 'AC-9.2', says: 'Evidence comes out with the hash it came in with, or is flagged.' },
  { id: 'AC-9.3', says: 'The working day after the limit, at nine, the deputy and the centre hear of it; three working days later the head.' },
  { id: 'AC-9.4', says: 'The organ that is itself reported gets no 转办 (E-202); another receiver is found.' },
  { id: 'AC-9.5', says: 'What the centre finds itself becomes a written report with evidence, or with the reason why there is none.' },
  { id: 'AC-10.1', says: 'Several departments for one matter: a meeting is proposed, and they are its invitees.' },
  { id: 'AC-10.2', says: 'Joint enforcement starts without rating for what inspection tours found, with rating for what was reported.' },
  { id: 'AC-11.1', says: 'One verifier is refused with E-401.' },
  { id: 'AC-11.2', says: 'Two accounts of one person are one verifier (E-401).' },
  { id: 'AC-11.3', says: 'The approval of a deputy is refused with E-406 and kept as DENIED.' },
  { id: 'AC-11.4', says: 'A refusal needs its reason; the centre learns only 已决定不移送.' },
  { id: 'AC-11.5', says: 'To the police within 24 hours from the minute of approval, with reminders at 12, 20 and 23 hours.' },
  { id: 'AC-11.6', says: 'Under item seven a department is co-transferor; the centre alone cannot send.' },
  { id: 'AC-12.1', says: 'An event before the measures held is marked 依据适用待确认.' },
];
