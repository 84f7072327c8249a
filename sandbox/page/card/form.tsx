import { Children } from './children.tsx';
import { flowOf } from './flow.ts';
import { SceneContext, useScene, type PartProps } from './scene.ts';
import { text } from './shape.ts';
import { t } from '../language/language.ts';

/** A form: its inputs keep what is typed and send nothing until a submit button is tapped. */
export function CardForm({ node, path }: PartProps) {
  const scene = useScene();
  const missing = scene.draft.missing.value.length;
  return (
    <SceneContext.Provider value={{ ...scene, inForm: true }}>
      <form class="card-form" style={flowOf(node, '12px')} noValidate aria-label={text(node['name']) || t('form')} onSubmit={(event) => event.preventDefault()}>
        <Children nodes={node['elements']} path={[...path, 'elements']} />
        {missing > 0 && <p class="form-missing" role="alert">{t('fieldsMissing')}</p>}
      </form>
    </SceneContext.Provider>
  );
}
