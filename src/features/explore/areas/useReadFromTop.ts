import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { AreaView } from './areaViews.ts';

/** What comes in place of something else is read from its top; done before the table brings its selected row into view. */
export function useReadFromTop(shown: AreaView): RefObject<HTMLDivElement | null> {
  const region = useRef<HTMLDivElement>(null);
  const last = useRef(shown);
  useLayoutEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    region.current?.scrollTo({ top: 0 });
  }, [shown]);
  return region;
}
