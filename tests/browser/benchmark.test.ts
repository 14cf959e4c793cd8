import { describe, expect, test } from 'vitest';
import { packFiles } from './cases.ts';
import { figuresOn } from './figures.ts';
import { classCounts, printedRate, printedSummary, printedTable } from './printed.ts';
import { revisit } from './visit.ts';

const ask = packFiles();
const BOROUGHS = { Bedford: 'E06000055', 'Central Bedfordshire': 'E06000056', Luton: 'E06000032' };
const within = (code: string) => `borough = '${code}'`;

describe('Compared with a saved selection', () => {
  // Street-level crime has no ages: its rates are crude, which is what the ratio is of.
  test('areas have its classes, and the chosen places their ratio to it, with what makes its limits too wide', () => revisit(async (atlas) => {
    await atlas.filters.switchDataSet('Street-level crime (as data.police.uk publishes)');
    await atlas.filters.chooseBorough('Bedford');
    await atlas.filters.saveSelection('Bedford all');
    await atlas.filters.clearAll();
    await atlas.filters.chooseBorough('Luton');
    await atlas.filters.compareWithSaved('Bedford all');
    const saved = (await ask({ dataSet: 'street', places: within(BOROUGHS.Bedford) })).chosen;
    const answer = await ask({ dataSet: 'street', places: within(BOROUGHS.Luton), benchmark: saved?.value ?? Number.NaN });
    const { lines, legend, rates } = await figuresOn(atlas);
    expect({ lines, legend }).toEqual({ lines: printedTable(answer), legend: classCounts(answer) });
    expect(rates['Benchmark: the saved selection “Bedford all”']).toBe(printedSummary(saved));
    const apart = await atlas.screen.summaryText();
    expect(apart).toContain(`${((answer.chosen?.value ?? 0) / (saved?.value ?? 0)).toFixed(2)} times the crude rate of “Bedford all” (95% limits `);
    expect(apart).not.toContain('same offences');
    await atlas.filters.clearAll();
    expect(await atlas.screen.summaryText()).toContain('Both may count the same offences; the limits are then wider than they need be.');
  }));
});

describe('Each area compared with its own borough', () => {
  test('has the class of its borough’s rate, and stands in its borough’s part of the plot', () => revisit(async (atlas) => {
    const answers = await Promise.all(Object.values(BOROUGHS).map(async (code) => {
      const benchmark = (await ask({ places: within(code) })).chosen?.value ?? Number.NaN;
      return { benchmark, areas: (await ask({ places: within(code), benchmark })).areas.filter(({ inPlace }) => inPlace) };
    }));
    const expected = new Map(answers.flatMap(({ areas }) => areas.map(({ name, className }) => [name, className])));
    expect(new Map((await atlas.table.read()).map(({ name, className }) => [name, className]))).toEqual(expected);
    await atlas.plot.show('Caterpillar');
    const { texts } = await atlas.plot.readXml((await atlas.plot.download('SVG')).bytes.toString('utf8'));
    for (const words of [...Object.keys(BOROUGHS), ...answers.map(({ benchmark }) => printedRate(benchmark))]) expect(texts).toContain(words);
    await atlas.plot.show('Table');
  }, '/explore?v=1&benchmark=own-borough'));
});

describe('With the false discovery rate held', () => {
  test('the summary says how many of those marked may be wrong, and nothing of chance', () => revisit(async (atlas) => {
    await atlas.map.chooseConfidence('False discovery rate 5%');
    const { areas } = await ask({ confidence: 'fdr' });
    const higher = areas.filter(({ className }) => className === 'Significantly higher').length;
    const said = (await atlas.screen.summaryText()).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(new RegExp(`\\b${higher} of 381 areas read significantly higher with the false discovery rate held to 5%: .* may be wrong\\.`));
    expect(said).not.toContain('by chance');
  }));
});

describe('Areas drawn instead of listed', () => {
  test('as a well-formed SVG and a PNG that say what they show', () => revisit(async (atlas) => {
    await atlas.plot.show('Funnel');
    const svg = await atlas.plot.download('SVG');
    expect(svg.name).toBe('demonstration-bedfordshire-police-recorded-funnel.svg');
    const { root, texts } = await atlas.plot.readXml(svg.bytes.toString('utf8'));
    expect(root).toBe('svg');
    const { county } = await ask();
    expect(texts).toContain(`Bedfordshire ${printedRate(county?.value ?? Number.NaN)}`);
    expect(texts.join(' ')).toContain('DEMONSTRATION DATA');
    const png = await atlas.plot.download('PNG');
    expect([png.name, png.bytes.subarray(1, 4).toString('latin1')]).toEqual(['demonstration-bedfordshire-police-recorded-funnel.png', 'PNG']);
    // Width in the header: 960 at three dots each.
    expect(png.bytes.readUInt32BE(16)).toBe(2880);
    await atlas.plot.show('Table');
  }));
});

describe('Single areas', () => {
  test('become the filter from the card, named in the legend, and go with the chip', () => revisit(async (atlas) => {
    const [first] = await atlas.table.read();
    await atlas.table.select(first?.name ?? '');
    await atlas.screen.filterToSelected();
    expect(await atlas.filters.chosenAreas()).toBe('1 chosen area');
    expect((await atlas.screen.summary()).matching).toBe(first?.count);
    expect(await atlas.map.legendWords()).toContain(first?.name);
    await atlas.filters.removeChosenAreas();
    expect(await atlas.filters.chosenAreas()).toBeNull();
    expect((await atlas.table.read())[0]).toEqual(first);
  }));
});

describe('The legend of class and deprivation', () => {
  test('is one stop for Tab; arrow keys go to its cells, which take their class off the map', () => revisit(async (atlas) => {
    await atlas.map.focusClass('Most deprived and lower violence');
    await atlas.keyboard.press('ArrowDown');
    await atlas.keyboard.press('ArrowRight', 2);
    await atlas.keyboard.press('Enter');
    const off = (await atlas.map.legend()).filter(({ shown }) => !shown).map(({ label }) => label);
    expect(off).toEqual(['More deprived and higher violence']);
    await atlas.keyboard.tab();
    expect(await atlas.keyboard.focusedWords()).toMatch(/^Too few to say/);
  }, '/explore?v=1&measure=class-by-imd'));
});
