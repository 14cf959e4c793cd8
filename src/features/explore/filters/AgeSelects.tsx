import { bandsBetween, choiceOf, spanOfAges, yearsOfBand } from '../../../charts/ageChoice.ts';
import { AGE_BAND_COUNT } from '../../../model/vocabulary.ts';
import { Select } from '../../../ui/Select.tsx';

const BANDS = Array.from({ length: AGE_BAND_COUNT }, (_, band) => band);
const STARTS = BANDS.map((band) => ({ id: String(band), title: String(yearsOfBand(band).from) }));
const ENDS = BANDS.map((band) => ({ id: String(band), title: band === AGE_BAND_COUNT - 1 ? `${yearsOfBand(band).from}+` : String(yearsOfBand(band).to) }));

interface AgeSelectsProps {
  readonly ages: readonly number[] | null;
  readonly onChange: (ages: readonly number[] | null) => void;
}

/** The ends of an age range without aiming at narrow bars. A choice with gaps has no ends to show. */
export function AgeSelects({ ages, onChange }: AgeSelectsProps) {
  const span = spanOfAges(ages);
  const held = span ?? { first: ages?.[0] ?? 0, last: ages?.at(-1) ?? AGE_BAND_COUNT - 1 };
  const change = (first: number, last: number) => onChange(choiceOf(bandsBetween(first, Math.max(first, last))));
  return (
    <div className="pair">
      <Select label="From age" options={STARTS} chosen={span === null ? '' : String(span.first)} onChange={(id) => change(Number(id), held.last)} />
      <span className="muted">to</span>
      <Select label="To age" options={ENDS.slice(held.first)} chosen={span === null ? '' : String(span.last)} onChange={(id) => change(held.first, Number(id))} />
      <span className="small muted">{span === null ? 'with gaps' : 'years'}</span>
    </div>
  );
}
