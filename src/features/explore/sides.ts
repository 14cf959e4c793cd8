/** What of Explore the first picture does not need: in a piece of its own, loaded after it (see useSides.ts). */
export { AreasPanel } from './areas/AreasPanel.tsx';
export { LargePlot } from './areas/LargePlot.tsx';
export { FilterPanel } from './filters/FilterPanel.tsx';
export { JumpSearch } from './stage/JumpSearch.tsx';
export { DrawingBar } from './stage/DrawingBar.tsx';
export { MapToolbar } from './stage/MapToolbar.tsx';
export { OverMap } from './stage/OverMap.tsx';
export { ProfileCard } from './stage/ProfileCard.tsx';
export { Rescale } from './stage/Rescale.tsx';
export { SurfaceKey } from './stage/SurfaceKey.tsx';
