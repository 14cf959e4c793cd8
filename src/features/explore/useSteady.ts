import { useEffect, useRef, useState } from 'react';

/** The same function for ever, which calls the newest one given: what takes it need not be drawn again. For handlers of events, not for drawing. */
export function useSteady<Arguments extends readonly unknown[], Result>(newest: (...values: Arguments) => Result): (...values: Arguments) => Result {
  const held = useRef(newest);
  useEffect(() => {
    held.current = newest;
  });
  const [steady] = useState(() => (...values: Arguments): Result => held.current(...values));
  return steady;
}
