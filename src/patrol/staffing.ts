import type { HubProfile } from '../model/areas.ts';

export interface StaffingAssumptions {
  /** Roles whose posts can patrol, as the profile spells them. */
  readonly roles: readonly string[];
  /** Teams that share the posts, one of them on duty at a time. */
  readonly teams: number;
  /** Officers in a pair. */
  readonly perPair: number;
}

/** Five teams are the usual way to staff shifts round the clock; the profile says nothing of a hub's own rota. */
export const STAFFING_DEFAULTS: StaffingAssumptions = { roles: ['Constables', 'PCSOs'], teams: 5, perPair: 2 };

export interface StaffingSuggestion {
  /** Pairs on duty in one shift; 0 where there are too few officers for one. */
  readonly pairs: number;
  readonly posts: number;
  /** The arithmetic, line by line, and what it leaves out. */
  readonly steps: readonly string[];
  /** Which published figures it starts from; null where the hub has none. */
  readonly source: string | null;
}

/**
 * Pairs per shift that a hub's published posts would allow: posts in post / teams, rounded down, / 2, rounded down.
 * A place to start from: leave, training, sickness and other duties are not in the published figures and lower it.
 * Throws RangeError for teams or officers per pair that are not whole numbers above 0.
 */
export function suggestPairs(profile: HubProfile | null, assumptions: StaffingAssumptions = STAFFING_DEFAULTS): StaffingSuggestion {
  const { roles, teams, perPair } = assumptions;
  if (![teams, perPair].every((count) => Number.isInteger(count) && count > 0)) throw new RangeError('Teams and officers per pair are whole numbers above 0.');
  const latest = profile?.staffing.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (!latest) return { pairs: 0, posts: 0, steps: ['No staffing is published for this hub: enter the pairs on duty.'], source: null };
  const counted = latest.posts.filter(({ role }) => roles.includes(role));
  const left = latest.posts.filter(({ role }) => !roles.includes(role));
  const posts = counted.reduce((sum, { inPost }) => sum + inPost, 0);
  const onDuty = Math.floor(posts / teams);
  const pairs = Math.floor(onDuty / perPair);
  return {
    pairs, posts, source: `${latest.source} (${latest.date})`,
    steps: [
      counted.length > 0 ? `${counted.map(({ role, inPost }) => `${inPost} ${role}`).join(' + ')} in post = ${posts}.` : `None of ${roles.join(', ')} in the published posts.`,
      `${posts} / ${teams} shift teams (an assumption) = ${onDuty} on duty at a time, rounded down.`,
      `${onDuty} / ${perPair} officers a pair = ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}, rounded down.`,
      ...(pairs === 0 ? [`Fewer than ${perPair} on duty at a time: with these assumptions the hub cannot send out a pair on every shift.`] : []),
      ...(left.length > 0 ? [`Not counted: ${left.map(({ role, inPost }) => `${inPost} ${role}`).join(', ')}.`] : []),
      'Leave, training, sickness and other duties are not in the published figures.',
    ],
  };
}
