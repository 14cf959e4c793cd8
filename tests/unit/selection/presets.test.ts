import { describe, expect, it } from 'vitest';
import type { DataSetEntry } from '../../../src/model/manifest.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { describeSelection } from '../../../src/selection/describe.ts';
import { effectiveSelection } from '../../../src/selection/effective.ts';
import { type PresetId, PRESETS, presetIsOn, presetOff, presetPressed, presetProblem } from '../../../src/selection/presets.ts';
import { POLICE, samplePack, STREET } from '../../fakes/samplePack.ts';

const { places } = samplePack();
const preset = (id: PresetId) => PRESETS.find((each) => each.id === id) ?? expect.fail(`no preset ${id}`);
const press = (selection: Selection, ids: readonly PresetId[], entry: DataSetEntry = POLICE) =>
  ids.reduce((now, id) => ({ ...now, ...presetPressed(preset(id), now, entry) }), selection);
const onIn = (selection: Selection, entry: DataSetEntry = POLICE) => PRESETS.filter((each) => presetIsOn(each, selection, entry)).map(({ id }) => id);
const problems = (entry: DataSetEntry) => Object.fromEntries(PRESETS.map((each) => [each.id, presetProblem(each, entry)]));
const words = (id: PresetId, entry = POLICE) => describeSelection(press(EVERYTHING, [id], entry), entry, places);
/** As a force's whole extract: violence by subgroup, other types without. */
const kind = (type: string, typeTitle: string) => ({ type, typeTitle, subgroup: null, subgroupTitle: null, crime: true });
const WHOLE: DataSetEntry = { ...POLICE, kinds: [...POLICE.kinds, kind('public-order', 'Public order'), kind('burglary', 'Burglary')] };

describe('presets', () => {
  it('choose what they say, show as on, and can be taken back', () => {
    for (const each of PRESETS) {
      const on = press(EVERYTHING, [each.id]);
      expect([each.id, presetIsOn(each, EVERYTHING, POLICE), onIn(on)]).toEqual([each.id, false, [each.id]]);
      expect({ ...on, ...presetOff(each, POLICE) }).toEqual(EVERYTHING);
      expect([each.id, effectiveSelection(on, POLICE, places).dropped]).toEqual([each.id, []]);
    }
  });

  it('take the last twelve months of the data set', () => {
    expect(preset('last-12-months').patch(STREET)).toEqual({ period: { from: '2023-01', to: '2023-12' } });
    expect(preset('weekend-nights').patch(POLICE)).toEqual({ days: [4, 5], hours: { from: 19, to: 7 } });
  });

  it('are off for a data set without months', () => {
    expect(onIn(EVERYTHING, { ...POLICE, months: [] })).toEqual([]);
  });

  it('say why a data set cannot give them', () => {
    expect(Object.values(problems(POLICE))).toEqual(PRESETS.map(() => null));
    expect(problems(STREET)).toMatchObject({
      nte: 'data.police.uk publishes the month of each crime, not the day or hour.', summer: null,
      'violence-against-women-and-girls': 'This data set does not hold the sex of the victim. This data set does not hold the age of the victim.',
      'serious-youth-violence': 'data.police.uk publishes 14 broad categories, without offence subgroups. This data set does not hold the age of the victim.',
      'domestic-abuse': 'data.police.uk publishes no flags such as domestic abuse or knife.',
    });
    expect(problems({ ...POLICE, kinds: [kind('burglary', 'Burglary')], months: [] })).toMatchObject({
      'violence-against-women-and-girls': 'This data set holds nothing of what it chooses.', 'serious-youth-violence': 'This data set holds nothing of what it chooses.', 'last-12-months': 'This data set holds nothing of what it chooses.',
    });
  });
});

describe('presets of people', () => {
  it('say in the filter’s words what they count', () => {
    expect(words('violence-against-women-and-girls')).toBe('Violence and sexual offences, female victims aged 10 and over, Jan 2019 to Dec 2023');
    expect(words('violence-against-women-and-girls', WHOLE)).toBe('Violence and sexual offences and Public order, female victims aged 10 and over, Jan 2019 to Dec 2023');
    expect(words('serious-youth-violence', WHOLE)).toBe('Homicide and Violence with injury, victims aged 10-24, Jan 2019 to Dec 2023');
    expect(words('domestic-abuse')).toBe('Violence and sexual offences, with domestic abuse, Jan 2019 to Dec 2023');
  });

  it('leave a choice of subgroups and hours alone that they do not set', () => {
    const chosen = { ...EVERYTHING, subgroups: ['rape'], hours: { from: 19, to: 7 } };
    expect(press(chosen, ['violence-against-women-and-girls', 'domestic-abuse'])).toEqual({ ...chosen, sexes: [0], ages: Array.from({ length: 17 }, (_, at) => at + 2), flags: [0] });
  });

  it('hold together where they are about different things', () => {
    expect(onIn(press(EVERYTHING, ['violence-against-women-and-girls', 'domestic-abuse', 'nte', 'summer']))).toEqual(['nte', 'summer', 'violence-against-women-and-girls', 'domestic-abuse']);
  });

  it('take the place of one that sets the same clause, leaving no half of it', () => {
    for (const entry of [POLICE, WHOLE]) {
      const youth = press(EVERYTHING, ['violence-against-women-and-girls', 'serious-youth-violence'], entry);
      expect(youth).toEqual(press(EVERYTHING, ['serious-youth-violence'], entry));
      expect(press(youth, ['violence-against-women-and-girls'], entry)).toEqual(press(EVERYTHING, ['violence-against-women-and-girls'], entry));
    }
    expect(press(EVERYTHING, ['weekend-nights', 'nte'])).toEqual(press(EVERYTHING, ['nte']));
  });

  it('are on in whatever order the same things were ticked', () => {
    expect(onIn({ ...EVERYTHING, subgroups: ['violence-with-injury', 'homicide'], ages: [4, 2, 3] })).toEqual(['serious-youth-violence']);
    expect(onIn({ ...EVERYTHING, subgroups: ['violence-with-injury'], ages: [2, 3, 4] })).toEqual([]);
  });
});
