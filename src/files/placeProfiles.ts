import * as z from '../model/schema.ts';

/** What is published about a hub or a night-time hotspot: in area definitions and, copied from there, in `places.fgb`. */

const count = z.int().check(z.minimum(0));
const share = z.number().check(z.minimum(0), z.maximum(1));
const shares = z.array(z.strictObject({ title: z.string(), share }));

export const hubProfile = z.strictObject({
  kind: z.literal('hub'),
  staffing: z.array(z.strictObject({
    date: z.monthText,
    source: z.string(),
    posts: z.array(z.strictObject({ role: z.string(), inPost: z.number(), budgeted: z.nullable(z.number()) })),
  })),
});

export const nteProfile = z.strictObject({
  kind: z.literal('nte'),
  period: z.strictObject({ from: z.monthText, to: z.monthText }),
  hours: z.tuple([z.int().check(z.minimum(0), z.maximum(23)), z.int().check(z.minimum(0), z.maximum(24))]),
  offences: count,
  asbIncidents: count,
  offencesPerWeekend: z.number().check(z.minimum(0)),
  keyLocations: shares,
  topOffences: shares,
  domesticShare: share,
  hateShare: share,
  peak: z.string(),
  source: z.string(),
});
