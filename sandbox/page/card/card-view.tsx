import { useMemo } from 'preact/hooks';
import { hueOf } from './color.ts';
import { Cover } from './cover.tsx';
import { Elements } from './elements.tsx';
import { flowOf } from './flow.ts';
import { addressOf } from './link.ts';
import { localise } from './localise.ts';
import { PartIcon } from './part-icon.tsx';
import { SceneContext, type CardScene, type InnerScene } from './scene.ts';
import { edges, label, list, text, toNode, type Node } from './shape.ts';
import { paceOf } from './streaming.ts';
import { TextTag } from './text-tag.tsx';
import { Words } from './words.tsx';
import { t } from '../language/language.ts';

/** A card JSON 2.0 drawn as the client draws it, inside the sandbox's own frame. */
export function CardView({ card: given, scene }: { card: Node; scene: CardScene }) {
  const card = useMemo(() => localise(given, scene.locale), [given, scene.locale]);
  const config = toNode(card['config']);
  const style = toNode(config['style']);
  const pace = paceOf(config);
  const inner: InnerScene = { ...scene, colors: ownColors(toNode(style['color'])), sizes: ownSizes(toNode(style['text_size'])), ...(pace === undefined ? {} : { pace }), inForm: false, Elements };
  const body = toNode(card['body']);
  const elements = list(body['elements']);
  const layout = flowOf(body, '8px');
  const href = addressOf(toNode(card['card_link']));
  const locked = scene.draft.busy.value !== null;
  return (
    <SceneContext.Provider value={inner}>
      <div class={`card-frame width-${text(config['width_mode']) || 'default'}`}>
        <section class={`card${href === '' ? '' : ' covered'}${locked ? ' is-locked' : ''}`} aria-label={label(toNode(card['header'])['title']) || t('card')} aria-busy={locked}>
          <Cover href={href} />
          {card['header'] !== undefined && <CardHeader header={toNode(card['header'])} />}
          {elements.length > 0 && <div class="card-body" style={{ ...layout, padding: layout.padding ?? '12px' }}><Elements nodes={elements} path={['body', 'elements']} /></div>}
          {pace !== undefined && <p class="card-streaming" role="status">{t('generating')}</p>}
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
  const tags = list(header['text_tag_list']).slice(0, 3);
  // A header with nothing but a subtitle shows it as its title.
  const [title, subtitle] = label(header['title']) === '' ? [header['subtitle'], undefined] : [header['title'], header['subtitle']];
  return (
    <header class="card-head" data-hue={hue} style={{ '--hue': `var(--hue-${hue})`, '--fill': `var(--fill-${hue})`, padding: edges(header['padding']) }}>
      <PartIcon value={header['icon']} size={20} />
      <div class="card-titles">
        <h3><Words value={title} inline /></h3>
        {label(subtitle) !== '' && <p><Words value={subtitle} inline /></p>}
      </div>
      {tags.length > 0 && <p class="card-tags">{tags.map((tag, at) => <TextTag key={at} color={text(tag['color'])}>{label(tag['text'])}</TextTag>)}</p>}
    </header>
  );
}
