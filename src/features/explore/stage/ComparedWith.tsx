import { useState } from 'react';
import { benchmarkTitle } from '../../../selection/describe.ts';
import { useAtlas } from '../../../store/react.ts';
import { PopoverButton } from '../../../ui/PopoverButton.tsx';
import { RadioList } from '../../../ui/RadioList.tsx';
import type { Scene } from '../scene.ts';
import { benchmarkOptions, CONFIDENCES, confidenceOf, confidenceShort, optionOf, TYPED } from './benchmarkOptions.ts';
import { TypedValueForm } from './TypedValueForm.tsx';

/** What areas are compared with and how sure a class has to be, in one button that says both. */
export function ComparedWith({ scene }: { readonly scene: Scene }) {
  const benchmark = useAtlas((state) => state.view.benchmark);
  const { title } = benchmarkTitle(benchmark, scene.pack, scene.entry);
  const sure = confidenceShort(scene.confidence);
  const words = (
    <span className="compared-words">
      <span className="muted"><span className="value-wide">Compared with</span><span className="value-narrow">vs</span></span> <span className="compared-title">{title}</span>
      <span className="compared-sure"> · {sure}</span>
    </span>
  );
  return (
    <PopoverButton button={{ className: 'compared', icon: 'compare', children: words, 'aria-label': `Compared with ${title}, ${sure}` }} title="What areas are compared with">
      {(close) => (
        <div className="compared-panel">
          <BenchmarkChoice scene={scene} onDone={close} />
          <ConfidenceChoice scene={scene} />
        </div>
      )}
    </PopoverButton>
  );
}

function BenchmarkChoice({ scene, onDone }: { readonly scene: Scene; readonly onDone: () => void }) {
  const benchmark = useAtlas((state) => state.view.benchmark);
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
  return <RadioList label="Confidence" options={CONFIDENCES} chosen={String(confidence)} onChange={(id) => setConfidence(confidenceOf(id))} />;
}
