import type { ReactElement, ReactNode } from 'react';

export interface Column<T> {
  key: string;
  head: string;
  /** what the number means; shown when the head is pointed at */
  hint?: string | undefined;
  cell: (row: T) => ReactNode;
}

interface Props<T> {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  total?: T | undefined;
  mark?: ((row: T) => string | undefined) | undefined;
}

/** Numbers by line: the first column stays where it is; on a phone every line is a card with its heads beside the numbers. */
export function FigureTable<T>({ caption, columns, rows, keyOf, total, mark }: Props<T>): ReactElement {
  const line = (row: T): ReactElement[] =>
    columns.map((column, index) =>
      index === 0 ? (
        <th key={column.key} scope="row">
          {column.cell(row)}
        </th>
      ) : (
        <td key={column.key} data-label={column.head}>
          {column.cell(row)}
        </td>
      ),
    );
  return (
    <div className="figure-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="figure-table">
        <caption className="for-readers">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, hint }) => (
              <th key={key} scope="col" title={hint}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={mark?.(row)}>
              {line(row)}
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>{line(total)}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
