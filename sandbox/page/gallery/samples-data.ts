import type { CityPerson } from '../../api/city.ts';
import type { Node } from '../card/shape.ts';

/** One card of the gallery: what it shows, and the card itself. */
export interface Sample {
  id: string;
  /** In the two languages of the page. */
  title: readonly [zh: string, en: string];
  card: Node;
}

const plain = (content: string): Node => ({ tag: 'plain_text', content });
const md = (content: string, more: Node = {}): Node => ({ tag: 'markdown', content, ...more });
const tells = (act: string): Node[] => [{ type: 'callback', value: { act } }];
const option = (value: string, words = value): Node => ({ text: plain(words), value });
const icon = (token: string, more: Node = {}): Node => ({ tag: 'standard_icon', token, ...more });
const card = (title: string, elements: Node[], more: Node = {}): Node => ({ schema: '2.0', header: { title: plain(title), template: 'blue' }, body: { elements }, ...more });
const submit = (name: string): Node => ({ tag: 'button', name, text: plain('提交'), type: 'primary_filled', form_action_type: 'submit', behaviors: tells(name) });
const reset = (name: string): Node => ({ tag: 'button', name, text: plain('重置'), form_action_type: 'reset' });
const column = (elements: Node[], more: Node = {}): Node => ({ tag: 'column', width: 'weighted', weight: 1, elements, ...more });
const row = (flexMode: string, columns: Node[], more: Node = {}): Node => ({ tag: 'column_set', flex_mode: flexMode, columns, ...more });

const id = (at: number): string => `ou_${String(at).repeat(32)}`;

/** The invented people of the gallery; two have long names. */
export const galleryPeople: readonly CityPerson[] = [
  { id: id(1), userId: 'wanglei', name: '王磊', title: '联络员', department: '北城局', email: 'wl@example.cn' },
  { id: id(2), userId: 'qiqige', name: '其其格', title: '经办', department: '南城局', email: 'qqg@example.cn' },
  { id: id(3), userId: 'long1', name: '额尔敦朝鲁·孟克吉日嘎拉·额尔德尼敖其尔', title: '负责人', department: '南城局', email: 'long1@example.cn' },
  { id: id(4), userId: 'zhaomin', name: '赵敏', title: '秘书', department: '北城局', email: 'zm@example.cn' },
  { id: id(5), userId: 'bater', name: '巴特尔', title: '主任', department: '综合科与政务公开办公室', email: 'bt@example.cn' },
];

const everybody = galleryPeople.map((person) => person.id);
const moment = Date.parse('2026-11-24T15:20:42+08:00');
const pictures = ['img_gallery_1', 'img_gallery_2', 'img_gallery_3', 'img_gallery_4', 'img_gallery_5', 'img_gallery_6'];

