import { useCallback, useEffect, useState } from 'react';

const SHOWN_FOR = 4000;

/** What was just done, for some seconds; '' before and after. */
export function useSaid(): readonly [string, (text: string) => void] {
  const [said, setSaid] = useState({ text: '' });
  useEffect(() => {
    if (said.text === '') return undefined;
    const timer = setTimeout(() => setSaid({ text: '' }), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  return [said.text, useCallback((text: string) => setSaid({ text }), [])];
}
