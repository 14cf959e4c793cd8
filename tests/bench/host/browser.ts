import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../browser/findBrowser.ts';

/** As the browser tests start it, so that figures belong to what is tested; the GPU is software. */
const ARGUMENTS = [
  '--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-dev-shm-usage',
];

/** @throws Error with what to do where there is no browser */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium found. Install one or set CHROMIUM to its path.');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
