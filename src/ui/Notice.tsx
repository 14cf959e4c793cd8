import type { ReactNode } from 'react';
import type { Problem } from '../model/pack.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Sentences to read until they are put away. */
export function Notice({ children, onDismiss }: { readonly children: ReactNode; readonly onDismiss?: () => void }) {
  return (
    <output className="notice">
      <Icon name="info" />
      <div className="notice-words">{children}</div>
      {onDismiss !== undefined && <Button variant="link" icon="close" aria-label="Dismiss" onPress={onDismiss} />}
    </output>
  );
}

interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
}

/** What is wrong, where, and what to do. */
export function ProblemNotice({ problem, onRetry, onDismiss }: ProblemNoticeProps) {
  return (
    <div className="problem" role="alert">
      <Icon name="warning" size={22} />
      <div className="problem-words">
        <p className="strong">{problem.what}</p>
        <p className="muted">{problem.where}</p>
        <p>{problem.remedy}</p>
        {onRetry !== undefined && <p><Button variant="primary" onPress={onRetry}>Try again</Button></p>}
      </div>
      {onDismiss !== undefined && <Button variant="link" icon="close" aria-label="Dismiss" onPress={onDismiss} />}
    </div>
  );
}
