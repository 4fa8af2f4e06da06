import type { ReactElement, ReactNode } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { Chart, type Picked } from './charts/Chart';

interface Props {
  caption: string;
  head: string[];
  rows: { key: string; cells: ReactNode[] }[];
  table: boolean; // on screen instead of the chart
  option: EChartsCoreOption;
  onPick?: (picked: Picked) => void;
  over?: ReactNode; // what is drawn over the plot
  columns?: boolean; // the whole column of a category can be clicked
}

/** A chart with the same numbers as a table before it: screen readers always get the table, eyes when they ask for it. */
export function ChartFrame({
  caption,
  head,
  rows,
  table,
  option,
  onPick,
  columns,
  over,
}: Props): ReactElement {
  return (
    <div className="chart-frame">
      <div
        className={table ? 'chart-table' : 'for-readers'}
        {...(table ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {})}
      >
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell, index) => (
                  <td key={head[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!table && <Chart option={option} onPick={onPick} columns={columns} />}
      {!table && over && <div className="chart-over">{over}</div>}
    </div>
  );
}
