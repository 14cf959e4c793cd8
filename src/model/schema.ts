import { config, string } from 'zod';
import { parseMonth } from './months.ts';

/**
 * zod would compile object schemas with `new Function`, which the content security policy forbids: it would try when
 * a schema is made, be refused and leave a violation in the console. So src takes `* as z` from here, not from 'zod'
 * (tests/architecture holds it to that).
 */
config({ jitless: true });

export * from 'zod';

/** A path inside a folder: no scheme, no leading slash, no "..". */
export const innerPath = string().regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/, 'expected a path inside the pack');

/** A month as "2019-03". */
export const monthText = string().refine((text) => parseMonth(text) !== null, 'expected a month such as 2019-03');
