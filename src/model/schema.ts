import { config, refine, string } from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { parseMonth } from './months.ts';
import { isInnerPath } from './paths.ts';

/**
 * zod would compile object schemas with `new Function`, which the content security policy forbids: it would try when
 * a schema is made, be refused and leave a violation in the console. So src takes `* as z` from here, not from 'zod'
 * (tests/architecture holds it to that). It is zod's small form, whose checks are functions: the worker loads it before
 * the first map, and the other form is three times as large. That one brings its English words by itself.
 */
config({ ...en(), jitless: true });

export * from 'zod/mini';
export { _default as withDefault } from 'zod/mini';

/** A path inside a folder: no scheme, no leading slash, no "..". */
export const innerPath = string().check(refine(isInnerPath, 'expected a path inside the pack'));

/** A month as "2019-03". */
export const monthText = string().check(refine((text) => parseMonth(text) !== null, 'expected a month such as 2019-03'));
