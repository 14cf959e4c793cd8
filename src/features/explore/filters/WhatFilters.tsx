import { useState } from 'react';
import { TypeBars } from '../../../charts/TypeBars.tsx';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { Clause } from '../../../ui/Clause.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { formatPeriod } from '../../../ui/formats.ts';
import { ProblemNotice } from '../../../ui/Notice.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Term } from '../../../ui/Term.tsx';
import { unitOf } from '../../../model/kinds.ts';
import { thresholdCaution } from '../../../model/thresholdCaution.ts';
import type { Scene } from '../scene.ts';
import { orderBySize, subgroupGroups, toggled, toItems, typeGroups } from './kindItems.ts';

/** Which records: the data set, the crime types and the offence subgroups. */
export function WhatFilters({ scene }: { readonly scene: Scene }) {
  const { entry, evaluation, applied } = scene;
  const setSelection = useAtlas((state) => state.setSelection);
  const types = typeGroups(entry, evaluation?.byKind ?? null);
  const [order] = useState(() => [...orderBySize(types), ...orderBySize(subgroupGroups(entry, evaluation?.byKind ?? null))]);
  const crimes = types.filter(({ crime }) => crime);
  const incidents = types.filter(({ crime }) => !crime);
  const toggleType = (id: string) => setSelection({ types: toggled(applied.types, id) });
  const only = types.length === 1 ? types[0] : undefined;
  const plain = only !== undefined && !entry.fields.subgroup;
  return (
    <Clause title="What" level={2} folds="open">
      <DataSetChooser scene={scene} />
      {plain ? <p className="only-type">{only.title}</p> : (
        <Clause
          title={only === undefined ? 'Crime type' : only.title}
          chosen={countWords(only === undefined ? applied.types : applied.subgroups)}
          onClear={() => setSelection(only === undefined ? { types: null } : { types: null, subgroups: null })}
        >
          {only === undefined && <TypeBars label="Crime types" items={toItems(crimes, order, applied.types)} onToggle={toggleType} unit={entry.unit} />}
          {incidents.length > 0 && (
            <div className="incidents">
              <p className="small muted"><Term term="ASB">Incidents</Term>, not crime: counted only when chosen</p>
              <TypeBars label="Incidents, not crime" items={toItems(incidents, order, applied.types)} onToggle={toggleType} unit="incidents" />
            </div>
          )}
          {only !== undefined && <Subgroups scene={scene} order={order} />}
        </Clause>
      )}
      {only === undefined && (
        <Clause title="Offence subgroup" disabledReason={scene.lacks.subgroup ?? null} chosen={countWords(applied.subgroups)} onClear={() => setSelection({ subgroups: null })}>
          <Subgroups scene={scene} order={order} />
        </Clause>
      )}
    </Clause>
  );
}

function Subgroups({ scene, order }: { readonly scene: Scene; readonly order: readonly string[] }) {
  const { entry, evaluation, applied, lacks } = scene;
  const setSelection = useAtlas((state) => state.setSelection);
  if (lacks.subgroup !== undefined) return null;
  const groups = subgroupGroups(entry, evaluation?.byKind ?? null);
  return (
    <TypeBars
      label="Offence subgroups" unit={unitOf(entry, applied)} items={toItems(groups, order, applied.subgroups)}
      onToggle={(id) => setSelection({ subgroups: toggled(applied.subgroups, id) })}
    />
  );
}

function countWords(chosen: readonly string[] | null): string | null {
  return chosen === null ? null : `${chosen.length} chosen`;
}

function DataSetChooser({ scene: { pack, entry } }: { readonly scene: Scene }) {
  const { status, progress } = useAtlas((state) => state.dataSet);
  const problem = useAtlas((state) => state.pack.problem ?? state.dataSet.problem);
  const wanted = useAtlas((state) => state.view.dataSet) ?? entry.id;
  const setDataSet = useAtlas((state) => state.setDataSet);
  const cancel = useAtlas((state) => state.cancelLoading);
  const retry = useAtlas((state) => state.retry);
  const dismiss = useAtlas((state) => state.dismissProblem);
  const withheld = thresholdCaution(entry);
  const caveats = withheld === null ? entry.caveats : [...entry.caveats, withheld];
  const options = pack.manifest.dataSets.map(({ id, title, months }) => ({ id, title, detail: formatPeriod(months[0] ?? '', months.at(-1) ?? '') }));
  return (
    <div className="data-set">
      <Select label="Data set" options={options} chosen={options.some(({ id }) => id === wanted) ? wanted : entry.id} onChange={setDataSet} className="select-wide" />
      {status === 'loading' && (
        <div className="loading-inline">
          <ProgressLine progress={progress} />
          <Button variant="link" onPress={cancel}>Cancel</Button>
        </div>
      )}
      {problem !== null && <ProblemNotice problem={problem} onRetry={retry} onDismiss={dismiss} />}
      {caveats.length > 0 && (
        <Disclosure title="Before you use it" className="small">
          <ul className="caveats">{caveats.map((caveat) => <li key={caveat}>{caveat}</li>)}</ul>
          <p className="muted">{entry.attribution}</p>
        </Disclosure>
      )}
    </div>
  );
}
