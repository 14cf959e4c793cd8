import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface ClauseProps {
  readonly title: string;
  /** What is chosen, in words; null while nothing is. Stays in sight while the clause is folded. */
  readonly chosen?: string | null;
  /** Takes the choice away; shown only while something is chosen. */
  readonly onClear?: () => void;
  /** Why it cannot be used. */
  readonly disabledReason?: string | null;
  readonly level?: 2 | 3;
  /** Stands at the end of the heading's line. */
  readonly action?: ReactNode;
  /** How it starts where the reader may fold it; left out, it is always open. */
  readonly folds?: 'open' | 'closed';
  readonly children: ReactNode;
}

/** One part of the filter: a heading, what is chosen, a way to clear it, and the control. */
export function Clause({ disabledReason = null, level = 3, folds, children, ...head }: ClauseProps) {
  const [open, setOpen] = useState(folds !== 'closed');
  const content = useId();
  const fold = folds === undefined ? null : { open, content, onToggle: () => setOpen(!open) };
  const classes = `clause clause-${level}${disabledReason === null ? '' : ' clause-off'}${open ? '' : ' clause-folded'}`;
  const parts = (
    <>
      <ClauseHead {...head} level={level} fold={fold} />
      {open && (
        <div id={content} className="clause-content">
          {disabledReason !== null && <p className="clause-reason">{disabledReason}</p>}
          {children}
        </div>
      )}
    </>
  );
  // Only the main parts are landmarks; more would be noise. Their headings are set in capitals, their names are not.
  return level === 2 ? <section className={classes} aria-label={head.title}>{parts}</section> : <div className={classes} data-focus-scope="">{parts}</div>;
}

interface HeadProps extends Pick<ClauseProps, 'title' | 'chosen' | 'onClear' | 'action'> {
  readonly level: 2 | 3;
  /** Null where it does not fold. */
  readonly fold: { readonly open: boolean; readonly content: string; readonly onToggle: () => void } | null;
}

function ClauseHead({ title, chosen = null, onClear, action, level, fold }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="clause-head">
      <Heading ref={heading} tabIndex={-1} className="clause-title">
        {fold === null ? title : (
          <button type="button" className="clause-fold" aria-expanded={fold.open} {...(fold.open ? { 'aria-controls': fold.content } : {})} onClick={fold.onToggle}>
            <Icon name="chevron-right" size={14} />
            {title}
          </button>
        )}
      </Heading>
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
  );
}
