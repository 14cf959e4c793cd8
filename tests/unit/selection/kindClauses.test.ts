import { describe, expect, it } from 'vitest';
import type { DataSetEntry } from '../../../src/model/manifest.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { describeSelection } from '../../../src/selection/describe.ts';
import { effectiveSelection } from '../../../src/selection/effective.ts';
import { newerKindsWin } from '../../../src/selection/kindClauses.ts';
import { POLICE, samplePack, STREET } from '../../fakes/samplePack.ts';

const { places } = samplePack();
const VIOLENCE = 'violence-and-sexual-offences';
const kind = (type: string, typeTitle: string) => ({ type, typeTitle, subgroup: null, subgroupTitle: null, crime: type !== 'anti-social-behaviour' });
/** As the night-time profile: violence by subgroup, other types without. */
const MIXED: DataSetEntry = {
  ...POLICE, kind: 'nte-profile', kinds: [...POLICE.kinds, kind('public-order', 'Public order'), kind('drugs', 'Drugs'), kind('anti-social-behaviour', 'Anti-social behaviour')],
};
const applied = (types: readonly string[] | null, subgroups: readonly string[] | null) => {
  const { selection, dropped } = effectiveSelection({ ...EVERYTHING, types, subgroups }, MIXED, places);
  return { types: selection.types, subgroups: selection.subgroups, said: dropped.map(({ reason }) => reason), title: describeSelection({ ...selection, period: null }, MIXED, places).split(', Jan')[0] };
};

describe('types and subgroups of a link', () => {
  it('drop a subgroup of a type that is not chosen, and say so', () => {
    expect(applied(['public-order'], ['rape'])).toEqual({
      types: ['public-order'], subgroups: null, title: 'Public order', said: ['"Rape" is not among the chosen crime types, so that choice is not applied.'],
    });
  });

  it('drop a type that has none of the chosen subgroups, and say so', () => {
    expect(applied(['public-order', VIOLENCE], ['rape'])).toEqual({
      types: [VIOLENCE], subgroups: ['rape'], title: 'Rape', said: ['"Public order" has none of the chosen offence subgroups, so that choice is not applied.'],
    });
  });

  it.each([
    [null, ['rape', 'homicide']], [[VIOLENCE], ['rape']], [['public-order', VIOLENCE], null], [['anti-social-behaviour'], null], [null, null],
  ])('stay as they are where they fit: %j, %j', (types, subgroups) => {
    expect(applied(types, subgroups)).toMatchObject({ types, subgroups, said: [] });
  });
});

/** The two clauses after a change. */
function tick(before: Partial<Selection>, patch: Partial<Selection>, entry: DataSetEntry | null = MIXED) {
  const { types, subgroups } = newerKindsWin({ ...EVERYTHING, ...before, ...patch }, patch, entry);
  return [types, subgroups];
}

describe('types and subgroups that the reader ticks', () => {
  it('let the newer choice win where the two do not fit', () => {
    expect(tick({ types: ['public-order'] }, { subgroups: ['rape'] })).toEqual([[VIOLENCE], ['rape']]);
    expect(tick({ types: ['public-order', VIOLENCE] }, { subgroups: ['rape'] })).toEqual([[VIOLENCE], ['rape']]);
    expect(tick({ types: [VIOLENCE], subgroups: ['rape'] }, { types: [VIOLENCE, 'public-order'] })).toEqual([[VIOLENCE, 'public-order'], null]);
    expect(tick({ subgroups: ['rape'] }, { types: ['drugs'] })).toEqual([['drugs'], null]);
  });

  it('leave both where they fit, where neither is touched, and where the data set has no subgroups', () => {
    expect(tick({ subgroups: ['rape'] }, { types: [VIOLENCE] })).toEqual([[VIOLENCE], ['rape']]);
    expect(tick({ types: [VIOLENCE], subgroups: ['rape'] }, { types: null })).toEqual([null, ['rape']]);
    expect(tick({ types: ['drugs'], subgroups: ['rape'] }, { days: [1] })).toEqual([['drugs'], ['rape']]);
    expect(tick({ subgroups: ['rape'] }, { types: ['drugs'] }, STREET)).toEqual([['drugs'], ['rape']]);
    expect(tick({ subgroups: ['rape'] }, { types: ['drugs'] }, null)).toEqual([['drugs'], ['rape']]);
  });

  it('never leave a choice that an address would have to drop', () => {
    const ids = ['public-order', VIOLENCE, 'anti-social-behaviour'];
    for (const types of [null, ...ids.map((id) => [id]), ids]) {
      for (const subgroups of [null, ['rape'], ['rape', 'homicide']]) {
        for (const patch of [{ types }, { subgroups }]) {
          const selection = newerKindsWin({ ...EVERYTHING, types, subgroups }, patch, MIXED);
          expect(effectiveSelection(selection, MIXED, places).dropped).toEqual([]);
        }
      }
    }
  });
});
