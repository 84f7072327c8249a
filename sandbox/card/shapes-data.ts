/** What a property may be. */
export type Shape =
  | 'any'
  | 'string'
  | 'number'
  | 'boolean'
  | 'object'
  | 'elements'
  | { one: readonly string[] }
  | { list: Shape }
  | { props: Record<string, Shape>; need?: readonly string[] };

const i18n: Record<string, Shape> = { i18n_content: 'object', i18n_default_value: 'any' };

function textOf(...tags: string[]): Shape {
  return {
    props: {
      tag: { one: tags },
      content: 'string',
      ...i18n,
      text_size: 'string',
      text_color: 'string',
      text_align: { one: ['left', 'center', 'right'] },
      lines: 'number',
      icon: 'any',
      element_id: 'string',
      margin: 'string',
    },
    need: ['tag'],
  };
}

const plain = textOf('plain_text');
const words = textOf('plain_text', 'lark_md');
const icon: Shape = {
  props: {
    tag: { one: ['standard_icon', 'custom_icon'] },
    token: 'string',
    color: 'string',
    img_key: 'string',
    size: 'string',
    style: 'object',
  },
  need: ['tag'],
};
const link: Shape = { props: { url: 'string', android_url: 'string', ios_url: 'string', pc_url: 'string' } };
const confirm: Shape = { props: { title: plain, text: plain }, need: ['title'] };
const behaviors: Shape = {
  list: {
    props: {
      type: { one: ['open_url', 'callback'] },
      default_url: 'string',
      android_url: 'string',
      ios_url: 'string',
      pc_url: 'string',
      value: 'any',
    },
    need: ['type'],
  },
};
const align: Record<string, Shape> = {
  horizontal_align: { one: ['left', 'center', 'right'] },
  vertical_align: { one: ['top', 'center', 'bottom'] },
};
const layout: Record<string, Shape> = {
  direction: { one: ['vertical', 'horizontal'] },
  padding: 'string',
  horizontal_spacing: 'string',
  vertical_spacing: 'string',
  ...align,
};
const control: Record<string, Shape> = {
  name: 'string',
  behaviors,
  disabled: 'boolean',
  disabled_tips: plain,
  confirm,
  width: 'string',
  required: 'boolean',
  placeholder: plain,
  value: 'any',
};
const options: Shape = { list: { props: { text: plain, icon, value: 'string', multi_url: link, url: 'string' }, need: ['value'] } };
const people: Shape = { list: { props: { value: 'string' }, need: ['value'] } };
const fill: Record<string, Shape> = { background_style: 'string' };
const border: Shape = { props: { color: 'string', corner_radius: 'string' } };

const button: Shape = {
  props: {
    ...control,
    type: { one: ['default', 'primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled', 'danger_filled', 'laser'] },
    size: { one: ['tiny', 'small', 'medium', 'large'] },
    text: words,
    icon,
    hover_tips: plain,
    form_action_type: { one: ['submit', 'reset'] },
    action_type: { one: ['form_submit', 'form_reset', 'link', 'request', 'multi'] },
    url: 'string',
    multi_url: link,
    complex_interaction: 'boolean',
  },
};

