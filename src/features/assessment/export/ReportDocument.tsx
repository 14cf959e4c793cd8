import { mapSizes } from '../../../charts/figures/MapFigure.tsx';
import { mapPaths } from '../../../charts/figures/mapPaths.ts';
import type { Assessment } from '../../../model/assessment.ts';
import type { OpenedPack } from '../../../model/pack.ts';
import { Contents } from '../report/Contents.tsx';
import { ReportModeProvider } from '../report/mode.ts';
import { Report } from '../report/Report.tsx';
import { ReportHead } from '../report/ReportHead.tsx';
import { EXPORT_WIDTH } from './pictures.ts';

/** Nothing but its own styles: no script, no request, no form, no frame's base. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

interface DocumentProps {
  readonly assessment: Assessment;
  readonly pack: OpenedPack;
  readonly styles: string;
  /** "21 November 2026". */
  readonly made: string;
}

/** The whole report as a page of its own. */
export function ReportDocument({ assessment, pack, styles, made }: DocumentProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${assessment.demonstration ? 'Demonstration data: ' : ''}${assessment.title}`}</title>
        <style>{styles}</style>
      </head>
      <body className={`report-document${assessment.demonstration ? ' report-paper-demonstration' : ''}`}>
        <ReportModeProvider value="document">
          <main className="report">
            <ReportHead assessment={assessment} />
            <nav className="report-document-contents" aria-labelledby="contents-heading">
              <h2 id="contents-heading">Contents</h2>
              <Contents assessment={assessment} />
            </nav>
            <Report assessment={assessment} width={EXPORT_WIDTH} paths={mapPaths(pack, mapSizes(EXPORT_WIDTH))} manifest={pack.manifest} />
          </main>
          <footer className="report-foot"><p>Made with Hotspot Atlas on {made}. Worked out in the analyst’s browser from the pack named under Sources.</p></footer>
        </ReportModeProvider>
      </body>
    </html>
  );
}
