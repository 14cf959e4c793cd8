import { type ReactNode, useRef } from 'react';
import { Button } from './Button.tsx';

interface ClauseProps {
  readonly title: string;
  /** What is chosen, in words; null while nothing is. */
  readonly chosen?: string | null;
  /** Takes the choice away; shown only while something is chosen. */
  readonly onClear?: () => void;
  /** Why it cannot be used. */
  readonly disabledReason?: string | null;
  readonly level?: 2 | 3;
  /** Stands at the end of the heading's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the filter: a heading, what is chosen, a way to clear it, and the control. */
export function Clause({ title, chosen = null, onClear, disabledReason = null, level = 3, action, children }: ClauseProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const Heading = level === 2 ? 'h2' : 'h3';
  const classes = `clause clause-${level}${disabledReason === null ? '' : ' clause-off'}`;
  const content = (
    <>
      <div className="clause-head">
        <Heading ref={heading} tabIndex={-1} className="clause-title">{title}</Heading>
        {chosen !== null && <span className="clause-chosen">{chosen}</span>}
        {chosen !== null && onClear !== undefined && (
          <Button
            variant="link" className="clause-clear" aria-label={`Clear ${title.toLowerCase()}`}
            onPress={() => {
              // The button goes with the choice.
              heading.current?.focus();
              onClear();
            }}
          >
            Clear
          </Button>
        )}
        {action !== undefined && <span className="clause-action">{action}</span>}
      </div>
      {disabledReason !== null && <p className="clause-reason">{disabledReason}</p>}
      {children}
    </>
  );
  // Only the three main parts are landmarks; more would be noise. Their headings are set in capitals, their names are not.
  return level === 2 ? <section className={classes} aria-label={title}>{content}</section> : <div className={classes} data-focus-scope="">{content}</div>;
}
