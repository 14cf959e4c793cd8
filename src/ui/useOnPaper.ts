import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True while the browser lays the page out for paper. It waits for nothing, so what changes with it is drawn at once. */
export function useOnPaper(): boolean {
  const [onPaper, setOnPaper] = useState(() => typeof window !== 'undefined' && window.matchMedia('print').matches);
  useEffect(() => {
    const query = window.matchMedia('print');
    const before = () => flushSync(() => setOnPaper(true));
    const after = () => setOnPaper(false);
    const changed = () => flushSync(() => setOnPaper(query.matches));
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    query.addEventListener('change', changed);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      query.removeEventListener('change', changed);
    };
  }, []);
  return onPaper;
}
