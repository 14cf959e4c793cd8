import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../../../ui/Icon.tsx';
import { useReportMode } from './mode.ts';

interface FoldProps {
  /** What opens: "Table: Residents by age (21 rows)". */
  readonly title: string;
  readonly children: ReactNode;
}

/**
 * Folded on the screens of phones (assessment.css), where the whole would be too long to read through; wider screens,
 * paper and files always have it open.
 */
export function Fold({ title, children }: FoldProps) {
  const mode = useReportMode();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (mode === 'document') return children;
  return (
    <div className={`report-fold${open ? ' report-fold-open' : ''}`}>
      <button type="button" className="report-fold-button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="chevron-right" size={14} />
        {title}
      </button>
      <div id={id} className="report-fold-content">{children}</div>
    </div>
  );
}
