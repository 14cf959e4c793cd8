import { z } from 'zod';

/**
 * zod would compile object schemas with `new Function`, which the content security policy forbids: it would try,
 * be refused and leave a violation in the console. Take `z` from here, not from 'zod'.
 */
z.config({ jitless: true });

export { z };
