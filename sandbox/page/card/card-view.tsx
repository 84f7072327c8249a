import { Icon, iconForToken } from '../kit/icons.tsx';
import { hueOf } from './color.ts';
import { Elements } from './elements.tsx';
import { SceneContext, type CardScene, type InnerScene } from './scene.ts';
import { align, edges, label, list, space, text, toNode, type Node } from './shape.ts';
import { TextTag } from './text-tag.tsx';
import { Words } from './words.tsx';
import { t } from '../language/language.ts';

/** A card JSON 2.0 drawn as the client draws it, inside the sandbox's own frame. */
export function CardView({ card, scene }: { card: Node; scene: CardScene }) {
  const config = toNode(card['config']);
  const style = toNode(config['style']);
  const inner: InnerScene = { ...scene, colors: ownColors(toNode(style['color'])), sizes: ownSizes(toNode(style['text_size'])), inForm: false, Elements };
  const body = toNode(card['body']);
  const width = text(config['width_mode']) || 'default';
  const flow = text(body['direction']) === 'horizontal' ? 'row' : 'column';
  const bodyStyle = {
    padding: edges(body['padding']) ?? '12px',
    flexDirection: flow,
    gap: space(flow === 'row' ? body['horizontal_spacing'] : body['vertical_spacing'], '8px'),
    justifyContent: flow === 'row' ? align(body['horizontal_align']) : undefined,
  } as const;
  return (
    <SceneContext.Provider value={inner}>
      <div class={`card-frame width-${width}`}>
        <section class="card" aria-label={label(toNode(card['header'])['title']) || t('card')}>
          {card['header'] !== undefined && <CardHeader header={toNode(card['header'])} />}
          {list(body['elements']).length > 0 && (
            <div class="card-body" style={bodyStyle}><Elements nodes={body['elements']} path={['body', 'elements']} /></div>
          )}
        </section>
      </div>
    </SceneContext.Provider>
  );
}

function ownColors(colors: Node): Record<string, string> {
  const entries = Object.entries(colors).map(([name, value]) => {
    const pair = toNode(value);
    return [name, `light-dark(${safe(pair['light_mode'])}, ${safe(pair['dark_mode'])})`] as const;
  });
  return Object.fromEntries(entries);
}

function safe(value: unknown): string {
  const word = text(value);
  return /^(rgba?\([\d\s,.%]+\)|#[0-9a-f]{3,8})$/i.test(word) ? word : 'currentColor';
}

function ownSizes(sizes: Node): Record<string, Node> {
  return Object.fromEntries(Object.entries(sizes).map(([name, value]) => [name, toNode(value)]));
}

function CardHeader({ header }: { header: Node }) {
  const template = text(header['template']) || 'default';
  const hue = template === 'default' ? 'none' : (hueOf(template) ?? 'none');
  const icon = toNode(header['icon']);
  const tags = list(header['text_tag_list']).slice(0, 3);
  return (
    <header class="card-head" data-hue={hue} style={{ '--hue': `var(--hue-${hue})`, '--fill': `var(--fill-${hue})`, padding: edges(header['padding']) }}>
      {icon['tag'] === 'standard_icon' && <Icon name={iconForToken(text(icon['token']))} size={20} />}
      <div class="card-titles">
        <h3><Words value={header['title']} inline /></h3>
        {label(header['subtitle']) !== '' && <p><Words value={header['subtitle']} inline /></p>}
      </div>
      {tags.length > 0 && <p class="card-tags">{tags.map((tag, at) => <TextTag key={at} words={label(tag['text'])} color={text(tag['color'])} />)}</p>}
    </header>
  );
}
