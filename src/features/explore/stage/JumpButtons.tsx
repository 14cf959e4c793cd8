import type { Box } from '../../../map/types.ts';
import { Button } from '../../../ui/Button.tsx';

/** Ready-made places: the areas that matter most are the smallest on the map. */
export function JumpButtons({ jumps, onJump }: { readonly jumps: readonly { readonly title: string; readonly box: Box }[]; readonly onJump: (box: Box) => void }) {
  return (
    <fieldset className="jumps" aria-label="Go to">
      {jumps.map(({ title, box }) => <Button key={title} className="jump" onPress={() => onJump(box)}>{title}</Button>)}
    </fieldset>
  );
}
