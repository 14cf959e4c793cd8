import { useMemo } from 'react';
import { joined } from '../../../model/kinds.ts';
import type { OpenedPack } from '../../../model/pack.ts';
import { closedForcesAt } from '../../../selection/forces.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { areaAt } from '../areaBox.ts';

/** More forces than this are not offered: their boxes overlap, and the smallest are the likeliest. */
const MOST_OFFERED = 2;

/**
 * Offers the force in whose box the map has come to rest, where that is not open and no open area lies there. Boundaries of
 * forces that are not open are not held, so where boxes overlap both are named.
 */
export function ForceOffer({ pack }: { readonly pack: OpenedPack }) {
  const camera = useAtlas((state) => state.view.camera);
  const loading = useAtlas((state) => state.pack.status === 'loading');
  const setForces = useAtlas((state) => state.setForces);
  const offered = useMemo(() => (camera === null || areaAt(pack, camera) ? [] : closedForcesAt(pack, camera).slice(0, MOST_OFFERED)), [pack, camera]);
  if (offered.length === 0 || loading) return null;
  const open = pack.parts ?? [];
  return (
    <section className="force-offer" aria-label="Police forces not open">
      <p>The map shows {joined(offered.map(({ title }) => title)).replace(/ and /, ' or ')}, which is not open.</p>
      {offered.map(({ id, title }) => (
        <span key={id} className="force-offer-choice">
          <Button onPress={() => setForces([id], 'keep')}>Open {title}</Button>
          <Button variant="link" onPress={() => setForces([...open, id], 'keep')}>Add {title}</Button>
        </span>
      ))}
    </section>
  );
}
