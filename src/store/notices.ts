import { measureProblem, shownBenchmark, shownSelection } from './shown.ts';
import type { AtlasState, NoticesAbout } from './state.ts';

export const NO_NOTICES: NoticesAbout = { address: [], opening: [], fit: [], benchmark: [], saved: [], lists: [] };

/** The notices after some kinds of them were replaced, in the form the state holds them. */
export function withNotices({ noticesAbout, notices }: AtlasState, change: Partial<NoticesAbout>): Pick<AtlasState, 'noticesAbout' | 'notices'> {
  const about = { ...noticesAbout, ...change };
  const next = [...new Set([...about.address, ...about.opening, ...about.fit, ...about.benchmark, ...about.saved, ...about.lists])];
  const same = next.length === notices.length && next.every((text, index) => text === notices[index]);
  return { noticesAbout: about, notices: same ? notices : next };
}

/** What of the view the open data set cannot answer, one sentence for each reason. */
export function fitNotices(state: AtlasState): string[] {
  const { entry } = state.dataSet;
  if (entry === null) return [];
  const measureReason = state.view.measure === null ? null : measureProblem(state.view.measure, entry, state.pack.opened?.manifest.dataSets);
  return [...(measureReason === null ? [] : [measureReason]), ...shownSelection(state).dropped.map(({ reason }) => reason)];
}

/** What of the benchmark is not applied. That it gives no classes is said where they are missing. */
export function benchmarkNotices(state: AtlasState): string[] {
  const { reason } = shownBenchmark(state);
  return reason === null ? [] : [reason];
}
