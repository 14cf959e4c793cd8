import type { StoreApi } from 'zustand/vanilla';
import { renamedDrawn, withDrawn } from '../selection/urlDrawnAreas.ts';
import type { ViewState } from '../selection/viewState.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import type { Atlas, AtlasActions } from './state.ts';

type Actions = Pick<AtlasActions, 'drawArea' | 'endAreaDrawing' | 'forgetAreaDrawing' | 'addDrawnAreas' | 'renameDrawnArea' | 'removeDrawnArea'>;

/** What is done with areas that the reader draws or loads to compare the same events on them. */
export function drawnAreaActions(store: StoreApi<Atlas>, worker: AtlasWorker, changeView: (patch: Partial<ViewState>) => void): Actions {
  const areas = () => store.getState().view.drawnAreas;
  return {
    drawArea: () => {
      store.setState({ areaDrawing: 'asked' });
      changeView({ view: 'explore' });
    },
    endAreaDrawing: (ring) => {
      store.setState({ areaDrawing: 'ended' });
      changeView({ view: 'hotspots', ...(ring === null ? {} : { drawnAreas: withDrawn(areas(), [{ name: '', polygons: [[ring]] }]) }) });
    },
    forgetAreaDrawing: () => store.setState({ areaDrawing: 'idle' }),
    addDrawnAreas: async (source) => {
      const made = await worker.shapes(source);
      if (!made.ok) return { added: 0, words: `${made.problem.what} ${made.problem.remedy}` };
      const before = areas();
      const after = withDrawn(before, made.value);
      const added = after.length - before.length;
      if (added > 0) changeView({ drawnAreas: after });
      const left = made.value.length - added;
      return { added, words: [...made.notes, ...(left > 0 ? [`${left} left out: too many areas are drawn already, or too small to measure.`] : [])].join(' ') };
    },
    renameDrawnArea: (place, name) => changeView({ drawnAreas: renamedDrawn(areas(), place, name) }),
    removeDrawnArea: (place) => changeView({ drawnAreas: areas().filter((_, i) => i !== place) }),
  };
}
