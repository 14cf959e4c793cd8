import type { Progress } from '../../model/pack.ts';
import { useAtlas } from '../../store/react.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';

const STARTING: Readonly<Record<'hotspots' | 'backtest', Progress>> = {
  hotspots: { step: 'Testing hotspots', done: 0, total: 0 }, backtest: { step: 'Testing ways to pick places', done: 0, total: 0 },
};

/** How far tests are. By itself, so that the page of the last answer is not drawn again at each of many steps. */
export function TestProgress({ of }: { readonly of: 'hotspots' | 'backtest' }) {
  const progress = useAtlas((state) => (of === 'hotspots' ? state.hotspotProgress : state.backtestProgress));
  return <ProgressLine progress={progress ?? STARTING[of]} of="steps" />;
}
