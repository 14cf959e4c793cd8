import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Bytes of a file below tests/fixtures, in a buffer of their own. */
export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))));
}

const referenceSchema = z.object({
  cases: z.array(z.discriminatedUnion('group', [
    z.object({
      group: z.literal('file'),
      inputs: z.object({ file: z.string() }),
      expected: z.object({ check_fgb: z.object({
        valid: z.boolean(), envelope: z.array(z.number()).nullish(), features_count: z.number().optional(), crs: z.string().nullish(), errors: z.array(z.string()),
      }) }),
    }),
    z.object({
      group: z.literal('query'),
      inputs: z.object({ file: z.string(), bbox: z.array(z.number()) }),
      expected: z.object({ bbox_overlap: z.array(z.union([z.string(), z.number()])) }),
    }),
  ])),
});

/** The FlatGeobuf reference cases (GDAL 3.6.2), from the fixture or from another copy of the file. */
export function flatGeobufCases(bytes: Uint8Array = fixture('reference/h_flatgeobuf.json')) {
  const { cases } = referenceSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return {
    files: cases.filter((each) => each.group === 'file'),
    queries: cases.filter((each) => each.group === 'query'),
  };
}
