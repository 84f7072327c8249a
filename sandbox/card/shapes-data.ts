/** What a property may be. */
export type Shape =
  | 'any'
  | 'string'
  | 'number'
  | 'boolean'
  | 'object'
  | 'elements'
  | { one: readonly string[] }
  /** A number in a range; `whole` has no fraction. */
  | { from: number; to: number; whole?: true }
  /** A length in px within a range, several of them when `many`, or one of the words. */
  | { px: readonly [number, number]; many?: true; words?: readonly string[] }
  | { match: RegExp; what: string }
  | { list: Shape; least?: number; most?: number }
  /** An object whose keys are free (or match) and whose values are alike. */
  | { each: Shape; keys?: readonly string[] }
  | { props: Record<string, Shape>; need?: readonly string[] };

const languages = 'zh_cn en_us ja_jp zh_hk zh_tw id_id vi_vn th_th pt_br es_es ko_kr de_de fr_fr it_it ru_ru ms_my'.split(' ');
const locale: Shape = { one: languages };
const i18n: Record<string, Shape> = {
  i18n_content: { each: 'string', keys: languages },
  i18n_default_value: { each: 'string', keys: languages },
};
const count: Shape = { from: 1, to: 9999, whole: true };

const hues = 'blue|wathet|turquoise|green|lime|yellow|orange|sunflower|red|carmine|violet|purple|indigo|grey|gray|neutral';
/** The platform's own colours; any other word must be defined in `config.style.color`. */
export const colorNames = new RegExp(`^((bg-)?(white|black)|default|laser|light_grey|(${hues})(-\\d{2,3})?|rgba?\\([\\d.,%\\s]+\\))$`);
/** The platform's own sizes of text; any other word must be defined in `config.style.text_size`. */
export const sizeNames = /^(heading(-[0-4])?|normal|notation|xxxx-large|xxx-large|xx-large|x-large|large|medium|small|x-small)$/;
const color: Shape = { match: /^([a-z_][\w-]*|rgba?\([\d.,%\s]+\))$/, what: 'color' };
const textSize: Shape = { match: /^[a-z_][\w-]*$/, what: 'text_size' };
const textAlign: Shape = { one: ['left', 'center', 'right'] };
const margin: Shape = { px: [-99, 99], many: true };
const padding: Shape = { px: [0, 99], many: true };
const spacing: Shape = { px: [0, 99], words: ['small', 'medium', 'large', 'extra_large'] };
const radius: Shape = { match: /^(\d{1,4}(px|%)|none)$/, what: 'corner_radius' };
const personSize: Shape = { one: ['extra_small', 'small', 'medium', 'large'] };
const ratio: Shape = { one: ['1:1', '2:1', '4:3', '16:9'] };

/** Properties that every component may have. */
export const common: Record<string, Shape> = { tag: 'string', element_id: 'string', margin };

