import { useEffect, useState } from 'react';
import { useAtlasStore } from '../store/react.ts';
import { linkOf } from '../store/shown.ts';
import { Button } from '../ui/Button.tsx';

const SHOWN_FOR = 2500;

/** Copies a link that reproduces the view. What follows its "#" is never sent to a server. */
export function ShareButton() {
  const store = useAtlasStore();
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    const address = new URL(linkOf(store.getState()), window.location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      setSaid('Link copied');
    } catch {
      setSaid('Copy the address above');
    }
  };
  return (
    <>
      <Button variant="header" icon="link" onPress={() => void copy()}>
        <span className="share-words">{said ?? 'Share'}</span>
        {said === null && <span className="visually-hidden"> (copies a link to this view)</span>}
      </Button>
      <output className="visually-hidden">{said ?? ''}</output>
    </>
  );
}
