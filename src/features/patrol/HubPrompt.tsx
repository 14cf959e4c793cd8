import type { OpenedPack } from '../../model/pack.ts';
import { hubsOf } from '../../store/patrolRequest.ts';
import { useAtlas } from '../../store/react.ts';
import { Button } from '../../ui/Button.tsx';

/** Whose plan it is: nothing is planned until somebody says so, because a plan of the wrong hub looks like one's own. */
export function HubPrompt({ pack }: { readonly pack: OpenedPack }) {
  const change = useAtlas((state) => state.setPatrol);
  const choose = (hubs: readonly string[]) => change({ hubs, without: [], shifts: null });
  return (
    <section className="patrol-hubs" aria-labelledby="patrol-hubs-title">
      <h2 id="patrol-hubs-title">Which hub do you plan for?</h2>
      <p>Next week’s plan is made at once, for the officers published for it. This device remembers the hub.</p>
      <div className="patrol-buttons">
        {hubsOf(pack).map(({ id, title }) => <Button key={id} onPress={() => choose([id])}>{title}</Button>)}
        <Button onPress={() => choose([])}>The whole county</Button>
      </div>
    </section>
  );
}
