import { describe, expect, it } from 'vitest';
import { peakBox, peakRows, peaksCsv } from '../../../src/features/explore/peaks.ts';
import { densityUnit, formatDensity, linesWords, surfaceLack } from '../../../src/features/explore/surfaceWords.ts';
import { listSources } from '../../../src/features/hotspots/listDrafts.ts';
import { evidenceRows } from '../../../src/features/hotspots/evidence.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import type { SurfaceRequest } from '../../../src/model/surface.ts';
import { hotspotRequest, hotspotsOf } from '../../fakes/sampleHotspots.ts';
import { samplePack, STREET } from '../../fakes/samplePack.ts';
import { surfaceOf } from '../../fakes/sampleSurface.ts';

const REQUEST: SurfaceRequest = { pack: 'bedfordshire', dataSet: 'street', selection: EVERYTHING, settings: { bandwidthMetres: 1000, levels: null } };
const pack = samplePack();

describe('peaks', () => {
  it('are known by their area’s name, ward and borough', () => {
    const rows = peakRows(pack, surfaceOf(REQUEST));
    expect(rows.map(({ position, code, name }) => [position, code, name])).toEqual([[1, pack.areas.code[0], pack.areas.name[0]], [2, pack.areas.code[2], pack.areas.name[2]]]);
  });

  it('as a file say in every row what they are of, with the caution', () => {
    const answer = surfaceOf(REQUEST, { caution: 'Points are moved.' });
    const [header, ...lines] = peaksCsv({ pack, entry: STREET, answer }).replace('\uFEFF', '').trim().split('\r\n');
    expect(header).toMatch(/^Peak,LSOA code,LSOA name,Ward,Borough,Longitude,Latitude,Density \(crimes per km² a year\),/);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(`1,${pack.areas.code[0] ?? ''},`);
    expect(lines[0]).toContain(',-0.42,51.88,1027,9356,');
    expect(lines.every((line) => line.includes('Points are moved.') && line.includes('bandwidth 1000 m, cells of 200 m, over 5 years'))).toBe(true);
  });

  it('are shown with three bandwidths round them', () => {
    const [west, south, east, north] = peakBox({ longitude: -0.42, latitude: 51.88 }, 1000);
    expect((north - south) * 111_320).toBeCloseTo(6000, 6);
    expect((east - west) * 111_320 * Math.cos((51.88 * Math.PI) / 180)).toBeCloseTo(6000, 6);
    expect([(west + east) / 2, (south + north) / 2].map((value) => value.toFixed(6))).toEqual(['-0.420000', '51.880000']);
  });

  it('can be kept as a list: their areas once each, densest first, with density and events', () => {
    const answer = hotspotsOf(hotspotRequest(), pack.areas.code.length);
    const rows = evidenceRows(answer, pack.areas, null);
    const twice = surfaceOf(REQUEST, { peaks: [...surfaceOf(REQUEST).peaks, { area: 0, longitude: -0.42, latitude: 51.9, perKm2Year: 1, events: 1 }], caution: 'Points are moved.' });
    const source = listSources(answer, rows, new Set(), null, twice).find(({ id }) => id === 'peaks');
    expect(source?.areas).toEqual([
      { code: pack.areas.code[0], evidence: 'density peak: 1,030 per km² a year; 9,356 events within 1,000 m' }, { code: pack.areas.code[2], evidence: 'density peak: 83.3 per km² a year; 832 events within 1,000 m' },
    ]);
    expect(source?.method).toBe('Peaks of a quartic kernel density surface, bandwidth 1,000 m. Points are moved.');
    expect(listSources(answer, rows, new Set(), null, null).some(({ id }) => id === 'peaks')).toBe(false);
  });
});

describe('words on the surface', () => {
  it('name unit and time', () => {
    expect(densityUnit(STREET, EVERYTHING)).toBe('crimes per km² a year');
    expect(densityUnit(STREET, { ...EVERYTHING, hours: { from: 19, to: 7 } })).toBe('crimes per km² a year in these hours');
    expect(densityUnit(STREET, { ...EVERYTHING, monthsOfYear: [6] })).toBe('crimes per km² a year of these months');
    expect(densityUnit(STREET, { ...EVERYTHING, days: [4], monthsOfYear: [6] })).toBe('crimes per km² a year in these hours and months');
    expect([1027.4, 83.25, 0.01234, 0].map(formatDensity)).toEqual(['1,030', '83.3', '0.0123', '0']);
  });

  it('say when no line or few are reached, and nothing otherwise', () => {
    expect(linesWords(STREET, surfaceOf(REQUEST, { events: 0, highest: 0 }))).toBe('No crimes match, so there is no line.');
    expect(linesWords(STREET, surfaceOf(REQUEST, { highest: 12.34 }))).toBe('Crimes are nowhere denser than 12.3: below every line. Rescale may help.');
    expect(linesWords(STREET, surfaceOf(REQUEST, { levels: [50, 100, 200, 500, 1000], highest: 120 }))).toContain('Rescale would draw more lines');
    expect(linesWords(STREET, surfaceOf(REQUEST))).toBeNull();
  });

  it('say beforehand why a data set has none', () => {
    expect(surfaceLack({ disclosureThreshold: 5, kind: 'health-counts' })).toContain('withholds small counts');
    expect(surfaceLack({ disclosureThreshold: 0, kind: 'health-counts' })).toContain('without points');
    expect(surfaceLack({ disclosureThreshold: 0, kind: 'street' })).toBeNull();
  });
});
