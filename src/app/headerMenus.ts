/** What of the header the first picture does not need: in a piece of its own, loaded after it. */
export { downloadAreas } from '../features/explore/exportAreas.ts';
export { PackStatus } from './PackStatus.tsx';
