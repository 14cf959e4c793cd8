import { useEffect, useMemo, useState } from 'react';
import { useAtlasStore } from '../../../store/react.ts';
import { useSteady } from '../useSteady.ts';
import { createPacer } from './pacer.ts';

/** What to show of a choice (its own newest value, before its figures come) and how to choose; see createPacer. */
export function usePaced<T>(value: T, onChange: (value: T) => void): readonly [shown: T, choose: (value: T) => void] {
  const store = useAtlasStore();
  const [ahead, setAhead] = useState<{ readonly value: T } | null>(null);
  const pass = useSteady(onChange);
  const pacer = useMemo(() => createPacer<T>({
    pass: (next) => {
      setAhead(null);
      pass(next);
    },
    busy: () => store.getState().evaluating,
    whenFree: (action) => {
      const end = store.subscribe(({ evaluating }) => {
        if (evaluating) return;
        end();
        action();
      });
      return end;
    },
    nextFrame: (action) => {
      const frame = requestAnimationFrame(action);
      return () => cancelAnimationFrame(frame);
    },
  }), [store, pass]);
  useEffect(() => () => pacer.stop(), [pacer]);
  const choose = (next: T): void => {
    setAhead({ value: next });
    pacer.offer(next);
  };
  return [ahead === null ? value : ahead.value, choose];
}
