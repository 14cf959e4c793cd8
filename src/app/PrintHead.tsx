import { printWords } from '../features/explore/printWords.ts';
import { useScene } from '../features/explore/scene.ts';

/** Stands at the top of every print: what it shows, from what, and that it is a demonstration where it is one. */
export function PrintHead() {
  const scene = useScene();
  if (scene === null) return null;
  const [title, ...about] = printWords(scene);
  return (
    <div className="print-head">
      <p className="strong">{title}</p>
      {about.map((sentence) => <p key={sentence}>{sentence}</p>)}
    </div>
  );
}
