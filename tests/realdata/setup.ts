import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The real-data tests skip where GEODATA_RAW is not set, so that the product tests anywhere. Where it is set and
 * wrong, nothing may pass as if it had been tested.
 */
export default function setup(): void {
  const raw = process.env['GEODATA_RAW'];
  if (raw === undefined || raw === '') return;
  if (!existsSync(join(raw, 'boundaries')) || !existsSync(join(raw, 'police'))) {
    throw new Error(`GEODATA_RAW is "${raw}", which holds no folders "boundaries" and "police". Set it to the folder of published files, or unset it to skip these tests.`);
  }
}
