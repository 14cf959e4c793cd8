import { resolve } from 'node:path';
import { parseMonth } from '../src/model/months.ts';
import { loadAreaDefinition } from './areaDefinition.ts';
import { HELP } from './help.ts';
import { parseCommand, type BuildCommand, type SyntheticCommand } from './options.ts';
import { BuildProblem, printProblem } from './problem.ts';
import { endProgress, printProgress } from './progress.ts';
import type { Publications } from './sources/publications.ts';

/** `npm run geodata`: runs one command and gives the exit code. Other modules load only when needed. */
async function run(args: readonly string[]): Promise<number> {
  const command = parseCommand(args);
  switch (command.name) {
    case 'help':
      console.log(HELP);
      return 0;
    case 'verify': {
      const { verifyPack } = await import('./demo/verify.ts');
      return (await verifyPack(command.pack)) ? 0 : 1;
    }
    case 'new-area': {
      const { writeNewArea } = await import('./newArea.ts');
      console.log(await writeNewArea(command));
      return 0;
    }
    case 'demonstration': {
      const { buildDemonstrationPack } = await import('./demo/build.ts');
      await buildDemonstrationPack({ areaId: command.area, out: command.out, onProgress: printProgress });
      endProgress();
      console.log(`Demonstration pack written to ${command.out}.`);
      return 0;
    }
    case 'synthetic':
      return buildSynthetic(command);
    default:
      return build(command);
  }
}

async function build(command: BuildCommand): Promise<number> {
  const [{ buildPack }, { describeBuild }, { loadPublications }] = await Promise.all([
    import('./pack/buildPack.ts'), import('./pack/report.ts'), import('./sources/publications.ts'),
  ]);
  const started = performance.now();
  const definition = await loadAreaDefinition(command.area);
  const publications = await loadPublications(command.area);
  const raw = command.raw ?? await download(command, publications);
  const result = await buildPack({
    definition, publications, raw: resolve(raw), out: resolve(command.out), lsoa: command.lsoa ?? definition.lsoa,
    from: command.from, to: command.to, hubs: command.hubs, nte: command.nte, records: command.records, built: buildTime(), onProgress: printProgress,
  });
  endProgress();
  console.log(describeBuild(result));
  console.log(`\nPack written to ${command.out} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return 0;
}

async function buildSynthetic(command: SyntheticCommand): Promise<number> {
  const [{ buildSyntheticPack }, { describeAccounts }] = await Promise.all([import('./synthetic/build.ts'), import('./pack/report.ts')]);
  const started = performance.now();
  const { records } = command;
  const manifest = await buildSyntheticPack({
    areaId: command.area, areas: command.areas, seed: command.seed, out: resolve(command.out), onProgress: printProgress,
    records: 'rows' in records ? records : { ...records, from: monthOf(records.from), to: monthOf(records.to) },
  });
  endProgress();
  console.log(describeAccounts(manifest.dataSets));
  console.log(`\nSynthetic pack of ${manifest.partitions?.parts.length ?? 0} parts written to ${command.out} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  console.log(`Most memory used: ${(process.resourceUsage().maxRSS / 1024 ** 2).toFixed(2)} GB.`);
  return 0;
}

async function download(command: BuildCommand, publications: Publications): Promise<string> {
  const { fetchInputs } = await import('./download/fetchInputs.ts');
  return fetchInputs({ publications, area: command.area, cache: command.cache, from: command.from, to: command.to, onProgress: printProgress, onNote: printNote });
}

/** A month that the command line has checked. */
function monthOf(text: string | null): number | null {
  return text === null ? null : parseMonth(text);
}

function printNote(note: string): void {
  endProgress();
  console.log(note);
}

/** Now, or SOURCE_DATE_EPOCH (seconds), so that the same inputs can give the same bytes. */
function buildTime(): string {
  const epoch = Number(process.env['SOURCE_DATE_EPOCH'] ?? NaN);
  return new Date(Number.isFinite(epoch) ? epoch * 1000 : Date.now()).toISOString();
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  endProgress();
  if (!(error instanceof BuildProblem)) throw error;
  printProblem(error);
  process.exitCode = 1;
}
