import type { ReactNode } from 'react';
import type { CountyPaths } from '../../../charts/figures/mapPaths.ts';
import type { Assessment, AssessmentFigure, AssessmentSection } from '../../../model/assessment.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { Fold } from './Fold.tsx';
import { anchorOf } from './mode.ts';
import { ReportFigure } from './ReportFigure.tsx';
import { ReportScroll } from './ReportScroll.tsx';
import { Sources } from './Sources.tsx';
import { Summary } from './Summary.tsx';
import { limitsTitle } from './tableParts.ts';

export interface ReportProps {
  readonly assessment: Assessment;
  /** Of each drawing, in CSS pixels. */
  readonly width: number;
  readonly paths: CountyPaths;
  readonly manifest: Manifest;
  readonly actionsOf?: (figure: AssessmentFigure) => ReactNode;
}

/** Everything below the title: summary, cautions, sections, what is missing, sources. The same on the page and in files. */
export function Report(props: ReportProps) {
  const { assessment } = props;
  return (
    <>
      <Part id="summary" title="Summary"><Summary assessment={assessment} /></Part>
      {assessment.cautions.length > 0 && <Part id="cautions" title="Before you use these figures"><Cautions cautions={assessment.cautions} /></Part>}
      {assessment.sections.map((section) => <Section key={section.id} section={section} {...props} />)}
      {assessment.missing.length > 0 && <Part id="missing" title="What this data cannot give"><Missing missing={assessment.missing} /></Part>}
      <Part id="sources" title="Sources and licences"><Sources manifest={props.manifest} /></Part>
    </>
  );
}

/** The parts with a heading of the second level, in order: for the list of contents. */
export function partsOf({ cautions, sections, missing }: Assessment): { readonly id: string; readonly title: string; readonly figures: readonly AssessmentFigure[] }[] {
  return [
    { id: 'summary', title: 'Summary', figures: [] },
    ...(cautions.length > 0 ? [{ id: 'cautions', title: 'Before you use these figures', figures: [] }] : []),
    ...sections.map(({ id, title, figures }) => ({ id: `section-${id}`, title, figures })),
    ...(missing.length > 0 ? [{ id: 'missing', title: 'What this data cannot give', figures: [] }] : []),
    { id: 'sources', title: 'Sources and licences', figures: [] },
  ];
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  const anchor = anchorOf(id);
  return (
    <section id={anchor} tabIndex={-1} className="report-part" aria-labelledby={`${anchor}-heading`}>
      <h2 id={`${anchor}-heading`}>{title}</h2>
      {children}
    </section>
  );
}

function Cautions({ cautions }: Pick<Assessment, 'cautions'>) {
  return cautions.map(({ id, title, paragraphs }) => (
    <div key={id} className="report-caution">
      <h3>{title}</h3>
      {paragraphs.slice(0, 2).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      {paragraphs.length > 2 && <Fold title={`${paragraphs.length - 2} more on this`}>{paragraphs.slice(2).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}</Fold>}
    </div>
  ));
}

function Section({ section, assessment, width, paths, actionsOf }: ReportProps & { readonly section: AssessmentSection }) {
  const limits = limitsTitle(assessment.request.confidence);
  return (
    <Part id={`section-${section.id}`} title={section.title}>
      <Introduction points={section.introduction} />
      {section.figures.map((figure) => <ReportFigure key={figure.id} figure={figure} width={width} paths={paths} limits={limits} actions={actionsOf?.(figure)} />)}
    </Part>
  );
}

/** The data set's name, and what must be known of it. */
function Introduction({ points: [first, ...others] }: { readonly points: readonly string[] }) {
  if (first === undefined) return null;
  return (
    <div className="report-introduction">
      <p>{first}</p>
      {others.length > 0 && <Fold title="About this data"><ul>{others.map((point) => <li key={point}>{point}</li>)}</ul></Fold>}
    </div>
  );
}

function Missing({ missing }: Pick<Assessment, 'missing'>) {
  return (
    <ReportScroll label="Table: what this data cannot give">
      <table className="report-table report-table-words">
        <caption><span>Parts of the published assessment that cannot be made anew</span></caption>
        <thead><tr><th scope="col">Published as</th><th scope="col">Content</th><th scope="col">Why not</th></tr></thead>
        <tbody>
          {missing.map(({ numbers, title, reason }, index) => (
            <tr key={`${numbers} ${title}`}>
              <th scope="row">{numbers}</th>
              <td>{title}</td>
              {/* One reason for several in a row stands once. */}
              {missing[index - 1]?.reason !== reason && <td rowSpan={sameFrom(missing, index)}>{reason}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ReportScroll>
  );
}

/** How many from here on share the reason. */
function sameFrom(missing: Assessment['missing'], index: number): number {
  const end = missing.findIndex(({ reason }, at) => at > index && reason !== missing[index]?.reason);
  return (end < 0 ? missing.length : end) - index;
}
