import { joined } from './kinds.ts';

/** Beyond this many, only the first and the last of a run are named. */
const NAMED = 3;

/**
 * Titles that differ only after their last comma, as one each: "Mid-year estimates, mid-2017, mid-2019 and mid-2020";
 * many of them as a run: "Street-level crime, 2019-01 to 2023-12 (37 files)". The order is that of their first ones.
 */
export function sharedTitles(titles: readonly string[]): string[] {
  const stems = new Map<string, string[]>();
  for (const title of titles) {
    const comma = title.lastIndexOf(', ');
    const [stem, end] = comma < 0 ? [title, ''] : [title.slice(0, comma), title.slice(comma + 2)];
    stems.set(stem, [...(stems.get(stem) ?? []), end]);
  }
  return [...stems].map(([stem, ends]) => {
    if (ends.length > NAMED) return `${stem}, ${ends[0] ?? ''} to ${ends.at(-1) ?? ''} (${ends.length} files)`;
    return ends[0] === '' ? stem : `${stem}, ${joined(ends)}`;
  });
}
