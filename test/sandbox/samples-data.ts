/** The sample payloads of the wire contract (section 16), as they stand there. */
const verification = 'rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV';
const tenant = '2ca1d211f64f6438';
const header = (event_type: string, create_time: string): object => ({
  event_id: '5e3702a84e847582be8db7fb73283c02',
  event_type,
  create_time,
  token: verification,
  app_id: 'cli_a1b2c3d4e5f60718',
  tenant_key: tenant,
});
const ids = { union_id: 'on_8ed6aa67826108097d9ee143816345aa', open_id: 'ou_7d8a6e6df7621556ce0d21922b676706' };
const sender = { sender_id: ids, sender_type: 'user', tenant_key: tenant };

/** 16.2 to 16.4: what a person says. */
export const received = {
  privateText: {
    schema: '2.0',
    header: header('im.message.receive_v1', '1760000000123'),
    event: {
      sender: { ...sender, sender_id: { ...ids, user_id: 'e33ggbyz' } },
      message: {
        message_id: 'om_5ce6d572455d361153b7cb51da133945',
        create_time: '1760000000000',
        update_time: '1760000000000',
        chat_id: 'oc_84983ff6516d731e5b5f68d4ea2e1da5',
        chat_type: 'p2p',
        message_type: 'text',
        content: '{"text":"我要投诉"}',
      },
    },
  },
  groupReply: {
    schema: '2.0',
    header: header('im.message.receive_v1', '1760000100456'),
    event: {
      sender,
      message: {
        message_id: 'om_dc13264520392913993dd051dba21dcf',
        root_id: 'om_40eb06e7b84dc71c03e009ad3c754195',
        parent_id: 'om_40eb06e7b84dc71c03e009ad3c754195',
        create_time: '1760000100300',
        update_time: '1760000100300',
        chat_id: 'oc_a0553eda9014c201e6969b478895c230',
        chat_type: 'group',
        message_type: 'text',
        content: '{"text":"@_user_1 查进度 20251009-003"}',
        mentions: [
          {
            key: '@_user_1',
            id: { union_id: 'on_0f2d4b1c9e8a7d6c5b4a39281706f5e4', open_id: 'ou_b07a5c8f1d2e3f405162738495a6b7c8' },
            name: '投诉小助手',
            tenant_key: tenant,
          },
        ],
      },
    },
  },
  file: {
    schema: '2.0',
    header: header('im.message.receive_v1', '1760000200789'),
    event: {
      sender,
      message: {
        message_id: 'om_9f8e7d6c5b4a39281706f5e4d3c2b1a0',
        create_time: '1760000200600',
        update_time: '1760000200600',
        chat_id: 'oc_84983ff6516d731e5b5f68d4ea2e1da5',
        chat_type: 'p2p',
        message_type: 'file',
        content: '{"file_key":"file_v3_00ab_1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5g","file_name":"证据.pdf"}',
      },
    },
  },
};

/** 16.5: the submit of a form; people's ids are put in by the test. */
export const submit = {
  schema: '2.0',
  header: header('card.action.trigger', '1760000300000000'),
  event: {
    operator: { tenant_key: tenant, ...ids },
    token: 'c-295ee57216a5dc9de90fefd0aadb4b1d7d3f9a21',
    action: {
      value: { a: 'submit_complaint', draft_id: 'd_1042' },
      tag: 'button',
      timezone: 'Asia/Shanghai',
      name: 'btn_submit',
      form_value: {
        category: 'service',
        against: 'ou_3c14f3a59eaf2825dbe25359f1595b00',
        tags: ['rude', 'late'],
        happened_at: '2025-10-08 19:19 +0800',
        detail: '营业厅服务态度差',
        anonymous: true,
      },
    },
    host: 'im_message',
    context: { open_message_id: 'om_574d639e4a44e4dd646eaf628e2a1b2c', open_chat_id: 'oc_84983ff6516d731e5b5f68d4ea2e1da5' },
  },
};

/** The answer to 16.5. */
export const submitAnswer = {
  toast: { type: 'success', content: '已提交', i18n: { zh_cn: '已提交', en_us: 'Submitted' } },
  card: {
    type: 'raw',
    data: {
      schema: '2.0',
      config: { update_multi: true },
      header: { title: { tag: 'plain_text', content: '投诉已受理' }, template: 'green' },
      body: { elements: [{ tag: 'markdown', content: '编号 **20251009-003**' }] },
    },
  },
};

/** 16.6: what single components send. */
export const actions = {
  button: { value: { a: 'approve', case_id: 'c_77', rev: 3 }, tag: 'button', timezone: 'Asia/Shanghai' },
  overflow: { value: { a: 'more', case_id: 'c_77' }, tag: 'overflow', option: 'transfer' },
  select_person: { value: { a: 'assign', case_id: 'c_77' }, tag: 'select_person', option: 'ou_3c14f3a59eaf2825dbe25359f1595b00' },
  picker_datetime: {
    value: { a: 'due', case_id: 'c_77' },
    tag: 'picker_datetime',
    option: '2025-10-12 18:00 +0800',
    timezone: 'Asia/Shanghai',
  },
  checker: { value: { a: 'todo', case_id: 'c_77' }, tag: 'checker', checked: true },
  input: { value: { a: 'note', case_id: 'c_77' }, tag: 'input', input_value: '请尽快处理' },
};

