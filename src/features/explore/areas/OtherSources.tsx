import { useEffect } from 'react';
import { CLASS, type ClassCode } from '../../../model/measures.ts';
import { reasonOf } from '../../../model/reasons.ts';
import { useAtlas } from '../../../store/react.ts';
import { classCodeOf, classTitle } from '../../../ui/ClassBadge.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { formatPeriod } from '../../../ui/formats.ts';
import { problemWords } from '../../../ui/problemWords.ts';
import { agreementSentence } from '../agreementWords.ts';
import type { Scene } from '../scene.ts';

interface OtherSourcesProps {
  readonly scene: Scene;
  readonly area: number;
  /** The area's class in the data set shown, under the filter. */
  readonly classCode: ClassCode;
}

/** In how many of the other sources the area reads significantly higher, and what each of them says. Asks for them when shown. */
export function OtherSources({ scene: { entry }, area, classCode }: OtherSourcesProps) {
  const { status, value, problem } = useAtlas((state) => state.agreement);
  const need = useAtlas((state) => state.needAgreement);
  useEffect(() => need(), [need]);
  if (value === null) {
    if (status === 'loading' || status === 'idle') return <p className="small muted other-sources">Comparing with the other sources…</p>;
    return <p className="small muted other-sources">{problem === null ? 'There are no other sources to compare with.' : problemWords(problem, ['what', 'remedy'])}</p>;
  }
  return (
    <div className="other-sources">
      <p>{agreementSentence(value, entry.id, area, classCode === CLASS.higher)}</p>
      <Disclosure title="What each source says" className="small">
        <ul className="sources">
          {value.sources.map(({ dataSet, title, rate, period, classes, reasons }) => (
            <li key={dataSet}><span className="strong">{title}</span>: {classTitle(classCodeOf(classes[area]), reasonOf(reasons[area]))} <span className="muted">({rate === 'dsr' ? 'standardised rate' : 'crude rate'}, {formatPeriod(period.from, period.to)})</span></li>
          ))}
        </ul>
        <p className="muted">Each over its own whole period, without the filter, against the county.</p>
      </Disclosure>
    </div>
  );
}
