import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAreaDefinition, parseAreaDefinition } from '../../../../geodata/areaDefinition.ts';
import { writeNewArea } from '../../../../geodata/newArea.ts';
import { HELP } from '../../../../geodata/help.ts';
import { parseCommand } from '../../../../geodata/options.ts';
import { loadPublications } from '../../../../geodata/sources/publications.ts';
import { build, DEFINITION, SOUTHAM, temporaryFolder, writeInputs } from '../pack/miniCounty.ts';

const words = (line: string): string[] => (line === '' ? [] : line.split(' '));

describe('parseCommand', () => {
  it('reads every command', () => {
    expect(parseCommand([])).toEqual({ name: 'help' });
    expect(parseCommand(['--help'])).toEqual({ name: 'help' });
    expect(parseCommand(words('verify public/packs/x'))).toEqual({ name: 'verify', pack: 'public/packs/x' });
    expect(parseCommand(['new-area', 'cambs', '--lad', 'E07000008, E07000009', '--title', 'Cambridge area'])).toEqual({ name: 'new-area', id: 'cambs', lad: ['E07000008', 'E07000009'], title: 'Cambridge area' });
    expect(parseCommand(words('--area bedfordshire --demonstration'))).toEqual({ name: 'demonstration', area: 'bedfordshire', out: 'public/packs/bedfordshire' });
    expect(parseCommand(words('--area bedfordshire --raw d --lsoa 2021 --from 2019-01 --to 2023-12 --hubs h --nte n --out o'))).toEqual({
      name: 'build', area: 'bedfordshire', raw: 'd', cache: '.cache', out: 'o', lsoa: '2021', from: '2019-01', to: '2023-12', hubs: 'h', nte: 'n', records: null,
    });
    expect(parseCommand(words('--area bedfordshire --raw d --records r/*.parquet --temp t'))).toMatchObject({ records: { pattern: 'r/*.parquet', temp: 't' } });
    expect(parseCommand(words('--area england-wales --synthetic'))).toEqual({
      name: 'synthetic', area: 'england-wales', out: 'public/packs/england-wales', areas: null, seed: 1, records: { rows: 33_000_000, months: 60 },
    });
    expect(parseCommand(words('--area england-wales --synthetic --areas 500 --seed 3 --rows 9 --months 2 --out o'))).toMatchObject({ out: 'o', areas: 500, seed: 3, records: { rows: 9, months: 2 } });
    expect(parseCommand(words('--area england-wales --synthetic --records r --from 2020-01'))).toMatchObject({ records: { pattern: 'r', from: '2020-01', to: null, temp: null } });
    expect(parseCommand(words('--area bedfordshire --download'))).toMatchObject({ raw: null, out: 'public/packs/bedfordshire', lsoa: null });
  });

  it.each([
    ['--area x --rwa d', "Unknown option '--rwa'"], ['--raw d', 'Say which area'], ['--area x', 'Give either --raw DIR or --download'],
    ['--area x --raw d --download', 'Give either'], ['--area x --raw d --lsoa 2001', '--lsoa is 2011 or 2021'], ['--area x --raw d --from 2019-1', 'expected a month'],
    ['--area x --raw d --from 2020-01 --to 2019-01', 'is after'], ['verify', 'Write it as: verify PACK'], ['verify a b', 'Write it as'], ['verify a --raw d', '--raw does not go with verify'],
    ['new-area x --title y', 'new-area needs --lad'], ['new-area x --lad E06000032', 'new-area needs --title'], ['build', '"build" is not a command'],
    ['--area x --synthetic --rows 1e6', '--rows is "1e6", expected a whole number from 0'], ['--area x --synthetic --months 0', 'expected a whole number from 1 to 2400'], ['--area x --synthetic --raw d', '--raw does not go with synthetic'],
    ['--area x --synthetic --records r --rows 9', '--rows does not go with records that are read'], ['--area x --synthetic --from 2020-01', '--from does not go with records that are made'], ['--area x --raw d --temp t', '--temp goes with --records only'],
    ['--area x --demonstration --hubs f', '--hubs does not go with demonstration'], ['--area x --raw d --lad E06000032', '--lad does not go with building a pack'],
  ])('refuses "%s" and shows the help', (line, message) => {
    expect(() => parseCommand(words(line))).toThrow(message);
    expect(() => parseCommand(words(line))).toThrow(HELP);
  });
});

function run(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['--import', 'tsx', 'geodata/cli.ts', ...args], { encoding: 'utf8' });
}

