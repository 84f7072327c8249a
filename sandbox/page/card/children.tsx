import { useScene } from './scene.ts';
import type { Path } from './shape.ts';

/** The components inside a container; the drawer comes from the scene, so that containers need not know all parts. */
export function Children({ nodes, path }: { nodes: unknown; path: Path }) {
  const { Elements } = useScene();
  return <Elements nodes={nodes} path={path} />;
}
