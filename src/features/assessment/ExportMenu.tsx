import type { Assessment } from '../../model/assessment.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { Button } from '../../ui/Button.tsx';
import { downloadText } from '../../ui/download.ts';
import { PopoverButton } from '../../ui/PopoverButton.tsx';
import { fileName } from './export/fileNames.ts';
import { tablesCsv } from './export/tablesCsv.ts';
import { useSaid } from './useSaid.ts';

/** The whole report as a file or on paper. */
export function ExportMenu({ assessment, pack }: { readonly assessment: Assessment; readonly pack: OpenedPack }) {
  const [said, say] = useSaid();
  const saveTables = () => {
    downloadText(fileName(assessment, 'needs assessment tables', 'csv'), tablesCsv(assessment));
    say('Tables saved');
  };
  return (
    <>
      <PopoverButton button={{ variant: 'primary', icon: 'download', children: 'Export' }} title="Export the whole assessment" placement="bottom end">
        {(close) => (
          <div className="assessment-export">
            <Button
              onPress={() => {
                close();
                void saveHtml(assessment, pack).then(() => say('Page saved'), () => say('The page could not be made. Reload this page and try again.'));
              }}
            >Web page (one HTML file)</Button>
            <p className="small muted">Opens anywhere, also without a network. Holds every figure, table and source.</p>
            <Button onPress={() => { close(); printWhenClosed(); }}>PDF or paper</Button>
            <p className="small muted">Opens your browser’s print window; choose “Save as PDF” there.</p>
            <Button onPress={() => { close(); saveTables(); }}>All tables (one CSV file)</Button>
            <p className="small muted">One row for each cell, with method, source and published value.</p>
          </div>
        )}
      </PopoverButton>
      <output className="visually-hidden">{said}</output>
    </>
  );
}

async function saveHtml(assessment: Assessment, pack: OpenedPack): Promise<void> {
  const { reportHtml } = await import('./export/reportHtml.ts');
  downloadText(fileName(assessment, 'needs assessment', 'html'), await reportHtml(assessment, pack, new Date()), 'text/html;charset=utf-8');
}

/** The menu must be gone, or it would stand on the paper. */
function printWhenClosed(): void {
  setTimeout(() => window.print(), 150);
}