const text: Sample[] = [
  {
    id: 'markdown', title: ['富文本', 'Markdown'],
    card: card('富文本', [
      md('**粗体：**正文，*斜体*，~~删除线~~，`行内代码`，[链接](https://example.cn)\n软换行接着写'),
      md('# 一级\n## 二级\n### 三级\n#### 四级'),
      md('- 无序一\n    - 里层\n- 无序二\n\n1. 有序一\n2. 有序二\n\n- [ ] 还没做\n- [x] 做完了'),
      md('> 引用的一段话\n> 第二行'),
      md('```json\n{ "schema": "2.0", "body": { "elements": [] }, "note": "一行很长很长的代码，应当在自己的框里横向滚动，而不把卡片撑破" }\n```'),
      md('| 名称 | 数量 | 状态 |\n| :-- | --: | :-: |\n| 甲 | 12 | 完成 |\n| 乙 | 8 | 进行 |\n| 丙 | 3 | 进行 |\n| 丁 | 7 | 完成 |\n| 戊 | 1 | 暂停 |\n| 己 | 9 | 第二页 |'),
      md(`![城墙与远山](${pictures[0]})`),
      md('---\n&#60;转义&#62; &#42;不是斜体&#42; &sim;&nbsp;<raw>**不解析**</raw> :OK: :DONE:'),
    ]),
  },
  {
    id: 'lark-tags', title: ['扩展标签', 'Lark tags'],
    card: card('扩展标签', [
      md(`提到 <at id=${id(1)}></at>、<at ids=${id(2)},${id(3)}></at>、<at email=zm@example.cn></at> 和 <at id=all></at>`),
      md(`人员 <person id='${id(2)}' show_name=true show_avatar=true style='normal'></person> <person id='${id(5)}' style='capsule'></person>`),
      md("<font color='red'>红</font> <font color='green'>绿</font> <font color='grey'>灰</font> <font color='blue-500'>蓝 500</font> <font color='cus-0'>自定色</font>"),
      md(['neutral', 'blue', 'turquoise', 'lime', 'orange', 'violet', 'indigo', 'wathet', 'green', 'yellow', 'red', 'purple', 'carmine'].map((hue) => `<text_tag color='${hue}'>${hue}</text_tag>`).join(' ')),
      md("<link icon='chat_outlined' url='https://example.cn'>带图标的链接</link>　<a href='https://example.cn'>普通链接</a>　角标 <number_tag>1</number_tag> <number_tag background_color='red' font_color='white' url='https://example.cn'>12</number_tag> <number_tag background_color='grey-100'>3</number_tag>"),
      md(['date_num', 'date_short', 'date', 'week', 'week_short', 'time', 'time_sec', 'timezone'].map((format) => `${format}　<local_datetime millisecond='${moment}' format_type='${format}' link='https://example.cn'></local_datetime>`).join('\n')),
      md('上<br>下<hr>线下'),
    ], { config: { style: { color: { 'cus-0': { light_mode: 'rgba(138,75,158,1)', dark_mode: 'rgba(211,154,230,1)' } } } } }),
  },
  {
    id: 'div', title: ['普通文本', 'Plain text'],
    card: card('普通文本', [
      { tag: 'div', icon: icon('info_outlined', { color: 'blue' }), text: { ...plain('带图标的文字，<font>不解析</font>'), text_color: 'grey' } },
      { tag: 'div', text: { ...plain('只显示两行，多的收起。'.repeat(12)), lines: 2 } },
      { tag: 'div', fields: [{ is_short: true, text: { tag: 'lark_md', content: '**单位**\n北城局' } }, { is_short: true, text: { tag: 'lark_md', content: '**期限**\n12月15日（周二）' } }, { is_short: false, text: plain('不并排的一行') }] },
      ...['heading-0', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'normal', 'notation', 'cus-big'].map((size) => ({ tag: 'div', text: { ...plain(`${size} 字号`), text_size: size } })),
      { tag: 'div', text: { ...plain('靠右'), text_align: 'right' } },
      { tag: 'hr' },
      { tag: 'div', text: plain('LongWordWithoutAnyBreak'.repeat(8)) },
      { tag: 'div', text: plain('') },
    ], { config: { style: { text_size: { 'cus-big': { default: 'large', pc: 'large', mobile: 'x-large' } } } } }),
  },
];

