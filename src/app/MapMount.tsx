import { useEffect, useRef, useState } from 'react';
import type { MapSlotProps } from '../features/explore/mapSlot.ts';
import type { MapCallbacks, MapOwner } from '../map/types.ts';
import type { Problem } from '../model/pack.ts';
import { useAtlasStore } from '../store/react.ts';
import { endFirstPicture, later } from '../ui/later.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { measureFrames } from './frameTimes.ts';
import { roomFor } from './mapRoom.ts';
import { offerMapImage } from './printing.ts';
import { useTheme } from './theme.ts';
import { usePaperMap } from './usePaperMap.ts';

const usePaper = later(() => import('../map/paper/PaperMap.tsx'));

/** Gives the map an element and hands every change to its owner, whose setters skip what has not changed. */
export function MapMount(props: MapSlotProps) {
  const container = useRef<HTMLDivElement>(null);
  const callbacks = useRef<MapSlotProps>(props);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [ready, setReady] = useState(false);
  const { pack, paint } = props;
  const paper = usePaperMap(container);
  const drawn = usePaper();
  const owner = useMapOwner(container, callbacks, setProblem, setReady);
  const store = useAtlasStore();
  useEffect(() => {
    callbacks.current = props;
  });
  useRoom(owner, container);
  useFeed(owner, props);
  useEffect(() => (owner === null ? undefined : measureFrames(store, () => owner.whenDrawn())), [store, owner]);
  useFirstPicture(owner, pack !== null && paint !== null, problem);
  useEffect(() => (owner === null ? undefined : offerMapImage(() => owner.toImage({ theme: 'light' }))), [owner]);
  return (
    <div className="map-mount">
      <div ref={container} className="map-container" />
      {drawn !== null && paper !== null && pack !== null && paint !== null && <drawn.PaperMap {...props} {...paper} pack={pack} paint={paint} />}
      {!ready && problem === null && <output className="map-wait">Drawing the map…</output>}
      {problem !== null && <div className="map-problem"><ProblemNotice problem={problem} onDismiss={() => setProblem(null)} /></div>}
    </div>
  );
}

interface Latest {
  readonly current: MapSlotProps;
}

/** The map's code is large, so it is fetched while the records load; null until it is there. */
function useMapOwner(container: { readonly current: HTMLDivElement | null }, callbacks: Latest, onProblem: (problem: Problem) => void, onReady: (ready: boolean) => void): MapOwner | null {
  const [owner, setOwner] = useState<MapOwner | null>(null);
  useEffect(() => {
    let made: MapOwner | null = null;
    let gone = false;
    const create = async (): Promise<void> => {
      const { createMapOwner } = await import('../map/MapOwner.ts');
      if (gone || container.current === null) return;
      made = createMapOwner(container.current, handlers(callbacks, onProblem, () => onReady(true)));
      setOwner(made);
    };
    create().catch(() => onProblem({ what: 'The map’s code could not be loaded', where: 'Part of this page', remedy: 'Reload the page. The table lists the same areas.' }));
    return () => {
      gone = true;
      made?.destroy();
      setOwner(null);
      onReady(false);
    };
  }, [container, callbacks, onProblem, onReady]);
  return owner;
}

/** Handlers that always reach the newest props, so that the map never has to be told of them again. */
function handlers(latest: Latest, onProblem: (problem: Problem) => void, onReady: () => void): MapCallbacks {
  return {
    onHover: (area) => latest.current.onHover(area),
    onSelect: (area, add) => latest.current.onSelect(area, add),
    onPlace: (placeId) => latest.current.onPlace(placeId),
    onCamera: (camera) => latest.current.onCamera(camera),
    onDrawn: (ring) => latest.current.onDrawn(ring),
    onDrawing: (corners) => latest.current.onDrawing(corners),
    onReady,
    onProblem,
  };
}

/** Keeps the county clear of what lies over the map, at every size; before the first pack comes. */
function useRoom(owner: MapOwner | null, container: { readonly current: HTMLDivElement | null }): void {
  useEffect(() => {
    const element = container.current;
    if (owner === null || element === null) return undefined;
    const measure = (): void => owner.setRoom(roomFor(element.clientWidth));
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(element);
    return () => observer.disconnect();
  }, [owner, container]);
}

/** Says when the first colours are on screen, or will not come. After `useFeed`, so that the map knows what it waits for. */
function useFirstPicture(owner: MapOwner | null, painted: boolean, problem: Problem | null): void {
  useEffect(() => {
    if (problem !== null) endFirstPicture();
    // The frame itself first: what follows must not hold it up.
    else if (owner !== null && painted) void owner.whenDrawn().then(() => requestAnimationFrame(endFirstPicture));
  }, [owner, painted, problem]);
}

function useFeed(owner: MapOwner | null, props: MapSlotProps): void {
  const [theme] = useTheme();
  const { pack, paint, overlays, surface, selected, hovered, camera, drawn, drawnAreas, drawing, drawingCommand, jump } = props;
  useEffect(() => owner?.setTheme(theme), [owner, theme]);
  // The camera before the pack: a link's own view must not be overtaken by the whole county.
  useEffect(() => owner?.setCamera(camera), [owner, camera]);
  useEffect(() => owner?.setPack(pack), [owner, pack]);
  useEffect(() => owner?.setOverlays(overlays), [owner, overlays]);
  useEffect(() => owner?.setSurface(surface), [owner, surface]);
  useEffect(() => (paint === null ? undefined : owner?.setPaint(paint)), [owner, paint]);
  useEffect(() => owner?.setSelected(selected), [owner, selected]);
  useEffect(() => owner?.setHovered(hovered), [owner, hovered]);
  useEffect(() => owner?.setDrawn(drawn), [owner, drawn]);
  useEffect(() => owner?.setDrawnAreas(drawnAreas), [owner, drawnAreas]);
  useEffect(() => {
    if (jump !== null) owner?.fitBox(jump.box);
  }, [owner, jump]);
  useEffect(() => {
    if (!drawing || owner === null) return undefined;
    owner.startDrawing();
    return () => owner.cancelDrawing();
  }, [owner, drawing]);
  useEffect(() => {
    if (drawingCommand?.command === 'finish') owner?.finishDrawing();
    if (drawingCommand?.command === 'remove-corner') owner?.removeLastCorner();
  }, [owner, drawingCommand]);
}