describe('the program', () => {
  it('exits with 1, says where and what to do, and leaves the pack alone', async () => {
    const out = join(await temporaryFolder(), 'bedfordshire');
    await mkdir(out);
    await writeFile(join(out, 'manifest.json'), 'good');
    const { status, stderr } = run('--area', 'bedfordshire', '--raw', await writeInputs(), '--out', out);
    expect(status).toBe(1);
    expect(stderr).toContain('Stopped: No LSOA of Bedford (E06000055) is in the lookup\n  Where: lookup.csv\n  What to do: ');
    expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe('good');
  });

  it('says how a country can be built', () => {
    const { status, stderr } = run('--area', 'england-wales', '--raw', '.');
    expect([status, stderr.includes('--synthetic')]).toEqual([1, true]);
  });

  it('refuses unknown options, and helps', () => {
    const wrong = run('--arae', 'bedfordshire');
    expect([wrong.status, wrong.stderr.includes('npm run geodata -- verify PACK')]).toEqual([1, true]);
    const help = run('--help');
    expect([help.status, help.stdout.trim()]).toEqual([0, HELP]);
  });
});

describe('new-area', () => {
  it('writes a definition from which a pack can be built', async () => {
    const areas = await temporaryFolder();
    const said = await writeNewArea({ id: 'southam', lad: [SOUTHAM], title: 'Southam' }, areas);
    expect(said).toContain(`Write the names of ${SOUTHAM} into area.json.`);
    const definition = await loadAreaDefinition('southam', areas);
    expect(definition.boroughs).toEqual([{ code: SOUTHAM, name: SOUTHAM }]);
    const result = await build(await writeInputs(), join(areas, 'pack'), { definition, publications: await loadPublications('southam', areas), lsoa: definition.lsoa });
    expect(result.manifest.dataSets[0]?.account).toMatchObject({ read: 12, kept: 5 });
    expect(result.manifest.jumps).toEqual([{ title: 'All of Southam', box: [-0.46, 52, -0.42, 52.02] }]);
  });

  it('knows Bedfordshire\'s boroughs and keeps national addresses only', async () => {
    const areas = await temporaryFolder();
    await writeNewArea({ id: 'luton', lad: ['E06000032'], title: 'Luton' }, areas);
    expect((await loadAreaDefinition('luton', areas)).boroughs).toEqual([{ code: 'E06000032', name: 'Luton' }]);
    const { sources } = await loadPublications('luton', areas);
    const addresses = sources.flatMap((source) => source.downloads.map(() => source.role));
    expect([...new Set(addresses)].toSorted()).toEqual(['imd-2019', 'imd-2025', 'residents']);
  });

  it('refuses an area that exists, a code given twice and a code that is none', async () => {
    const areas = await temporaryFolder();
    await writeNewArea({ id: 'a', lad: ['E06000032'], title: 'A' }, areas);
    await expect(writeNewArea({ id: 'a', lad: ['E06000032'], title: 'A' }, areas)).rejects.toThrow('exists already');
    await expect(writeNewArea({ id: 'b', lad: ['E06000032', 'E06000032'], title: 'B' }, areas)).rejects.toThrow('given twice');
    await expect(writeNewArea({ id: 'c', lad: ['Luton'], title: 'C' }, areas)).rejects.toThrow('a local authority code such as E06000032');
    await expect(writeNewArea({ id: 'C D', lad: ['E06000032'], title: 'C' }, areas)).rejects.toThrow('lower case letters');
  });
});

describe('area definitions', () => {
  it('of Bedfordshire names seven hubs, four hotspots and where to jump to', async () => {
    const area = await loadAreaDefinition('bedfordshire');
    expect(area.hubs.map(({ id }) => id)).toEqual(['north-rural', 'north-urban', 'central-north', 'central-south', 'luton-south', 'luton-north', 'luton-airport']);
    const south = area.hubs.find(({ id }) => id === 'luton-south')?.profile?.staffing;
    expect(south?.map(({ date, posts }) => [date, ...posts.map(({ inPost, budgeted }) => [inPost, budgeted])])).toEqual([
      ['2021-03', [2, null], [11, null], [9, null]], ['2022-12', [2, 3], [9, 12], [9, 12]], ['2024-06', [3, 3], [13, 14], [8, 11]],
    ]);
    expect(area.nteHotspots.map(({ id, profile }) => [id, profile?.offences, profile?.asbIncidents])).toEqual([
      ['luton', 2112, 625], ['bedford', 1488, 381], ['dunstable', 482, 140], ['leighton-buzzard', 272, 117],
    ]);
    expect(area.jumps.map(({ title }) => title)).toEqual(['Whole county', 'Luton and Dunstable', 'Bedford', 'Leighton Buzzard']);
  });

  it('are refused with the place of the fault', async () => {
    expect(() => parseAreaDefinition({ ...DEFINITION, lsoa: '2001' }, 'area.json')).toThrow('area.json, at lsoa');
    expect(() => parseAreaDefinition({ ...DEFINITION, boroughs: [{ code: SOUTHAM, name: 'S' }] }, 'area.json')).toThrow('"North hub" lies in E06000901');
    await expect(loadAreaDefinition('atlantis')).rejects.toThrow('There is no area "atlantis"');
    await expect(loadAreaDefinition('../etc')).rejects.toThrow('is not an area id');
  });
});