const media: Sample[] = [
  {
    id: 'image', title: ['图片', 'Pictures'],
    card: card('图片', [
      { tag: 'img', img_key: pictures[0], alt: plain('城墙与远山'), title: plain('图片标题'), corner_radius: '12px' },
      { tag: 'img', img_key: pictures[1], alt: plain('不裁剪'), scale_type: 'fit_horizontal', preview: false },
      row('flow', ['large', 'medium', 'small', 'tiny', '120px 60px'].map((size) => column([{ tag: 'img', img_key: pictures[2], alt: plain(size), scale_type: 'crop_top', size }], { width: 'auto' }))),
      { tag: 'img', img_key: 'img_gallery_lost', alt: plain('取不到的图片，说明文字还在') },
    ]),
  },
  {
    id: 'combination', title: ['多图混排', 'Picture combinations'],
    card: card('多图混排', [['double', 2], ['triple', 3], ['bisect', 4], ['trisect', 6]].map(([mode, count]) => ({ tag: 'img_combination', combination_mode: mode, corner_radius: '8px', img_list: pictures.slice(0, Number(count)).map((key) => ({ img_key: key })) }))),
  },
  {
    id: 'people', title: ['人员', 'People'],
    card: card('人员', [
      ...['extra_small', 'small', 'medium', 'large'].map((size, at) => ({ tag: 'person', user_id: id(at + 1), size, show_name: true, style: at % 2 === 0 ? 'normal' : 'capsule' })),
      { tag: 'person_list', persons: everybody.map((each) => ({ id: each })), show_avatar: true, icon: icon('group_outlined') },
      { tag: 'person_list', persons: everybody.map((each) => ({ id: each })), show_name: false, size: 'small' },
      { tag: 'person_list', persons: everybody.map((each) => ({ id: each })), lines: 1 },
    ]),
  },
  {
    id: 'table', title: ['表格', 'Table'],
    card: card('表格', [
      {
        tag: 'table', page_size: 4, freeze_first_column: true, row_height: 'middle', header_style: { background_style: 'grey', bold: true },
        columns: [
          { name: 'name', display_name: '名称', data_type: 'text', width: '150px' },
          { name: 'amount', display_name: '金额', data_type: 'number', format: { precision: 2, symbol: '¥', separator: true }, horizontal_align: 'right' },
          { name: 'state', display_name: '状态', data_type: 'options' },
          { name: 'who', display_name: '人员', data_type: 'persons' },
          { name: 'day', display_name: '日期', data_type: 'date', date_format: 'YYYY年MM月DD日 HH:mm' },
          { name: 'link', display_name: '链接', data_type: 'lark_md' },
          { name: 'words', display_name: '说明', data_type: 'markdown' },
        ],
        rows: Array.from({ length: 9 }, (_, at) => ({ name: at === 1 ? '名称很长很长的一个公共资源交易项目' : `项目 ${at + 1}`, amount: 12345.6 * (at + 1), state: [{ text: '进行', color: 'blue' }, { text: '一般', color: 'grey' }], who: at % 2 === 0 ? id(2) : [id(1), id(3)], day: moment + at * 86_400_000, link: '[查看](https://example.cn)', words: '**重点**：正常' })),
      },
      { tag: 'table', row_height: 'auto', header_style: { background_style: 'none' }, columns: [{ name: 'a', display_name: '自动行高' }, { name: 'b', display_name: '内容', data_type: 'markdown' }], rows: [{ a: '一', b: '内容较多时换行显示，不截断。'.repeat(4) }, { a: '', b: '' }] },
      { tag: 'table', columns: [{ name: 'a', display_name: '空表' }], rows: [] },
    ], { config: { width_mode: 'fill' } }),
  },
  {
    id: 'audio', title: ['语音', 'Audio'],
    card: card('语音', [{ tag: 'audio', file_key: 'file_gallery_sound', show_time: true }, { tag: 'audio', file_key: 'file_gallery_sound', fill_color: 'green', width: '200px' }, { tag: 'audio', file_key: 'file_gallery_lost' }], { config: { enable_forward: false } }),
  },
];

const months = ['6月', '7月', '8月', '9月', '10月', '11月'];
const values = months.flatMap((month, at) => [{ month, kind: '受理', count: 12 + ((at * 7) % 11) }, { month, kind: '办结', count: 8 + ((at * 5) % 9) }]);
const shares = [{ kind: '工程', count: 42 }, { kind: '采购', count: 27 }, { kind: '土地', count: 11 }, { kind: '产权', count: 8 }];

const charts: Sample[] = [
  {
    id: 'chart', title: ['图表', 'Charts'],
    card: card('图表', [
      { tag: 'chart', chart_spec: { type: 'bar', title: { text: '每月受理与办结' }, data: [{ id: 'a', values }], xField: ['month', 'kind'], yField: 'count', seriesField: 'kind', legends: { visible: true, orient: 'bottom' } } },
      { tag: 'chart', color_theme: 'rainbow', aspect_ratio: '2:1', chart_spec: { type: 'line', title: { text: '趋势' }, data: { values }, xField: 'month', yField: 'count', seriesField: 'kind', point: { visible: true } } },
    ]),
  },
  {
    id: 'chart-more', title: ['图表（二）', 'Charts, continued'],
    card: card('图表（二）', [
      { tag: 'chart', color_theme: 'complementary', height: '220px', chart_spec: { type: 'pie', title: { text: '各类占比' }, data: { values: shares }, valueField: 'count', categoryField: 'kind', innerRadius: 0.6, outerRadius: 0.9, label: { visible: true }, legends: { visible: true, orient: 'right' } } },
      { tag: 'chart', preview: false, chart_spec: { type: 'no-such-chart', data: { values: shares } } },
    ]),
  },
];

