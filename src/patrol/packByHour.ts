/** Minutes of work that may be done in the hours `first` to `last`, both included. */
export interface Item {
  /** Worth of a minute of it. */
  readonly worth: number;
  readonly minutes: number;
  readonly first: number;
  readonly last: number;
}

const NOTHING = 1e-9;

/**
 * The most that can be done within the hours, in worth: `forced` items first, then the worthiest. `spare` minutes lie
 * in no hour and serve any item; in all no more than `limit` minutes of the unforced items are done. Work that may be
 * split and moved between its hours is a polymatroid, so that taking the worthiest first, and moving what was taken
 * before out of its way, gives the maximum (Edmonds, in: Combinatorial Structures and Their Applications, 1970).
 */
export function packByHour(hours: readonly number[], spare: number, limit: number, items: readonly Item[], forced: readonly Item[]): number {
  const packer = new Packer([...hours, spare]);
  for (const item of forced) packer.take(item, item.minutes);
  let left = limit;
  let total = 0;
  for (const item of items.toSorted((a, b) => b.worth - a.worth)) {
    const done = packer.take(item, Math.min(left, item.minutes));
    left -= done;
    total += done * item.worth;
  }
  return total;
}

/** The step by which an hour was reached: from which hour, by moving whose work; -1 = the new item itself. */
interface Reached {
  readonly from: number;
  readonly mover: number;
}

class Packer {
  /** Minutes left by hour; the last one is the spare. */
  private readonly free: number[];
  private readonly items: Item[] = [];
  private readonly work: number[][] = [];

  constructor(hours: readonly number[]) {
    this.free = [...hours];
  }

  /** Puts in as many of the minutes as can be made room for; returns how many. */
  take(item: Item, minutes: number): number {
    const own = this.free.map(() => 0);
    this.items.push(item);
    this.work.push(own);
    let done = 0;
    while (minutes - done > NOTHING) {
      const path = this.findRoom(item);
      if (!path) break;
      const amount = path.reduce((least, { mover, from }) => (mover < 0 ? least : Math.min(least, this.work[mover]?.[from] ?? 0)), Math.min(minutes - done, this.free[path[0]?.to ?? 0] ?? 0));
      for (const { to, from, mover } of path) {
        const moved = this.work[mover] ?? own;
        moved[to] = (moved[to] ?? 0) + amount;
        if (mover >= 0) moved[from] = (moved[from] ?? 0) - amount;
      }
      const room = path[0]?.to ?? 0;
      this.free[room] = (this.free[room] ?? 0) - amount;
      done += amount;
    }
    return done;
  }

  /** Shortest chain of moves that frees one of the item's hours, from the hour with room backwards; null where none does. */
  private findRoom(item: Item): (Reached & { to: number })[] | null {
    const reached = new Map<number, Reached>();
    const queue = this.hoursOf(item);
    for (const hour of queue) reached.set(hour, { from: -1, mover: -1 });
    for (let i = 0; i < queue.length; i += 1) {
      const hour = queue[i] ?? 0;
      if ((this.free[hour] ?? 0) > NOTHING) return chain(reached, hour);
      this.work.forEach((work, mover) => {
        const other = this.items[mover];
        if (!other || (work[hour] ?? 0) <= NOTHING) return;
        for (const next of this.hoursOf(other)) {
          if (reached.has(next)) continue;
          reached.set(next, { from: hour, mover });
          queue.push(next);
        }
      });
    }
    return null;
  }

  private hoursOf({ first, last }: Item): number[] {
    return [...Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step), this.free.length - 1];
  }
}

function chain(reached: ReadonlyMap<number, Reached>, room: number): (Reached & { to: number })[] {
  const path: (Reached & { to: number })[] = [];
  for (let to = room; to >= 0;) {
    const step = reached.get(to) ?? { from: -1, mover: -1 };
    path.push({ ...step, to });
    to = step.from;
  }
  return path;
}
