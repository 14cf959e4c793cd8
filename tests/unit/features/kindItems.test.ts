import { describe, expect, it } from 'vitest';
import { orderBySize, subgroupGroups, toggled, toItems, typeGroups } from '../../../src/features/explore/filters/kindItems.ts';
import { unitOf } from '../../../src/model/kinds.ts';
import { rateKindOf } from '../../../src/features/explore/scene.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { POLICE, STREET } from '../../fakes/samplePack.ts';

describe('bars of crime types', () => {
  const counts = STREET.kinds.map((_, index) => index);

  it('add up the kinds of a type and keep ASB apart from crime', () => {
    const groups = typeGroups(STREET, counts);
    expect(groups).toHaveLength(14);
    expect(groups.filter(({ crime }) => !crime).map(({ id }) => id)).toEqual(['anti-social-behaviour']);
    expect(typeGroups(POLICE, [1, 2, 3, 4, 5])).toEqual([{ id: 'violence-and-sexual-offences', title: 'Violence and sexual offences', crime: true, count: 15 }]);
    expect(subgroupGroups(POLICE, [1, 2, 3, 4, 5]).map(({ count }) => count)).toEqual([1, 2, 3, 4, 5]);
    expect(subgroupGroups(STREET, counts)).toEqual([]);
  });

  it('withhold a sum that takes in a withheld count', () => {
    expect(typeGroups(POLICE, [1, 2, SUPPRESSED, 4, 5])[0]?.count).toBe(SUPPRESSED);
  });

  it('keep an order once made, whatever the counts become', () => {
    const order = orderBySize(typeGroups(STREET, counts));
    expect(order[0]).toBe('violence-and-sexual-offences');
    expect(toItems(typeGroups(STREET, counts.toReversed()), order, null).map(({ id }) => id)).toEqual(order);
  });

  it('choose and leave out, back to all when none is left', () => {
    expect(toggled(null, 'a')).toEqual(['a']);
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a'], 'a')).toBeNull();
  });
});

const chosen = (types: readonly string[] | null) => unitOf(STREET, { ...EVERYTHING, types });

describe('words for what is counted', () => {
  it('never call incidents crimes', () => {
    expect([chosen(null), chosen(['drugs']), chosen(['anti-social-behaviour']), chosen(['drugs', 'anti-social-behaviour'])]).toEqual(['crimes', 'crimes', 'incidents', 'crimes and incidents']);
  });

  it('a measure without a rate of its own stands beside the standardised rate where there is one', () => {
    expect([rateKindOf('count', POLICE), rateKindOf('count', STREET), rateKindOf('rate-class', POLICE), rateKindOf('dsr', POLICE)]).toEqual(['dsr', 'rate', 'rate', 'dsr']);
  });
});
