import { type ReactNode, useEffect, useRef, useState } from 'react';

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
    <ScrollBox label={caption}>
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

/** A box that scrolls where what it holds is larger; then, and only then, the Tab key reaches it. */
function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (!scrolls) return <section ref={box} className="patrol-scroll">{children}</section>;
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
  return <section ref={box} className="patrol-scroll" tabIndex={0} aria-label={label}>{children}</section>;
}
