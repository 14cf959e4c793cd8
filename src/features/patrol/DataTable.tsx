import type { ReactNode } from 'react';
import { ScrollBox } from '../../ui/ScrollBox.tsx';

interface DataTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Columns of numbers, by position: set to the right. */
  readonly numbers?: readonly number[];
}

/** A table with a caption in a box that scrolls by itself. */
export function DataTable({ caption, head, rows, numbers = [] }: DataTableProps) {
  const side = (column: number) => (numbers.includes(column) ? { className: 'number' } : {});
  return (
    <ScrollBox className="patrol-scroll" label={caption}>
      <table className="patrol-table">
        <caption>{caption}</caption>
        <thead><tr>{head.map((title, column) => <th key={title} scope="col" {...side(column)}>{title}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {/* oxlint-disable-next-line react/no-array-index-key -- columns keep their order */}
              {others.map((cell, index) => <td key={index} {...side(index + 1)}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
