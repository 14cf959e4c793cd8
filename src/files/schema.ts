import { config } from 'zod';

/**
 * zod would compile object schemas with `new Function`, which the content security policy forbids: it would try when
 * a schema is made, be refused and leave a violation in the console. So take `* as z` from here, not from 'zod'.
 */
config({ jitless: true });

export * from 'zod';
