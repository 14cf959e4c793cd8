import { later } from '../../ui/later.ts';

/** The panels and menus around the map; null until their code is there. Their places are kept meanwhile. */
export const useSides = later(() => import('./sides.ts'));
