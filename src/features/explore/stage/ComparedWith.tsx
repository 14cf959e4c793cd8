import { useState } from 'react';
import type { Benchmark } from '../../../model/benchmark.ts';
import { benchmarkTitle } from '../../../selection/describe.ts';
import { useAtlas } from '../../../store/react.ts';
import { shownBenchmark } from '../../../store/shown.ts';
import { PopoverButton } from '../../../ui/PopoverButton.tsx';
import { RadioList } from '../../../ui/RadioList.tsx';
import type { Scene } from '../scene.ts';
import { benchmarkOptions, CONFIDENCES, confidenceOf, confidenceShort, optionOf, TYPED } from './benchmarkOptions.ts';
import { TypedValueForm } from './TypedValueForm.tsx';

/** What areas are really compared with and how sure a class has to be, in one button that says both. */
export function ComparedWith({ scene }: { readonly scene: Scene }) {
  const { benchmark, reason } = useAtlas(shownBenchmark);
  // Of a saved selection the whole: the clauses that this data set cannot answer are part of which one it is.
  const asked = useAtlas((state) => state.view.benchmark);
  const { title } = benchmarkTitle(benchmark, scene.pack, scene.entry);
  const sure = confidenceShort(scene.confidence);
  const words = (
    <span className="compared-words">
      <span className="muted compared-long">Compared with</span>
      <span className="muted compared-short"><span className="visually-hidden">Compared with: </span>vs</span>
      <span className="compared-title">{benchmark.kind === 'selection' ? `“${benchmark.title}”` : benchmark.kind === 'value' ? benchmark.title : title}</span>
      <span>· {sure}</span>
    </span>
  );
  return (
    <PopoverButton button={{ className: 'compared', children: words }} title="What areas are compared with">
      {(close) => (
        <div className="compared-panel">
          {reason !== null && <p className="small compared-reason">{reason}</p>}
          <BenchmarkChoice scene={scene} benchmark={benchmark.kind === 'selection' ? asked : benchmark} onDone={close} />
          <ConfidenceChoice scene={scene} />
        </div>
      )}
    </PopoverButton>
  );
}

function BenchmarkChoice({ scene, benchmark, onDone }: { readonly scene: Scene; readonly benchmark: Benchmark; readonly onDone: () => void }) {
  const saved = useAtlas((state) => state.savedSelections);
  const setBenchmark = useAtlas((state) => state.setBenchmark);
  const [typing, setTyping] = useState(benchmark.kind === 'value');
  const options = benchmarkOptions(scene, benchmark, saved);
  const choose = (id: string) => {
    const chosen = options.find((option) => option.id === id)?.benchmark ?? null;
    setTyping(id === TYPED);
    if (chosen !== null) setBenchmark(chosen);
  };
  return (
    <>
      <RadioList label="Benchmark" options={options} chosen={typing ? TYPED : optionOf(benchmark)} onChange={choose} />
      {typing && (
        <TypedValueForm
          scene={scene} current={benchmark}
          onUse={(typed) => {
            setBenchmark(typed);
            onDone();
          }}
        />
      )}
    </>
  );
}

function ConfidenceChoice({ scene: { confidence } }: { readonly scene: Scene }) {
  const setConfidence = useAtlas((state) => state.setConfidence);
  return <div className="compared-sure"><RadioList label="Confidence" options={CONFIDENCES} chosen={String(confidence)} onChange={(id) => setConfidence(confidenceOf(id))} /></div>;
}
