import type { AtlasState } from './state.ts';

/** Before anybody plans. */
export const NO_PATROL: AtlasState['patrol'] = { places: { status: 'idle', value: null, problem: null }, plan: { status: 'idle', value: null, problem: null }, progress: null, lastVisits: {}, stale: false };
