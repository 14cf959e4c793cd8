import { isUnfiltered } from '../../../selection/effective.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { focusFirst } from '../../../ui/focus.ts';
import type { Scene } from '../scene.ts';
import { WhatFilters } from './WhatFilters.tsx';
import { WhenFilters } from './WhenFilters.tsx';
import { WhereFilters } from './WhereFilters.tsx';

interface FilterPanelProps {
  readonly scene: Scene;
  readonly drawing: boolean;
  readonly onDraw: (start: boolean) => void;
  readonly onProfile: (placeId: string) => void;
}

/** What, when and where: the filters are the charts. */
export function FilterPanel({ scene, drawing, onDraw, onProfile }: FilterPanelProps) {
  const clear = useAtlas((state) => state.clearSelection);
  const clearAll = (
    <Button
      variant="link" className="small"
      onPress={({ target }) => {
        // The button goes with the filters.
        focusFirst(target.closest('.clause')?.querySelector('.clause-title'));
        clear();
      }}
    >
      Clear all filters
    </Button>
  );
  return (
    <>
      <WhatFilters key={`${scene.pack.id}/${scene.entry.id}/${scene.evaluation === null ? 'before' : 'after'}`} scene={scene} action={isUnfiltered(scene.selection) ? undefined : clearAll} />
      <WhenFilters scene={scene} />
      <WhereFilters scene={scene} drawing={drawing} onDraw={onDraw} onProfile={onProfile} />
    </>
  );
}