const containers: Sample[] = [
  {
    id: 'columns', title: ['分栏', 'Columns'],
    card: card('分栏', ['none', 'stretch', 'flow', 'bisect', 'trisect'].map((mode) => row(mode, ['甲', '乙', '丙'].map((name, at) => column([md(`**${mode}**\n${name} 栏`)], { weight: at + 1, padding: '8px', background_style: 'grey-50' })))).concat([
      row('none', [column([md('固定 100px')], { width: '100px', background_style: 'blue-50', padding: '8px' }), column([md('自动宽度')], { width: 'auto', background_style: 'rgba(138,75,158,0.16)', padding: '8px' }), column([md('可点的一栏')], { action: { multi_url: { url: 'https://example.cn' } }, background_style: 'green-50', padding: '8px' })]),
      row('none', [column([row('none', [column([md('里层')]), column([md('里层')])], { background_style: 'yellow-50' })])], { background_style: 'grey-100' }),
    ])),
  },
  {
    id: 'panels', title: ['折叠面板', 'Collapsible panels'],
    card: card('折叠面板', [
      { tag: 'collapsible_panel', expanded: true, header: { title: plain('图标在右，已展开') }, elements: [md('面板里的文字'), { tag: 'collapsible_panel', header: { title: { tag: 'markdown', content: '**里层面板**' }, icon_position: 'left' }, elements: [md('里层')] }] },
      { tag: 'collapsible_panel', header: { title: plain('图标在左'), icon_position: 'left', icon: icon('right_outlined', { color: 'blue', size: '16px 16px' }), icon_expanded_angle: 90, background_color: 'grey-100', padding: '6px 10px 6px 10px' }, border: { color: 'grey-300', corner_radius: '12px' }, elements: [md('内容')] },
      { tag: 'collapsible_panel', header: { title: plain('图标跟随文字'), icon_position: 'follow_text', width: 'auto_when_fold' }, elements: [md('内容')], background_color: 'blue-50' },
      { tag: 'collapsible_panel', header: { title: plain('标题很长时换行，图标仍在原处。'.repeat(4)) }, border: { color: 'grey' }, elements: [] },
    ]),
  },
  {
    id: 'tap-areas', title: ['交互容器', 'Interactive containers'],
    card: card('交互容器', [
      { tag: 'interactive_container', has_border: true, corner_radius: '8px', padding: '8px 12px', behaviors: tells('row'), hover_tips: plain('点按整行'), elements: [md('**整行可点**\n里面的按钮优先'), { tag: 'button', text: plain('只点按钮'), size: 'small', behaviors: tells('inner') }] },
      { tag: 'interactive_container', background_style: 'laser', corner_radius: '8px', padding: '8px 12px', confirm: { title: plain('打开这一项？'), text: plain('会告诉机器人。') }, behaviors: tells('asked'), elements: [md('先问一句')] },
      { tag: 'interactive_container', has_border: true, disabled: true, disabled_tips: plain('今天不能用'), behaviors: tells('never'), elements: [md('停用的一行')] },
      { tag: 'interactive_container', has_border: true, width: 'auto', behaviors: [{ type: 'open_url', default_url: 'https://example.cn' }], elements: [md('打开网页')] },
    ]),
  },
];