function textOf(...tags: string[]): Shape {
  return {
    props: {
      tag: { one: tags },
      content: 'string',
      ...i18n,
      text_size: textSize,
      text_color: color,
      text_align: textAlign,
      lines: count,
      icon: 'any',
      element_id: 'string',
      margin,
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
    color,
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
const layout: Record<string, Shape> = {
  direction: { one: ['vertical', 'horizontal'] },
  padding,
  horizontal_spacing: spacing,
  vertical_spacing: spacing,
  horizontal_align: textAlign,
  vertical_align: { one: ['top', 'center', 'bottom'] },
};
const control: Record<string, Shape> = {
  name: 'string',
  behaviors,
  disabled: 'boolean',
  disabled_tips: plain,
  confirm,
  width: { px: [0, 9999], words: ['default', 'fill', 'auto'] },
  required: 'boolean',
  placeholder: plain,
  value: 'any',
};
const option: Shape = { props: { text: plain, icon, value: 'string', multi_url: link, url: 'string' }, need: ['text', 'value'] };
const options: Shape = { list: option };
const people: Shape = { list: { props: { value: 'string' }, need: ['value'] } };
const selectType: Shape = { one: ['default', 'text'] };
const fill: Record<string, Shape> = { background_style: color };
const border: Shape = { props: { color, corner_radius: radius } };

/** Properties of every component by its tag (contract 7.3 to 7.5). */
export const components: Record<string, { props: Record<string, Shape>; need?: readonly string[] }> = {
  markdown: {
    props: { content: 'string', ...i18n, text_align: textAlign, text_size: textSize, text_color: color, icon },
    need: ['content'],
  },
  div: {
    props: {
      text: words,
      icon,
      width: { px: [0, 9999], words: ['fill', 'auto'] },
      fields: { list: { props: { is_short: 'boolean', text: words }, need: ['text'] } },
      extra: 'any',
    },
  },
  img: {
    props: {
      img_key: 'string',
      i18n_img_key: { each: 'string', keys: languages },
      alt: plain,
      title: words,
      corner_radius: radius,
      scale_type: { one: ['crop_center', 'crop_top', 'fit_horizontal'] },
      size: { match: /^(large|medium|small|tiny|stretch|\d{1,3}px \d{1,3}px)$/, what: 'size' },
      transparent: 'boolean',
      preview: 'boolean',
    },
    need: ['img_key', 'alt'],
  },
  img_combination: {
    props: {
      combination_mode: { one: ['double', 'triple', 'bisect', 'trisect'] },
      img_list: { list: { props: { img_key: 'string' }, need: ['img_key'] }, least: 1 },
      corner_radius: radius,
      combination_transparent: 'boolean',
    },
    need: ['combination_mode', 'img_list'],
  },
  hr: { props: {} },
  person: {
    props: { user_id: 'string', size: personSize, show_avatar: 'boolean', show_name: 'boolean', style: { one: ['normal', 'capsule'] } },
    need: ['user_id'],
  },
  person_list: {
    props: {
      persons: { list: { props: { id: 'string' }, need: ['id'] }, least: 1 },
      drop_invalid_user_id: 'boolean',
      lines: count,
      show_name: 'boolean',
      show_avatar: 'boolean',
      size: personSize,
      icon,
      ud_icon: 'any',
    },
    need: ['persons'],
  },
  table: {
    props: {
      page_size: { from: 1, to: 10, whole: true },
      row_height: { px: [32, 124], words: ['low', 'middle', 'high', 'auto'] },
      row_max_height: { px: [32, 999] },
      freeze_first_column: 'boolean',
      header_style: {
        props: {
          text_align: textAlign,
          text_size: { one: ['normal', 'heading'] },
          background_style: { one: ['none', 'grey'] },
          text_color: { one: ['default', 'grey'] },
          bold: 'boolean',
          lines: count,
        },
      },
      columns: {
        list: {
          props: {
            name: 'string',
            display_name: 'string',
            data_type: { one: ['text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown'] },
            width: { match: /^(auto|\d{1,3}(px|%))$/, what: 'width' },
            format: { props: { precision: { from: 0, to: 10, whole: true }, symbol: 'string', separator: 'boolean' } },
            date_format: 'string',
            horizontal_align: textAlign,
            vertical_align: { one: ['top', 'center', 'bottom'] },
          },
          need: ['name'],
        },
        least: 1,
        most: 50,
      },
      rows: { list: 'object' },
    },
    need: ['columns', 'rows'],
  },
  chart: {
    props: {
      chart_spec: 'object',
      aspect_ratio: ratio,
      color_theme: { one: ['brand', 'rainbow', 'complementary', 'converse', 'primary'] },
      preview: 'boolean',
      height: { px: [1, 999], words: ['auto'] },
    },
    need: ['chart_spec'],
  },
  audio: {
    props: {
      file_key: 'string',
      audio_id: 'string',
      show_time: 'boolean',
      fill_color: color,
      style: { one: ['normal', 'speak'] },
      width: { px: [0, 9999], words: ['fill'] },
    },
    need: ['file_key'],
  },
  column_set: {
    props: {
      flex_mode: { one: ['none', 'stretch', 'flow', 'bisect', 'trisect'] },
      ...fill,
      horizontal_spacing: spacing,
      horizontal_align: textAlign,
      action: { props: { multi_url: link } },
      columns: 'elements',
    },
    need: ['columns'],
  },
  column: {
    props: {
      width: { px: [16, 600], words: ['auto', 'weighted'] },
      weight: { from: 1, to: 5, whole: true },
      ...fill,
      ...layout,
      elements: 'elements',
      action: { props: { multi_url: link } },
    },
  },
  form: { props: { name: 'string', ...layout, elements: 'elements', confirm }, need: ['elements'] },
  collapsible_panel: {
    props: {
      expanded: 'boolean',
      ...fill,
      background_color: color,
      border,
      ...layout,
      elements: 'elements',
      header: {
        props: {
          title: textOf('plain_text', 'lark_md', 'markdown'),
          background_color: color,
          width: { px: [0, 9999], words: ['fill', 'auto', 'auto_when_fold'] },
          vertical_align: { one: ['top', 'center', 'bottom'] },
          padding,
          position: { one: ['top', 'bottom'] },
          icon,
          icon_position: { one: ['left', 'right', 'follow_text'] },
          icon_expanded_angle: { from: -360, to: 360 },
        },
        need: ['title'],
      },
    },
    need: ['elements', 'header'],
  },
  interactive_container: {
    props: {
      name: 'string',
      width: { px: [0, 9999], words: ['fill', 'auto'] },
      height: { px: [10, 999], words: ['auto'] },
      has_border: 'boolean',
      border_color: color,
      corner_radius: radius,
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
  button: {
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
  },
  input: {
    props: {
      ...control,
      default_value: 'string',
      i18n_default_value: { each: 'string', keys: languages },
      max_length: { from: 1, to: 1000, whole: true },
      input_type: { one: ['text', 'multiline_text', 'password'] },
      rows: count,
      auto_resize: 'boolean',
      max_rows: count,
      show_icon: 'boolean',
      label: plain,
      label_position: { one: ['top', 'left'] },
      fallback: 'any',
    },
  },
  select_static: {
    props: { ...control, type: selectType, options, initial_option: 'string', initial_index: count },
    need: ['options'],
  },
  multi_select_static: { props: { ...control, type: selectType, options, selected_values: { list: 'string' } }, need: ['options'] },
  select_person: { props: { ...control, type: selectType, options: people, initial_option: 'string' } },
  multi_select_person: { props: { ...control, type: selectType, options: people, selected_values: { list: 'string' } } },
  date_picker: { props: { ...control, initial_date: { match: /^\d{4}-\d{2}-\d{2}$/, what: 'initial_date (yyyy-MM-dd)' } } },
  picker_time: { props: { ...control, initial_time: { match: /^([01]\d|2[0-3]):[0-5]\d$/, what: 'initial_time (HH:mm)' } } },
  picker_datetime: {
    props: {
      ...control,
      initial_datetime: { match: /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, what: 'initial_datetime (yyyy-MM-dd HH:mm)' },
    },
  },
  overflow: { props: { ...control, options }, need: ['options'] },
  checker: {
    props: {
      ...control,
      checked: 'boolean',
      text: words,
      overall_checkable: 'boolean',
      padding,
      hover_tips: plain,
      button_area: { props: { pc_display_rule: { one: ['always', 'on_hover'] }, buttons: 'elements' } },
      checked_style: { props: { show_strikethrough: 'boolean', opacity: { from: 0, to: 1 } } },
    },
  },
  select_img: {
    props: {
      ...control,
      style: { one: ['normal', 'laser'] },
      multi_select: 'boolean',
      layout: { one: ['stretch', 'bisect', 'trisect'] },
      aspect_ratio: ratio,
      can_preview: 'boolean',
      selected_values: { list: 'string' },
      options: {
        list: {
          props: {
            img_key: 'string',
            i18n_img_key: { each: 'string', keys: languages },
            value: 'string',
            disabled: 'boolean',
            disabled_tips: plain,
            hover_tips: plain,
          },
          need: ['img_key', 'value'],
        },
        least: 1,
      },
    },
    need: ['options'],
  },
};

const tags: Shape = { list: { props: { tag: { one: ['text_tag'] }, text: words, color, element_id: 'string' }, need: ['tag'] }, most: 3 };
const pace: Shape = { each: 'number', keys: ['default', 'android', 'ios', 'pc'] };
const templates = 'blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(' ');

/** The card around its components (contract 7.1). */
export const skeleton: Shape = {
  props: {
    schema: { one: ['2.0'] },
    config: {
      props: {
        streaming_mode: 'boolean',
        streaming_config: { props: { print_frequency_ms: pace, print_step: pace, print_strategy: { one: ['fast', 'delay'] } } },
        summary: { props: { content: 'string', i18n_content: { each: 'string', keys: languages } } },
        locales: { list: locale },
        enable_forward: 'boolean',
        update_multi: 'boolean',
        width_mode: { one: ['default', 'compact', 'fill'] },
        use_custom_translation: 'boolean',
        enable_forward_interaction: 'boolean',
        style: {
          props: {
            text_size: { each: { each: textSize, keys: ['default', 'pc', 'mobile'] } },
            color: { each: { each: color, keys: ['light_mode', 'dark_mode'] } },
          },
        },
      },
    },
    card_link: link,
    header: {
      props: {
        title: words,
        subtitle: words,
        text_tag_list: tags,
        i18n_text_tag_list: { each: tags, keys: languages },
        icon,
        padding,
        template: { one: templates },
      },
      need: ['title'],
    },
    body: { props: { ...layout, elements: 'elements' } },
  },
};