/** Properties of every component by its tag (contract 7.3 to 7.5); `tag`, `element_id` and `margin` are common to all. */
export const components: Record<string, { props: Record<string, Shape>; need?: readonly string[] }> = {
  markdown: {
    props: {
      content: 'string',
      ...i18n,
      text_align: { one: ['left', 'center', 'right'] },
      text_size: 'string',
      text_color: 'string',
      icon,
    },
    need: ['content'],
  },
  div: { props: { text: words, icon, width: 'string', fields: { list: { props: { is_short: 'boolean', text: words } } }, extra: 'any' } },
  img: {
    props: {
      img_key: 'string',
      i18n_img_key: 'object',
      alt: plain,
      title: words,
      corner_radius: 'string',
      scale_type: { one: ['crop_center', 'crop_top', 'fit_horizontal'] },
      size: 'string',
      transparent: 'boolean',
      preview: 'boolean',
      custom_width: 'number',
      compact_width: 'boolean',
      mode: 'string',
    },
    need: ['img_key', 'alt'],
  },
  img_combination: {
    props: {
      combination_mode: 'string',
      img_list: { list: { props: { img_key: 'string' }, need: ['img_key'] } },
      corner_radius: 'string',
      combination_transparent: 'boolean',
    },
    need: ['combination_mode', 'img_list'],
  },
  hr: { props: {} },
  person: {
    props: { user_id: 'string', size: 'string', show_avatar: 'boolean', show_name: 'boolean', style: 'string' },
    need: ['user_id'],
  },
  person_list: {
    props: {
      persons: { list: { props: { id: 'string' }, need: ['id'] } },
      drop_invalid_user_id: 'boolean',
      lines: 'number',
      show_name: 'boolean',
      show_avatar: 'boolean',
      size: 'string',
      icon,
      ud_icon: 'any',
    },
    need: ['persons'],
  },
  table: {
    props: {
      page_size: 'number',
      row_height: 'string',
      row_max_height: 'string',
      freeze_first_column: 'boolean',
      header_style: {
        props: {
          text_align: 'string',
          text_size: 'string',
          background_style: 'string',
          text_color: 'string',
          bold: 'boolean',
          lines: 'number',
        },
      },
      columns: {
        list: {
          props: {
            name: 'string',
            display_name: 'string',
            data_type: { one: ['text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown'] },
            width: 'string',
            format: 'object',
            date_format: 'string',
            horizontal_align: 'string',
            vertical_align: 'string',
          },
          need: ['name'],
        },
      },
      rows: { list: 'object' },
    },
    need: ['columns', 'rows'],
  },
  chart: {
    props: { chart_spec: 'object', aspect_ratio: 'string', color_theme: 'string', preview: 'boolean', height: 'string' },
    need: ['chart_spec'],
  },
  audio: {
    props: { file_key: 'string', audio_id: 'string', show_time: 'boolean', fill_color: 'string', style: 'string', width: 'string' },
    need: ['file_key'],
  },
  column_set: {
    props: {
      flex_mode: { one: ['none', 'stretch', 'flow', 'bisect', 'trisect'] },
      ...fill,
      horizontal_spacing: 'string',
      horizontal_align: { one: ['left', 'center', 'right'] },
      action: { props: { multi_url: link } },
      columns: 'elements',
    },
    need: ['columns'],
  },
  column: {
    props: { width: 'string', weight: 'number', ...fill, ...layout, elements: 'elements', action: { props: { multi_url: link } } },
  },
  form: { props: { name: 'string', ...layout, elements: 'elements', confirm }, need: ['elements'] },
  collapsible_panel: {
    props: {
      expanded: 'boolean',
      ...fill,
      background_color: 'string',
      border,
      ...layout,
      elements: 'elements',
      header: {
        props: {
          title: textOf('plain_text', 'lark_md', 'markdown'),
          background_color: 'string',
          width: 'string',
          vertical_align: 'string',
          padding: 'string',
          position: 'string',
          icon,
          icon_position: { one: ['left', 'right', 'follow_text'] },
          icon_expanded_angle: 'number',
        },
      },
    },
    need: ['elements'],
  },
  interactive_container: {
    props: {
      name: 'string',
      width: 'string',
      height: 'string',
      has_border: 'boolean',
      border_color: 'string',
      corner_radius: 'string',
      ...fill,
      ...layout,
      behaviors,
      hover_tips: plain,
      disabled: 'boolean',
      disabled_tips: plain,
      confirm,
      elements: 'elements',
      value: 'any',
    },
    need: ['elements'],
  },
  button,
  input: {
    props: {
      ...control,
      default_value: 'string',
      max_length: 'number',
      input_type: { one: ['text', 'multiline_text', 'password'] },
      rows: 'number',
      auto_resize: 'boolean',
      max_rows: 'number',
      show_icon: 'boolean',
      label: plain,
      label_position: { one: ['top', 'left'] },
      fallback: 'any',
    },
  },
  select_static: { props: { ...control, type: { one: ['default', 'text'] }, options, initial_option: 'string', initial_index: 'number' } },
  multi_select_static: { props: { ...control, type: { one: ['default', 'text'] }, options, selected_values: { list: 'string' } } },
  select_person: { props: { ...control, type: { one: ['default', 'text'] }, options: people, initial_option: 'string' } },
  multi_select_person: { props: { ...control, type: { one: ['default', 'text'] }, options: people, selected_values: { list: 'string' } } },
  date_picker: { props: { ...control, initial_date: 'string' } },
  picker_time: { props: { ...control, initial_time: 'string' } },
  picker_datetime: { props: { ...control, initial_datetime: 'string' } },
  overflow: { props: { ...control, options } },
  checker: {
    props: {
      ...control,
      checked: 'boolean',
      text: words,
      overall_checkable: 'boolean',
      padding: 'string',
      hover_tips: plain,
      button_area: { props: { pc_display_rule: { one: ['always', 'on_hover'] }, buttons: 'elements' } },
      checked_style: { props: { show_strikethrough: 'boolean', opacity: 'number' } },
    },
  },
  select_img: {
    props: {
      ...control,
      style: 'string',
      multi_select: 'boolean',
      layout: 'string',
      aspect_ratio: 'string',
      can_preview: 'boolean',
      selected_values: { list: 'string' },
      options: {
        list: {
          props: {
            img_key: 'string',
            i18n_img_key: 'object',
            value: 'string',
            disabled: 'boolean',
            disabled_tips: plain,
            hover_tips: plain,
          },
          need: ['img_key', 'value'],
        },
      },
    },
  },
};

const tags: Shape = { list: { props: { tag: { one: ['text_tag'] }, text: words, color: 'string', element_id: 'string' }, need: ['tag'] } };

/** The card around its components (contract 7.1). */
export const skeleton: Shape = {
  props: {
    schema: { one: ['2.0'] },
    config: {
      props: {
        streaming_mode: 'boolean',
        streaming_config: 'object',
        summary: { props: { content: 'string', i18n_content: 'object' } },
        locales: { list: 'string' },
        enable_forward: 'boolean',
        update_multi: 'boolean',
        width_mode: { one: ['default', 'compact', 'fill'] },
        use_custom_translation: 'boolean',
        enable_forward_interaction: 'boolean',
        style: { props: { text_size: 'object', color: 'object' } },
      },
    },
    card_link: link,
    header: {
      props: {
        title: words,
        subtitle: words,
        text_tag_list: tags,
        i18n_text_tag_list: 'object',
        icon,
        padding: 'string',
        template: {
          one: [
            'blue',
            'wathet',
            'turquoise',
            'green',
            'yellow',
            'orange',
            'red',
            'carmine',
            'violet',
            'purple',
            'indigo',
            'grey',
            'default',
          ],
        },
      },
    },
    body: { props: { ...layout, elements: 'elements' } },
  },
};
