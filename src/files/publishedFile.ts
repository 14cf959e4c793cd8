import type { Outcome } from '../model/pack.ts';
import type { PublishedFigures } from '../model/published.ts';
import * as z from '../model/schema.ts';
import { failed, succeeded } from './outcome.ts';
import { parseJson } from './text.ts';

const text = z.string().check(z.minLength(1));
/** `figure id/row id/column id`; ids of several wards counted together are joined by "+". */
const key = z.string().check(z.regex(/^[a-z0-9-]+\/[\w.+-]+\/[\w.-]+$/, 'expected figure/row/column'));

const publishedFigures = z.strictObject({
  title: text,
  numbers: z.record(z.string(), text),
  values: z.array(z.strictObject({
    key,
    value: z.number(),
    lower: z.nullable(z.number()),
    upper: z.nullable(z.number()),
    period: z.nullable(z.strictObject({ from: z.monthText, to: z.monthText })),
    lsoaVintage: z.nullable(z.enum(['2011', '2021'])),
    source: text,
    note: z.nullable(z.string()),
  })),
  beyond: z.array(z.strictObject({ numbers: z.string(), title: text, reason: text })),
  notes: z.array(z.string()),
}).check(z.refine(({ values }) => new Set(values.map((value) => value.key)).size === values.length, { path: ['values'], message: 'a key stands twice' }));

/** Checks what published.json says; every part, so that the assessment can rely on it. */
export function parsePublished(json: unknown, name: string): Outcome<PublishedFigures> {
  const result = publishedFigures.safeParse(json);
  if (result.success) return succeeded(result.data);
  const [issue] = result.error.issues;
  return failed(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}.`, name, 'Correct the place named, or leave the file out: the pack opens without it.');
}

/** Reads the bytes of published.json. */
export function decodePublished(bytes: Uint8Array, name: string): Outcome<PublishedFigures> {
  const json = parseJson(bytes, name);
  return json.ok ? parsePublished(json.value, name) : json;
}
