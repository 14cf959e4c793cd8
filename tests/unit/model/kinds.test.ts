import { describe, expect, it } from 'vitest';
import { joined, kindsTitle } from '../../../src/model/kinds.ts';
import type { DataSetEntry, KindEntry } from '../../../src/model/manifest.ts';

const kind = (type: string, subgroup: string | null = null, crime = true): KindEntry =>
  ({ type, typeTitle: type.toUpperCase(), subgroup, subgroupTitle: subgroup && subgroup.toUpperCase(), crime });
type Counted = Pick<DataSetEntry, 'kind' | 'kinds' | 'title' | 'unit'>;
const STREET: Counted = { kind: 'street', title: 'Street crime', unit: 'crimes', kinds: [kind('asb', null, false), kind('burglary'), kind('drugs'), kind('robbery')] };
const VIOLENCE: Counted = { kind: 'police-extract', title: 'Police extract', unit: 'offences', kinds: [kind('violence', 'homicide'), kind('violence', 'rape')] };
const ALL = { types: null, subgroups: null };

describe('kindsTitle', () => {
  it('says what is counted where nothing is chosen', () => {
    expect(kindsTitle(STREET, ALL)).toBe('All crimes without asb');
    expect(kindsTitle(VIOLENCE, ALL)).toBe('VIOLENCE');
    expect(kindsTitle({ ...STREET, kinds: STREET.kinds.slice(1) }, ALL)).toBe('All crimes');
  });

  it('names what is chosen in the order of the data set, unknown ids last and as they are', () => {
    expect(kindsTitle(STREET, { types: ['nothing', 'robbery', 'burglary'], subgroups: null })).toBe('BURGLARY, ROBBERY and nothing');
    expect(kindsTitle(VIOLENCE, { types: ['violence'], subgroups: ['rape'] })).toBe('RAPE');
  });

  it('calls a health source of a single type by its own title: the type is the same in each of them', () => {
    const attendances: Counted = { kind: 'health-counts', title: 'A&E attendances after assault', unit: 'attendances', kinds: [kind('assault')] };
    expect(kindsTitle(attendances, ALL)).toBe('A&E attendances after assault');
    expect(kindsTitle({ ...attendances, kinds: [kind('assault'), kind('self-harm')] }, { types: ['self-harm'], subgroups: null })).toBe('SELF-HARM');
  });

  it('counts them where there are too many to name', () => {
    expect(kindsTitle(STREET, { types: ['robbery', 'burglary', 'drugs'], subgroups: null }, 2)).toBe('3 types');
    expect(kindsTitle(VIOLENCE, { types: null, subgroups: ['rape', 'homicide'] }, 1)).toBe('2 offence subgroups');
  });
});

describe('joined', () => {
  it.each([[[], ''], [['A'], 'A'], [['A', 'B'], 'A and B'], [['A', 'B', 'C'], 'A, B and C']])('%j', (parts, text) => {
    expect(joined(parts)).toBe(text);
  });
});
