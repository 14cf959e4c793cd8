import { useEffect } from 'react';
import { harmSubgroup } from '../../model/harm.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { type OpenedPack, packKey } from '../../model/pack.ts';
import type { Atlas } from '../../store/state.ts';
import { useAtlas } from '../../store/react.ts';
import { BacktestControls } from './BacktestControls.tsx';
import { BacktestSection } from './BacktestSection.tsx';

interface BacktestProps {
  readonly pack: OpenedPack;
  readonly entry: DataSetEntry;
  readonly width: number;
  readonly unit: string;
}

const backtestState = (state: Atlas) => state.backtest;

/** The back-test of the view's filter, with its settings. */
export function Backtest({ pack, entry, width, unit }: BacktestProps) {
  const { status, value, problem } = useAtlas(backtestState);
  const settings = useAtlas((state) => state.view.backtest);
  const setSettings = useAtlas((state) => state.setBacktestSettings);
  const need = useAtlas((state) => state.needBacktest);
  useEffect(() => need(), [need]);
  const shown = value !== null && value.request.pack === packKey(pack) && value.request.dataSet === entry.id ? value : null;
  return (
    <>
      <p>Each way of picking chooses places from the training months and is judged on the months that follow, never on those that made it.</p>
      <BacktestControls settings={settings} areas={pack.areas.code.length} weighted={weightedIn(entry)} onChange={setSettings} />
      <BacktestSection backtest={shown} problem={problem} old={status === 'loading'} unit={unit} width={width} onRetry={need} />
    </>
  );
}

/** Data sets that withhold small counts are not weighed (hotspots/backtestHarm.ts says why). */
function weightedIn({ disclosureThreshold, kinds }: DataSetEntry): string[] {
  return disclosureThreshold > 1 ? [] : [...new Set(kinds.flatMap(({ subgroup }) => harmSubgroup(subgroup)?.id ?? []))];
}
