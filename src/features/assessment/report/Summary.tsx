import type { Assessment, SummarySentence } from '../../../model/assessment.ts';
import { ReportLink } from './ReportLink.tsx';

const QUESTIONS = [['who', 'Who'], ['where', 'Where'], ['when', 'When'], ['what', 'What']] as const;

/** Where no sentence answers a question, which is itself something to know. */
const NOTHING = {
  who: 'This data does not say who the victims are.', where: 'This data does not say where most happens.',
  when: 'This data does not say when most happens.', what: 'This data does not say what is recorded most.',
} as const;

/** Plain sentences by question, each with links to the figures its numbers come from. */
export function Summary({ assessment }: { readonly assessment: Assessment }) {
  return (
    <div className="report-summary">
      {QUESTIONS.map(([question, title]) => {
        const sentences = assessment.summary.filter((sentence) => sentence.question === question);
        return (
          <div key={question} className="report-question">
            <h3>{title}</h3>
            {sentences.length === 0 ? <p className="report-from">{NOTHING[question]}</p> : <ul>{sentences.map((sentence) => <li key={sentence.text}><Sentence sentence={sentence} assessment={assessment} /></li>)}</ul>}
          </div>
        );
      })}
    </div>
  );
}

function Sentence({ sentence, assessment }: { readonly sentence: SummarySentence; readonly assessment: Assessment }) {
  const figures = figuresOf(sentence, assessment);
  return (
    <>
      {sentence.text}
      {figures.length > 0 && (
        <span className="report-from">
          {' '}From {figures.map(({ id, name }, index) => <span key={id}>{index > 0 && ', '}<ReportLink to={id}>{name}</ReportLink></span>)}.
        </span>
      )}
    </>
  );
}

/** The figures that a sentence's numbers stand in, each once, by published number or title. */
export function figuresOf({ from }: SummarySentence, { sections }: Assessment): { readonly id: string; readonly name: string }[] {
  const all = sections.flatMap(({ figures }) => figures);
  return [...new Set(from.map((path) => path.split('/')[0] ?? ''))].flatMap((id) => {
    const figure = all.find((candidate) => candidate.id === id);
    return figure === undefined ? [] : [{ id, name: figure.numbers === '' ? figure.title : figure.numbers }];
  });
}
