import type { Box } from '../../../map/types.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSides } from '../useSides.ts';

interface JumpsProps {
  readonly jumps: readonly { readonly title: string; readonly box: Box }[];
  readonly onJump: (box: Box) => void;
}

/** More than this would cover the map; they are found by name instead. */
const MOST_JUMPS = 8;

/** Ready-made places: the areas that matter most are the smallest on the map. */
export function JumpButtons({ jumps, onJump }: JumpsProps) {
  const sides = useSides();
  if (jumps.length > MOST_JUMPS) return <div className="jumps-many">{sides !== null && <sides.JumpSearch jumps={jumps} onJump={onJump} />}</div>;
  return (
    <fieldset className="jumps" aria-label="Go to">
      {jumps.map(({ title, box }) => <Button key={title} className="jump" onPress={() => onJump(box)}>{title}</Button>)}
    </fieldset>
  );
}