/** 16.7: a press on the menu. */
export const menu = {
  schema: '2.0',
  header: header('application.bot.menu_v6', '1760000400000'),
  event: {
    operator: { operator_name: '张三', operator_id: { ...ids, user_id: 'e33ggbyz' } },
    event_key: 'menu_new_complaint',
    timestamp: 1760000400,
  },
};

/** 16.8: the envelope of the first version. */
export const oldEnvelope = {
  ts: '1760000500.7171419',
  uuid: 'bc447199585340d1f3728d26b1c0297a',
  token: verification,
  type: 'event_callback',
};

/** 16.10: a card to send, and the answer. */
export const sending = {
  request: {
    receive_id: 'ou_7d8a6e6df7621556ce0d21922b676706',
    msg_type: 'interactive',
    content:
      '{"schema":"2.0","config":{"update_multi":true},"body":{"elements":[{"tag":"markdown","content":"**新投诉**"},{"tag":"button","type":"primary","text":{"tag":"plain_text","content":"受理"},"behaviors":[{"type":"callback","value":{"a":"accept","case_id":"c_77"}}]}]}}',
    uuid: 'case-c_77-notify-1',
  },
  answer: {
    code: 0,
    msg: 'success',
    data: {
      message_id: 'om_574d639e4a44e4dd646eaf628e2a1b2c',
      msg_type: 'interactive',
      create_time: '1760000600123',
      update_time: '1760000600123',
      deleted: false,
      updated: false,
      chat_id: 'oc_84983ff6516d731e5b5f68d4ea2e1da5',
      sender: { id: 'cli_a1b2c3d4e5f60718', id_type: 'app_id', sender_type: 'app', tenant_key: tenant },
      body: { content: '{"title":null,"elements":[[{"tag":"text","text":"新投诉"}]]}' },
    },
  },
};

const callback = (value: object): object[] => [{ type: 'callback', value }];
const plain = (content: string): object => ({ tag: 'plain_text', content });
const option = (words: string, value: string): object => ({ text: plain(words), value });

const fields = [
  {
    tag: 'select_static',
    name: 'category',
    required: true,
    placeholder: plain('类别'),
    options: [option('服务', 'service'), option('质量', 'quality')],
    behaviors: callback({ f: 'category' }),
  },
  { tag: 'picker_datetime', name: 'happened_at', placeholder: plain('发生时间'), behaviors: callback({ f: 'happened_at' }) },
  {
    tag: 'input',
    name: 'detail',
    required: true,
    input_type: 'multiline_text',
    rows: 4,
    max_length: 1000,
    label: plain('详情'),
    placeholder: plain('请描述'),
  },
];

const submitRow = {
  tag: 'column_set',
  columns: [
    {
      tag: 'column',
      width: 'auto',
      elements: [
        {
          tag: 'button',
          name: 'btn_submit',
          type: 'primary',
          text: plain('提交'),
          form_action_type: 'submit',
          confirm: { title: plain('确认提交?'), text: plain('提交后不可修改') },
          behaviors: callback({ a: 'submit_complaint', draft_id: 'd_1042' }),
        },
      ],
    },
    { tag: 'column', width: 'auto', elements: [{ tag: 'button', name: 'btn_reset', text: plain('清空'), form_action_type: 'reset' }] },
  ],
};

/** 16.11: a complete intake form; the form may be given more fields. */
export const intake = (more: object[] = []): object => ({
  schema: '2.0',
  config: { update_multi: true, width_mode: 'default', enable_forward: false, summary: { content: '投诉登记' } },
  header: { title: { ...plain('投诉登记'), i18n_content: { en_us: 'New complaint' } }, template: 'blue' },
  body: {
    elements: [
      { tag: 'form', name: 'form_complaint', elements: [...fields, ...more, submitRow] },
      { tag: 'button', type: 'text', text: plain('取消'), behaviors: callback({ a: 'cancel', draft_id: 'd_1042' }) },
    ],
  },
});

/** The further fields that 16.5 has beyond the card of 16.11. */
export const furtherFields = [
  { tag: 'select_person', name: 'against', behaviors: callback({}) },
  { tag: 'multi_select_static', name: 'tags', options: [option('态度', 'rude'), option('拖延', 'late')] },
  { tag: 'checker', name: 'anonymous', text: plain('匿名') },
];

/** 16.12: refusals. */
export const refusals = {
  gateway: { code: 99991400, msg: 'request trigger frequency limit' },
  resource: { code: 230020, msg: 'This operation triggers the frequency limit.' },
  card: {
    code: 230099,
    msg: 'Failed to create card content, ext=ErrCode: 200861; ErrMsg: cards of schema V2 no longer support this capability; ErrorValue: unsupported tag action; ',
  },
  scope: { code: 99991672, msg: 'Access denied. One of the following scopes is required: [' },
};
