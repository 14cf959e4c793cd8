import type { Assessment } from '../../../model/assessment.ts';
import { DEMONSTRATION_WORDS } from '../export/fileNames.ts';
import { limitsTitle } from './tableParts.ts';

/** Title, period, what it stands beside, and that it is a demonstration where it is one. */
export function ReportHead({ assessment }: { readonly assessment: Assessment }) {
  const { title, period, publishedTitle, demonstration, request } = assessment;
  return (
    <header className="report-head">
      <h1>{title}</h1>
      <p className="report-lead">
        {period}{request.period === null ? ', other sources for their own whole periods' : ''}. {limitsTitle(request.confidence)} throughout{request.confidence === 'fdr' ? ', classes held to a false discovery rate of 5%' : ''}.
        {publishedTitle !== null && ` Where a value was published in ${publishedTitle}, it stands beside ours with the difference.`}
      </p>
      {demonstration && <p className="report-demonstration">{DEMONSTRATION_WORDS}</p>}
    </header>
  );
}
