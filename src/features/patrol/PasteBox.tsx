import { useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';

interface PasteProps {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  /** A sentence where the text was refused. */
  readonly onText: (text: string) => Promise<string | null>;
}

/** Text pasted, or loaded from a file; it stays on this device. */
export function PasteBox({ label, hint, button, onText }: PasteProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (given: string) => setProblem(await onText(given));
  return (
    <div className="patrol-paste">
      <label className="field-label" htmlFor={id}>{label}</label>
      <textarea id={id} className="text-input" rows={5} value={text} aria-describedby={`${id}-words`} onChange={({ target }) => setText(target.value)} />
      <p id={`${id}-words`} {...(problem === null ? { className: 'field-hint' } : { className: 'field-problem', role: 'alert' })}>{problem ?? hint}</p>
      <div className="patrol-buttons">
        <Button isDisabled={text.trim() === ''} onPress={() => void take(text)}>{button}</Button>
        <label className="patrol-file">Or load a file <input type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={({ target }) => { const [file] = target.files ?? []; if (file) void file.text().then((read) => { setText(read); return take(read); }); }} /></label>
      </div>
    </div>
  );
}