const controls: Sample[] = [
  {
    id: 'buttons', title: ['按钮', 'Buttons'],
    card: card('按钮', [
      row('flow', ['default', 'primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled', 'danger_filled', 'laser'].map((type) => column([{ tag: 'button', text: plain(type), type, behaviors: tells(type) }], { width: 'auto' }))),
      row('flow', ['tiny', 'small', 'medium', 'large'].map((size) => column([{ tag: 'button', text: plain(size), size, icon: icon('chat_outlined'), behaviors: tells(size) }], { width: 'auto' }))),
      row('flow', [
        column([{ tag: 'button', text: plain('悬浮提示'), hover_tips: plain('按下后告诉机器人'), behaviors: tells('tips') }], { width: 'auto' }),
        column([{ tag: 'button', text: plain('停用'), disabled: true, disabled_tips: plain('等上一步完成'), behaviors: tells('off') }], { width: 'auto' }),
        column([{ tag: 'button', text: plain('停用，无提示'), disabled: true, behaviors: tells('off2') }], { width: 'auto' }),
        column([{ tag: 'button', icon: icon('more_outlined'), hover_tips: plain('只有图标'), behaviors: tells('icon') }], { width: 'auto' }),
        column([{ tag: 'button', text: plain('打开网页'), behaviors: [{ type: 'open_url', default_url: 'https://example.cn' }] }], { width: 'auto' }),
      ]),
      { tag: 'button', text: plain('撑满，先确认'), type: 'primary_filled', width: 'fill', confirm: { title: plain('撤回这一件？'), text: plain('撤回后对方看不到。') }, behaviors: tells('asked') },
      { tag: 'button', text: plain('按钮上的字很长很长，应当换行而不撑破卡片'.repeat(2)), behaviors: tells('long') },
    ]),
  },
  {
    id: 'overflow', title: ['折叠按钮组', 'Overflow'],
    card: card('折叠按钮组', [{ tag: 'overflow', options: [option('pass', '转给别人'), { ...option('later', '稍后'), icon: icon('time_outlined') }, { ...option('web', '打开网页'), multi_url: { url: 'https://example.cn' } }], behaviors: tells('more') }]),
  },
  {
    id: 'selects', title: ['下拉选择', 'Selects'],
    card: card('下拉选择', [
      { tag: 'select_static', placeholder: plain('一项'), options: [{ ...option('a', '甲类'), icon: icon('info_outlined') }, option('b', '乙类')], behaviors: tells('select') },
      { tag: 'select_static', placeholder: plain('很多项，可搜索'), width: 'fill', options: ['房建', '市政', '水利', '交通', '电力', '绿化', '信息化', '名称很长很长的一个选项应当完整换行显示而不被截断'].map((words) => option(words)), behaviors: tells('many') },
      { tag: 'select_static', type: 'text', placeholder: plain('无框'), initial_index: 1, options: [option('x', '已选甲'), option('y', '乙')], behaviors: tells('bare') },
      { tag: 'select_person', placeholder: plain('选一人'), options: everybody.map((value) => ({ value })), behaviors: tells('person') },
      { tag: 'select_static', placeholder: plain('停用'), disabled: true, options: [option('a')], behaviors: tells('off') },
      { tag: 'select_static', placeholder: plain('没有选项'), options: [], behaviors: tells('none') },
    ]),
  },
  {
    id: 'pickers', title: ['日期与时间', 'Date and time'],
    card: card('日期与时间', [
      { tag: 'date_picker', placeholder: plain('日期'), behaviors: tells('day') },
      { tag: 'picker_time', placeholder: plain('时间'), behaviors: tells('time') },
      { tag: 'picker_datetime', placeholder: plain('日期和时间'), initial_datetime: '2026-11-30 09:00', behaviors: tells('moment') },
    ]),
  },
  {
    id: 'checkers', title: ['勾选器', 'Checkers'],
    card: card('勾选器', [
      { tag: 'checker', text: plain('发出通知'), checked_style: { show_strikethrough: true, opacity: 0.75 }, behaviors: tells('check'), button_area: { pc_display_rule: 'on_hover', buttons: [{ tag: 'button', type: 'text', size: 'small', text: plain('详情'), behaviors: tells('detail') }] } },
      { tag: 'checker', checked: true, text: { tag: 'lark_md', content: '**已完成**的一件' }, checked_style: { show_strikethrough: true, opacity: 0.75 }, behaviors: tells('done') },
      { tag: 'checker', text: plain('没有回传，只在本地打勾'), overall_checkable: false },
      { tag: 'checker', disabled: true, disabled_tips: plain('轮到您时才能勾'), text: plain('停用') },
    ]),
  },
  {
    id: 'select-images', title: ['选择图片', 'Picture choice'],
    card: card('选择图片', [{ tag: 'select_img', layout: 'trisect', aspect_ratio: '4:3', behaviors: tells('picture'), options: pictures.slice(0, 3).map((key, at) => ({ img_key: key, value: `picture${at + 1}`, ...(at === 2 ? { disabled: true, disabled_tips: plain('已被选走') } : {}) })) }]),
  },
  {
    id: 'inputs', title: ['输入框', 'Inputs'],
    card: card('输入框', [
      { tag: 'input', name: 'search', placeholder: plain('回车或点勾提交'), behaviors: tells('input') },
      { tag: 'input', name: 'left', label: plain('标签在左'), label_position: 'left', default_value: '已有内容', max_length: 20, behaviors: tells('left') },
      { tag: 'input', name: 'secret', label: plain('口令'), input_type: 'password', placeholder: plain('请输入口令'), behaviors: tells('secret') },
      { tag: 'input', name: 'grows', label: plain('多行，随内容变高'), input_type: 'multiline_text', rows: 2, auto_resize: true, max_rows: 6, max_length: 200, width: 'fill', behaviors: tells('grows') },
      { tag: 'input', name: 'off', label: plain('停用'), disabled: true, default_value: '不能改' },
    ]),
  },
  {
    id: 'form', title: ['表单', 'Form'],
    card: card('表单', [{
      tag: 'form', name: 'sheet', elements: [
        { tag: 'input', name: 'title', label: plain('标题'), required: true, width: 'fill', max_length: 50 },
        { tag: 'input', name: 'detail', label: plain('详情'), input_type: 'multiline_text', rows: 3, width: 'fill' },
        { tag: 'select_static', name: 'kind', required: true, placeholder: plain('类别'), options: [option('a', '甲类'), option('b', '乙类')], width: 'fill' },
        { tag: 'multi_select_static', name: 'tags', placeholder: plain('多选'), options: ['水利', '交通', '房建'].map((words) => option(words)), width: 'fill' },
        { tag: 'select_person', name: 'owner', placeholder: plain('负责人'), width: 'fill' },
        { tag: 'multi_select_person', name: 'team', placeholder: plain('参加人'), options: everybody.map((value) => ({ value })), selected_values: [id(2), id(3)], width: 'fill' },
        { tag: 'date_picker', name: 'day', placeholder: plain('日期'), width: 'fill' },
        { tag: 'checker', name: 'seen', text: plain('已核对') },
        { tag: 'select_img', name: 'shots', multi_select: true, layout: 'trisect', aspect_ratio: '1:1', options: pictures.slice(0, 3).map((key, at) => ({ img_key: key, value: `p${at + 1}` })) },
        row('flow', [column([submit('save')], { width: 'auto' }), column([reset('again')], { width: 'auto' })]),
      ],
    }]),
  },
];

