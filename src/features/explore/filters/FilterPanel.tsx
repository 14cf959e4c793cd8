import { packKey } from '../../../model/pack.ts';
import { isUnfiltered } from '../../../selection/effective.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { focusFirst } from '../../../ui/focus.ts';
import type { Scene } from '../scene.ts';
import { SavedSelections } from './SavedSelections.tsx';
import { WhatFilters } from './WhatFilters.tsx';
import { WhenFilters } from './WhenFilters.tsx';
import { WhereFilters } from './WhereFilters.tsx';
import { WhoFilters } from './WhoFilters.tsx';

interface FilterPanelProps {
  readonly scene: Scene;
  readonly drawing: boolean;
  readonly onDraw: (start: boolean) => void;
  readonly onProfile: (placeId: string) => void;
}

/** What, who, when and where: the filters are the charts. */
export function FilterPanel({ scene, drawing, onDraw, onProfile }: FilterPanelProps) {
  const clear = useAtlas((state) => state.clearSelection);
  return (
    <>
      <div className="filters-head">
        <SavedSelections scene={scene} />
        {!isUnfiltered(scene.selection) && (
          <Button
            variant="link" className="small"
            onPress={() => {
              // The button goes with the filters.
              focusFirst('#saved-selections');
              clear();
            }}
          >
            Clear all filters
          </Button>
        )}
      </div>
      <WhatFilters key={`${packKey(scene.pack)}/${scene.entry.id}/${scene.evaluation === null ? 'before' : 'after'}`} scene={scene} />
      <WhoFilters scene={scene} />
      <WhenFilters scene={scene} />
      <WhereFilters scene={scene} drawing={drawing} onDraw={onDraw} onProfile={onProfile} />
    </>
  );
}
