import { compare } from './compare.ts';
import { memoryOfOurs } from './memory.ts';
import { statistics } from './statistics.ts';
import { victims } from './victims.ts';

/** What `npm run bench` calls from outside. */
const benchPage = { compare, statistics, victims, memoryOfOurs };
export type BenchPage = typeof benchPage;
Object.assign(window, { benchPage });