const hues = ['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red', 'carmine', 'violet', 'purple', 'indigo', 'grey', 'default'];

const frames: Sample[] = [
  ...hues.map((template): Sample => ({
    id: `header-${template}`, title: [`标题 ${template}`, `Header ${template}`],
    card: { schema: '2.0', header: { title: plain(`标题 ${template}`), subtitle: plain('副标题一行，长了省略'.repeat(4)), template, icon: icon('approval_outlined'), text_tag_list: [{ tag: 'text_tag', text: plain('待办'), color: template === 'default' ? 'neutral' : template }] }, body: { elements: [md('正文')] } },
  })),
  {
    id: 'header-long', title: ['标题很长', 'Long header'],
    card: { schema: '2.0', header: { title: plain('标题很长时最多四行，'.repeat(14)), subtitle: plain('副标题'), template: 'red', text_tag_list: ['一', '二', '三'].map((words) => ({ tag: 'text_tag', text: plain(`标签${words}`), color: 'red' })) }, body: { elements: [] } },
  },
  { id: 'compact', title: ['紧凑宽度，整卡链接', 'Compact width, card link'], card: card('紧凑宽度', [md('整张卡片可以点开网页'), { tag: 'button', text: plain('这个按钮不打开网页'), behaviors: tells('own') }], { config: { width_mode: 'compact' }, card_link: { url: 'https://example.cn' } }) },
  {
    id: 'i18n', title: ['多语言', 'Languages'],
    card: {
      schema: '2.0', config: { locales: ['zh_cn', 'en_us'] },
      header: { title: { ...plain('换语言试试'), i18n_content: { zh_cn: '换语言试试', en_us: 'Switch the language' } }, template: 'green', i18n_text_tag_list: { zh_cn: [{ tag: 'text_tag', text: plain('中文'), color: 'green' }], en_us: [{ tag: 'text_tag', text: plain('English'), color: 'green' }] } },
      body: { elements: [{ ...md('中文内容'), i18n_content: { zh_cn: '中文内容', en_us: 'English words' } }] },
    },
  },
  { id: 'streaming', title: ['流式卡片', 'Streaming card'], card: card('流式卡片', [md('正在一点一点写出来。'), { tag: 'button', text: plain('生成完才能点'), behaviors: tells('early') }], { config: { streaming_mode: true, streaming_config: { print_frequency_ms: { default: 30 }, print_step: { default: 2 } } } }) },
  { id: 'empty', title: ['空卡片', 'Empty card'], card: { schema: '2.0', body: { elements: [{ tag: 'markdown', content: '' }] } } },
];

/** Every component and every part of a card, with invented content. */
export const samples: readonly Sample[] = [...text, ...media, ...charts, ...containers, ...controls, ...frames];
