import { describe, expect, it } from 'vitest';
import type { PartEntry, Partitions } from '../../../src/model/manifest.ts';
import { chosenForces, closedForcesAt, forcesTitle, openForces, sameForces } from '../../../src/selection/forces.ts';
import { decodeHash, encodeHash } from '../../../src/selection/url.ts';
import { DEFAULT_VIEW } from '../../../src/selection/viewState.ts';
import { samplePack } from '../../fakes/samplePack.ts';

const part = (id: string, title: string, box: PartEntry['box']): PartEntry => ({ id, title, box, areas: 1, population: { first: 0, rows: 19 }, accounts: {} });
/** London lies within the Metropolitan box, and Kent's overlaps it. */
const PARTITIONS: Partitions = {
  by: 'police-force', opens: 'surrey',
  parts: [part('city', 'City of London', [-0.12, 51.49, -0.07, 51.53]), part('kent', 'Kent', [0, 51, 1.5, 51.6]), part('metropolitan', 'Metropolitan', [-0.5, 51.3, 0.3, 51.7]), part('surrey', 'Surrey', [-0.9, 51, 0.1, 51.4])],
};
const chosen = (forces: Parameters<typeof chosenForces>[1]['forces'], at: [number, number] | null = null) => {
  const { parts, notes } = chosenForces(PARTITIONS, { forces, at: at && { longitude: at[0], latitude: at[1] } });
  return [parts.map(({ id }) => id), notes];
};
const pack = (parts: readonly string[] | undefined) => ({ manifest: { ...samplePack().manifest, partitions: PARTITIONS }, parts });

const titles = (...names: string[]) => forcesTitle(names.map((title) => ({ title })), 43, 'England and Wales');

describe('the forces that are opened', () => {
  it('are those asked for, in the order of the pack, whatever the camera', () => {
    expect(chosen(['surrey', 'kent'], [-0.1, 51.5])).toEqual([['kent', 'surrey'], []]);
    expect(chosen('all')).toEqual([['city', 'kent', 'metropolitan', 'surrey'], []]);
  });

  it('are, where none is asked for, the one at the camera, else the one that opens first', () => {
    expect(chosen(null)).toEqual([['surrey'], []]);
    expect(chosen(null, [1, 51.2])).toEqual([['kent'], []]);
    expect(chosen(null, [-3, 53])).toEqual([['surrey'], []]);
    // In several boxes: the smallest, unless the one that opens first is among them.
    expect(chosen(null, [-0.1, 51.5])).toEqual([['city'], []]);
    expect(chosen(null, [-0.1, 51.35])).toEqual([['surrey'], []]);
  });

  it('leave out what the pack does not have, and say so', () => {
    expect(chosen(['kent', 'mars'])).toEqual([['kent'], ['There is no police force "mars" in this pack; it is left out.']]);
    expect(chosen(['mars'], [1, 51.2])).toEqual([['surrey'], ['There is no police force "mars" in this pack; "Surrey" is shown instead.']]);
  });

  it('are named in words', () => {
    expect([titles('Kent'), titles('Kent', 'Surrey'), titles('A', 'B', 'C', 'D'), titles('A', 'B', 'C', 'D', 'E')]).toEqual(['Kent', 'Kent and Surrey', 'A, B, C and D', 'A, B, C and 2 other forces']);
    expect(forcesTitle([{ title: 'Kent' }], 1, 'England and Wales')).toBe('England and Wales');
  });

  it('are what the address names: "all" for all, nothing for a pack that is opened whole', () => {
    expect([openForces(pack(['kent'])), openForces(pack(['city', 'kent', 'metropolitan', 'surrey'])), openForces(samplePack())]).toEqual([['kent'], 'all', null]);
    expect([sameForces(['a', 'b'], ['b', 'a']), sameForces('all', ['a']), sameForces(null, null), sameForces(['a'], null), sameForces(['a'], ['a', 'b'])]).toEqual([true, false, true, false, false]);
  });
});

describe('forces at a point that are not open', () => {
  it('come smallest first; none where they are open or the pack is opened whole', () => {
    const at = { longitude: -0.1, latitude: 51.5 };
    expect(closedForcesAt(pack(['kent']), at).map(({ id }) => id)).toEqual(['city', 'metropolitan']);
    expect(closedForcesAt(pack(['city', 'metropolitan']), at)).toEqual([]);
    expect(closedForcesAt(samplePack(), at)).toEqual([]);
  });
});

describe('the address', () => {
  it.each([['all' as const, 'all'], [['kent', 'thames-valley'], 'kent,thames-valley'], [['kent'], 'kent']])('writes and reads %j', (forces, text) => {
    const hash = encodeHash({ ...DEFAULT_VIEW, forces });
    expect(hash).toBe(`#/explore?v=1&force=${text}`);
    expect(decodeHash(hash)).toEqual({ view: { ...DEFAULT_VIEW, forces }, notices: [] });
  });

  it.each(['kent,all', 'kent;surrey', '../x', 'kent,,surrey'])('does not take force=%s, and says what it expects', (text) => {
    const { view, notices } = decodeHash(`#/explore?v=1&force=${text}`);
    expect([view.forces, notices]).toEqual([null, [`The address says force=${text}, which is not "all" or a comma-separated list of ids of police forces; the default is used instead.`]]);
  });
});
