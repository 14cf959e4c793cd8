import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settle } from '../../fakes/fakeWorker.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const NO_HOURS = 'The choice of weekdays and hours is not applied. data.police.uk publishes the month of each crime, not the day or hour.';
const NO_AGE = 'A standardised rate needs the age of each victim, which this data set does not hold. The crude rate is shown instead.';

type Harness = ReturnType<typeof createHarness>;
async function switchTo(atlas: Harness, dataSet: string) {
  atlas.state().setDataSet(dataSet);
  await settle();
  await atlas.openDataSet();
}

describe('notices', () => {
  it('on what a data set cannot answer go with it, those on the address stay', async () => {
    const atlas = createHarness('#/explore?v=1&data=street&days=fri&hours=19-7&measure=dsr-class&colour=red');
    await atlas.open();
    const [address] = atlas.state().notices;
    expect(atlas.state().notices).toEqual([expect.stringContaining('colour=red'), NO_AGE, NO_HOURS]);
    await switchTo(atlas, 'police-recorded');
    expect(atlas.state().notices).toEqual([address]);
    await switchTo(atlas, 'street');
    expect(atlas.state().notices).toEqual([address, NO_AGE, NO_HOURS]);
  });

  it('do not pile up over data sets, not even what was opened instead', async () => {
    const atlas = createHarness('#/explore?v=1&data=dreams&area=E01999999');
    await atlas.open();
    expect(atlas.state().notices).toHaveLength(2);
    await switchTo(atlas, 'street');
    await switchTo(atlas, 'police-recorded');
    expect(atlas.state().notices).toEqual([]);
  });

  it('follow the selection while they are shown, and stay away once dismissed', async () => {
    const atlas = createHarness('#/explore?v=1&data=street&days=fri&hours=19-7');
    await atlas.open();
    atlas.state().setSelection({ hours: null });
    expect(atlas.state().notices).toEqual(['The choice of weekdays is not applied. data.police.uk publishes the month of each crime, not the day or hour.']);
    atlas.state().dismissNotices();
    atlas.state().setSelection({ hours: { from: 1, to: 2 } });
    expect(atlas.state().notices).toEqual([]);
    atlas.state().clearSelection();
    await atlas.evaluateAll();
    expect(atlas.state().notices).toEqual([]);
  });

  it('are the same list while a camera moves', async () => {
    const atlas = createHarness('#/explore?v=1&data=street&days=fri');
    await atlas.open();
    const { notices } = atlas.state();
    atlas.state().setCamera({ zoom: 11, latitude: 51.9, longitude: -0.4 });
    expect(atlas.state().notices).toBe(notices);
  });

  it('speak of an edited address that stays in the same data set', async () => {
    const atlas = createHarness('#/explore?v=1&data=street');
    await atlas.open();
    atlas.location.type('#/explore?v=1&pack=bedfordshire&data=street&days=fri&hours=19-7&type=burglary,dreams&area=E01000001,E01999999&nonsense=1');
    await atlas.evaluateAll();
    expect(atlas.state().notices).toEqual([
      expect.stringContaining('nonsense=1'), 'The address selects E01999999, which is not in this pack.', '"dreams" is not in "Street crime", so that choice is not applied.', NO_HOURS,
    ]);
    expect([atlas.state().view.areas, atlas.state().evaluation?.request.selection.types]).toEqual([['E01000001'], ['burglary']]);
    atlas.location.type('#/explore?v=1&pack=bedfordshire&data=street');
    await atlas.evaluateAll();
    expect(atlas.state().notices).toEqual([]);
  });
});
