/** What of the header, on screen and on paper, the first picture does not need: in a piece of its own, loaded after it (see useMenus.ts). */
export { downloadAreas } from '../features/explore/exportAreas.ts';
export { PackStatus } from './PackStatus.tsx';
export { PrintHead } from './PrintHead.tsx';
