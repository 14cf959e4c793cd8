import { useEffect, useState } from 'react';

const PAUSE = 700;

/** Reads a sentence to screen readers once it has stopped changing, so that dragging a filter does not chatter. */
export function Announcer({ text }: { readonly text: string }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return <output className="visually-hidden" aria-live="polite">{spoken}</output>;
}
