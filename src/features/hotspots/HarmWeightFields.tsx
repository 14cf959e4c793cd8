import { HARM_SUBGROUPS, type HarmWeights, HIGHEST_HARM_WEIGHT } from '../../model/harm.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { NumberField } from './NumberField.tsx';

interface WeightsProps {
  readonly weights: HarmWeights;
  /** Ids of the subgroups that the data set has. */
  readonly weighted: readonly string[];
  readonly onChange: (weights: HarmWeights) => void;
}

/** What one event of each subgroup weighs, and where the starting values come from. */
export function HarmWeightFields({ weights, weighted, onChange }: WeightsProps) {
  return (
    <Disclosure title="Harm weights of one event" className="no-print">
      <div className="hotspots-weights">
        {HARM_SUBGROUPS.filter(({ id }) => weighted.includes(id)).map(({ id, title, weight, usual, lowest, highest, offences }) => (
          <div key={id}>
            <NumberField label={title} value={weights[id]} from={0} to={HIGHEST_HARM_WEIGHT} onChange={(value) => onChange({ ...weights, [id]: value })} />
            <p className="small muted">Starts at {number(weight)}, {usual}; {offences} offences weigh {lowest === highest ? number(lowest) : `${number(lowest)} to ${number(highest)}`}.</p>
          </div>
        ))}
      </div>
      <p className="small muted">
        The ONS Crime Severity Score weighs detailed offences (days of custody or the like that courts give; edition unknown, before March 2021; Open Government Licence). None of its weights
        is official for a subgroup: we start with the offence that makes up most of it, which is too low where graver ones are among it. The weights stand in the link.
      </p>
    </Disclosure>
  );
}

const number = (value: number): string => value.toLocaleString('en-GB');
