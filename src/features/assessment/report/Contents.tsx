import type { Assessment } from '../../../model/assessment.ts';
import { partsOf } from './Report.tsx';
import { ReportLink } from './ReportLink.tsx';

/** Parts and figures of the report, as links. */
export function Contents({ assessment }: { readonly assessment: Assessment }) {
  return (
    <ol className="report-contents">
      {partsOf(assessment).map(({ id, title, figures }) => (
        <li key={id}>
          <ReportLink to={id} className="report-contents-part">{title}</ReportLink>
          {figures.length > 0 && (
            <ol>
              {figures.map((figure) => (
                <li key={figure.id}>
                  <ReportLink to={figure.id}>{figure.title}{figure.numbers !== '' && <span className="report-contents-numbers"> {figure.numbers}</span>}</ReportLink>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}
