import { later } from '../ui/later.ts';

/** The header's menu and export, and what stands at the top of a print; null until their code is there. */
export const useMenus = later(() => import('./headerMenus.ts'));
