import type { Manifest, PartEntry, RowAccount } from '../model/manifest.ts';
import { forcesTitle } from '../selection/forces.ts';

/**
 * What a manifest says of some of its parts, as if they were the whole pack: the title and benchmark are these forces',
 * accounts are summed over them, and jumps lead to places in them. The accounts of input files and the list of parts stay
 * those of the whole pack; figures published about the whole are left out. With every part the manifest is as it is.
 */
export function manifestOfParts(manifest: Manifest, parts: readonly PartEntry[]): Manifest {
  const all = manifest.partitions?.parts.length ?? parts.length;
  if (parts.length === all) return manifest;
  return {
    ...manifest,
    area: { ...manifest.area, title: forcesTitle(parts, all, manifest.area.title) },
    benchmark: forcesTitle(parts, all, manifest.benchmark),
    dataSets: manifest.dataSets.map((entry) => ({ ...entry, account: sumOf(parts.flatMap(({ accounts }) => accounts[entry.id] ?? [])) })),
    jumps: manifest.jumps.filter(({ box: [west, south, east, north] }) => parts.some(({ box }) => isWithin([(west + east) / 2, (south + north) / 2], box))),
    published: undefined,
  };
}

/** Rows add up, reason by reason; reasons in the order they first come in. */
function sumOf(accounts: readonly RowAccount[]): RowAccount {
  const setAside = new Map<string, RowAccount['setAside'][number]>();
  for (const aside of accounts.flatMap((account) => account.setAside)) {
    // The same reason with and without its rows in the records would be two reasons.
    const key = JSON.stringify([aside.reason, aside.inRecords]);
    setAside.set(key, { ...aside, rows: aside.rows + (setAside.get(key)?.rows ?? 0) });
  }
  const total = (of: 'read' | 'kept'): number => accounts.reduce((sum, account) => sum + account[of], 0);
  return { read: total('read'), kept: total('kept'), setAside: [...setAside.values()] };
}

function isWithin([x, y]: readonly [number, number], [west, south, east, north]: PartEntry['box']): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}
