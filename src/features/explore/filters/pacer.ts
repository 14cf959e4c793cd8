/** What a pacer needs of the page. */
export interface PacerPorts<T> {
  readonly pass: (value: T) => void;
  /** True while the figures of what was passed on last are not on screen. */
  readonly busy: () => boolean;
  /** Calls back once when they are; the return value gives up waiting. */
  readonly whenFree: (action: () => void) => () => void;
  /** Calls back in the next frame; the return value gives up waiting. */
  readonly nextFrame: (action: () => void) => () => void;
}

export interface Pacer<T> {
  /** Passes a value on: at once, or, while an earlier one is under way, as the newest of those that wait. */
  offer(value: T): void;
  /** True while a value waits. */
  waits(): boolean;
  /** Drops what waits. */
  stop(): void;
}

/**
 * Lets a control that moves faster than its figures come (a handle under the pointer) ask for one thing at a time: one
 * value a frame at most, the next only when the last one's figures stand in a frame, and always the newest. So every
 * answer is current when it comes; without this a drag would overtake each of them and show nothing until it rests.
 */
export function createPacer<T>({ pass, busy, whenFree, nextFrame }: PacerPorts<T>): Pacer<T> {
  let waiting: { readonly value: T } | null = null;
  let giveUp: (() => void) | null = null;

  const rest = (): void => {
    // One frame for what was passed on; then its figures.
    giveUp = nextFrame(() => {
      giveUp = busy() ? whenFree(free) : null;
      if (giveUp === null) goOn();
    });
  };
  const free = (): void => {
    giveUp = nextFrame(() => {
      giveUp = null;
      goOn();
    });
  };
  const goOn = (): void => {
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    rest();
    pass(value);
  };
  return {
    offer(value) {
      waiting = { value };
      if (giveUp === null) goOn();
    },
    waits: () => waiting !== null,
    stop() {
      giveUp?.();
      [giveUp, waiting] = [null, null];
    },
  };
}
