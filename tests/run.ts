/**
 * `npm test`: types, lint, unit, reference, calibration and architecture tests, then the browser tests.
 * Every step runs even when an earlier one failed, so that one run tells all; exits non-zero if any failed.
 */
import { spawnSync } from 'node:child_process';
import { findBrowser } from './browser/findBrowser.ts';

const BROWSER_HELP = 'No Chromium found. Install one ("apt-get install chromium") or set CHROMIUM to its path.';

function run(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n== ${title}`);
  const started = performance.now();
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  console.log(`== ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return status === 0;
}

const vitest = (...projects: string[]): string[] => ['--no-install', 'vitest', 'run', ...projects.flatMap((name) => ['--project', name])];

const results = [
  run('types', 'npx', ['--no-install', 'tsc', '--noEmit']),
  run('lint', 'npm', ['run', '--silent', 'lint']),
  run('unit, reference, calibration and architecture tests', 'npx', vitest('unit', 'reference', 'calibration', 'architecture')),
];
const browser = findBrowser() ?? installBrowser();
if (browser === null) {
  console.error(BROWSER_HELP);
  results.push(false);
} else {
  results.push(run('browser tests', 'npx', vitest('browser'), { CHROMIUM: browser }));
}
process.exit(results.every(Boolean) ? 0 : 1);

/** On a Debian-like machine where we may: its own package. Elsewhere the reader is told what to do. */
function installBrowser(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const installed = run('installing Chromium', 'sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium >/dev/null'], { DEBIAN_FRONTEND: 'noninteractive' });
  return installed ? findBrowser() : null;
}
