import { createContext, useContext } from 'react';

/**
 * Where a report is read. `page`: inside the app, where the address after "#" is the view, so links move the focus.
 * `document`: in a file of its own, without scripts.
 */
export type ReportMode = 'page' | 'document';

const ModeContext = createContext<ReportMode>('document');
export const ReportModeProvider = ModeContext.Provider;

export function useReportMode(): ReportMode {
  return useContext(ModeContext);
}

/** Id of the element of a figure, section or other part. */
export function anchorOf(id: string): string {
  return `assessment-${id}`;
}
