import { createElement } from 'react';
import type { Assessment } from '../../../model/assessment.ts';
import type { OpenedPack } from '../../../model/pack.ts';
import report from '../assessment.css?raw';
import print from '../assessmentPrint.css?raw';
import own from './document.css?raw';
import { ReportDocument } from './ReportDocument.tsx';

/**
 * The report as one HTML file that needs nothing else: styles and drawings are inside, there are no scripts, and its own
 * policy forbids every request. Made from the components of the page, so that both say the same; React escapes all text.
 */
export async function reportHtml(assessment: Assessment, pack: OpenedPack, made: Date): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const date = made.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return `<!doctype html>\n${renderToStaticMarkup(createElement(ReportDocument, { assessment, pack, styles: [own, report, print].join('\n'), made: date }))}\n`;
}
