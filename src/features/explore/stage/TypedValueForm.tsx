import { type SyntheticEvent, useState } from 'react';
import type { Benchmark } from '../../../model/benchmark.ts';
import { Button } from '../../../ui/Button.tsx';
import { focusField } from '../../../ui/focus.ts';
import { RadioList } from '../../../ui/RadioList.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Scene } from '../scene.ts';
import { typedBenchmark, type TypedValue } from './benchmarkOptions.ts';

interface TypedValueFormProps {
  readonly scene: Scene;
  readonly current: Benchmark;
  readonly onUse: (benchmark: Benchmark) => void;
}

const LONGEST_TITLE = 60;

/** A rate typed in, such as England's. It stands for one of the two rates only, so it says which. */
export function TypedValueForm({ scene: { rateKind, lacks }, current, onUse }: TypedValueFormProps) {
  const [typed, setTyped] = useState<TypedValue>(() => (current.kind === 'value'
    ? { value: String(current.value), title: current.title, of: current.of }
    : { value: '', title: '', of: rateKind }));
  const [tried, setTried] = useState(false);
  const result = typedBenchmark(typed);
  const problem = tried && 'problem' in result ? result.problem : {};
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if ('benchmark' in result) onUse(result.benchmark);
    else focusField(event.currentTarget, result.problem.value === undefined ? 'title' : 'value');
  };
  return (
    <form className="typed-value" onSubmit={submit} noValidate>
      <TextField label="Rate per 100,000 residents a year" name="value" value={typed.value} onChange={(value) => setTyped({ ...typed, value })} inputMode="decimal" placeholder="2,876.4" problem={problem.value ?? null} />
      <TextField label="Whose it is" name="title" value={typed.title} onChange={(title) => setTyped({ ...typed, title })} placeholder="England 2023" maxLength={LONGEST_TITLE} problem={problem.title ?? null} />
      <RadioList
        label="Which rate" chosen={typed.of} onChange={(of) => setTyped({ ...typed, of })}
        options={[{ id: 'dsr', title: 'Directly standardised', disabledReason: lacks.dsr }, { id: 'rate', title: 'Crude' }]}
      />
      <p className="small muted">It must count the same offences over the same ages and hours as your filter: a typed value does not follow it.</p>
      <Button type="submit" variant="primary">Compare with it</Button>
    </form>
  );
}
