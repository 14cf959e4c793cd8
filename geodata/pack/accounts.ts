import type { RowAccount } from '../../src/model/manifest.ts';

/** Adds accounts up, reason by reason, largest first. */
export function sumAccounts(accounts: readonly RowAccount[]): RowAccount {
  const byReason = new Map<string, RowAccount['setAside'][number]>();
  for (const aside of accounts.flatMap((account) => account.setAside)) {
    byReason.set(aside.reason, { ...aside, rows: aside.rows + (byReason.get(aside.reason)?.rows ?? 0) });
  }
  const total = (pick: (account: RowAccount) => number): number => accounts.reduce((sum, account) => sum + pick(account), 0);
  return {
    read: total((account) => account.read),
    kept: total((account) => account.kept),
    setAside: [...byReason.values()].toSorted((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1)),
  };
}

/** What does not add up in an account of so many records (null: they are not rows); null where all does. */
export function faultOf({ read, kept, setAside }: RowAccount, records: number | null): string | null {
  const accounted = kept + setAside.reduce((sum, each) => sum + each.rows, 0);
  if (accounted !== read) return `${read} rows read but ${accounted} accounted for`;
  const inRecords = kept + setAside.reduce((sum, each) => sum + (each.inRecords ? each.rows : 0), 0);
  return records === null || inRecords === records ? null : `${inRecords} rows accounted for but ${records} records`;
}
