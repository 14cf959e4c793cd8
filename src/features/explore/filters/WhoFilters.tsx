import { AgeBars } from '../../../charts/AgeBars.tsx';
import { bandsBetween, choiceOf } from '../../../charts/ageChoice.ts';
import { TypeBars } from '../../../charts/TypeBars.tsx';
import { peopleOf } from '../../../model/kinds.ts';
import { ageWords } from '../../../model/population.ts';
import { AGE_BAND_COUNT, AGE_UNKNOWN, FLAGS, SEXES } from '../../../model/vocabulary.ts';
import { useAtlas } from '../../../store/react.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { Clause } from '../../../ui/Clause.tsx';
import { formatCount, isWithheld } from '../../../ui/formats.ts';
import type { Scene } from '../scene.ts';
import { AgeSelects } from './AgeSelects.tsx';
import { AGE_RANGES, chosenTitles, flagItems, nothingOfPeople, personUnit, sexItems, toggledCode } from './people.ts';
import { PresetChips } from './PresetChips.tsx';

/** To whom it happened and with what: age, sex, aggravating factors. */
export function WhoFilters({ scene }: { readonly scene: Scene }) {
  const nothing = nothingOfPeople(scene.entry);
  return (
    <Clause title="Who" level={2} folds="open" disabledReason={nothing}>
      {nothing === null && (
        <>
          <PresetChips scene={scene} group="people" label="Ready-made groups" />
          <Ages scene={scene} />
          <Sexes scene={scene} />
          <Factors scene={scene} />
        </>
      )}
    </Clause>
  );
}

const NO_AGES = new Uint32Array(AGE_BAND_COUNT + 1);

function Ages({ scene: { entry, evaluation, applied, lacks } }: { readonly scene: Scene }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const reason = lacks.age ?? null;
  const change = (ages: readonly number[] | null) => setSelection({ ages });
  const unknown = evaluation?.byAge?.[AGE_UNKNOWN] ?? 0;
  const unit = personUnit(entry);
  return (
    <Clause title={`Age of the ${peopleOf(entry).one}`} disabledReason={reason} folds="open" chosen={applied.ages === null ? null : ageWords(applied.ages)} onClear={() => change(null)}>
      {reason === null && (
        <>
          <AgeBars counts={evaluation?.byAge ?? NO_AGES} chosen={applied.ages} onChange={change} unit={unit} />
          <fieldset className="chips chips-small age-pair" aria-label="Ready-made ages">
            {AGE_RANGES.map(({ title, first, last }) => {
              const bands = choiceOf(bandsBetween(first, last));
              return <Chip key={title} selected={JSON.stringify(applied.ages) === JSON.stringify(bands)} onChange={(on) => change(on ? bands : null)}>{title}</Chip>;
            })}
          </fieldset>
          <AgeSelects ages={applied.ages} onChange={change} />
          {isWithheld(unknown) && <p className="small muted">How many are of unknown age is withheld.</p>}
          {unknown > 0 && !isWithheld(unknown) && <p className="small muted">{formatCount(unknown)} {unit} of unknown age{applied.ages === null ? ': in the counts, not in rates by age' : ' are left out'}.</p>}
        </>
      )}
    </Clause>
  );
}

function Sexes({ scene: { entry, evaluation, applied, lacks } }: { readonly scene: Scene }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const reason = lacks.sex ?? null;
  return (
    <Clause title={`Sex of the ${peopleOf(entry).one}`} disabledReason={reason} folds="open" chosen={chosenTitles(SEXES, applied.sexes)} onClear={() => setSelection({ sexes: null })}>
      {reason === null && (
        <TypeBars
          label={`Sex of the ${peopleOf(entry).one}`} unit={personUnit(entry)} items={sexItems(evaluation?.bySex, applied.sexes)}
          onToggle={(id) => setSelection({ sexes: toggledCode(SEXES, applied.sexes, id, true) })}
        />
      )}
    </Clause>
  );
}

function Factors({ scene: { entry, evaluation, applied, lacks } }: { readonly scene: Scene }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const reason = lacks.flags ?? null;
  return (
    <Clause title="Aggravating factors" disabledReason={reason} folds={reason === null ? 'closed' : 'open'} chosen={chosenTitles(FLAGS, applied.flags)} onClear={() => setSelection({ flags: null })}>
      {reason === null && (
        <>
          <TypeBars
            label="Aggravating factors" unit={entry.unit} items={flagItems(evaluation?.byFlag, applied.flags)}
            onToggle={(id) => setSelection({ flags: toggledCode(FLAGS, applied.flags, id, false) })}
          />
          <p className="small muted">Any of those chosen. One of the {entry.unit} can carry several.</p>
        </>
      )}
    </Clause>
  );
}
