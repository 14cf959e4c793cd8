import { Icon } from '../../../ui/Icon.tsx';
import type { Sort, SortColumn } from '../areaOrder.ts';

interface SortHeaderProps {
  readonly column: SortColumn;
  readonly title: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly numeric?: boolean;
}

/** A column that sorts: numbers from the highest first, names from A; pressed again, the other way round. */
export function SortHeader({ column, title, sort, onSort, numeric = false }: SortHeaderProps) {
  const active = sort.column === column;
  const press = () => onSort({ column, descending: active ? !sort.descending : numeric });
  return (
    <th scope="col" data-title={title} className={numeric ? 'col-number' : 'col-name'} aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="sort-button" onClick={press}>
        {title}
        {active && <Icon name={sort.descending ? 'arrow-down' : 'arrow-up'} size={12} />}
      </button>
    </th>
  );
}
