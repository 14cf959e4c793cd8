import { useMemo } from 'react';
import type { Box } from '../../../map/types.ts';
import { SearchSelect } from '../../../ui/SearchSelect.tsx';

/** Ready-made places by name. */
export function JumpSearch({ jumps, onJump }: { readonly jumps: readonly { readonly title: string; readonly box: Box }[]; readonly onJump: (box: Box) => void }) {
  const options = useMemo(() => jumps.map(({ title }) => ({ id: title, title })), [jumps]);
  const jumpTo = (id: string): void => {
    const box = jumps.find(({ title }) => title === id)?.box;
    if (box !== undefined) onJump(box);
  };
  return <SearchSelect label="Go to" placeholder="Go to a place" options={options} onChoose={jumpTo} />;
}
