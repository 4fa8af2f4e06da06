import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState, type ReactElement } from 'react';

/** What was clicked: a mark of a series, or the column of a category (then the series has no name). */
export interface Picked {
  seriesName: string;
  dataIndex: number;
}

interface Props {
  option: EChartsCoreOption;
  onPick?: ((picked: Picked) => void) | undefined;
  columns?: boolean | undefined;
}

function listen(chart: ECharts, columns: boolean, pick: (picked: Picked) => void): void {
  if (!columns) {
    chart.on('click', (event) => pick({ seriesName: event.seriesName ?? '', dataIndex: event.dataIndex }));
    return;
  }
  chart.getZr().on('click', ({ offsetX, offsetY }) => {
    if (!chart.containPixel('grid', [offsetX, offsetY])) return;
    const dataIndex = Math.round(chart.convertFromPixel({ xAxisIndex: 0 }, offsetX));
    if (dataIndex >= 0) pick({ seriesName: '', dataIndex });
  });
}

/** Draws one option as SVG in the space it is given. The engine is fetched when the first chart is on screen. */
export function Chart({ option, onPick, columns = false }: Props): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    let made: ECharts | undefined;
    let gone = false;
    const watch = new ResizeObserver(() => made?.resize());
    void import('./engine').then(({ init }) => {
      if (gone) return;
      made = init(element, null, { renderer: 'svg' });
      listen(made, columns, (picked) => pick.current?.(picked));
      watch.observe(element);
      setChart(made);
    });
    return () => {
      gone = true;
      watch.disconnect();
      made?.dispose();
    };
  }, [columns]);

  useEffect(() => {
    const element = host.current;
    if (!chart || !element) return;
    // Labels are measured on a canvas, which knows no custom properties: the family is resolved first.
    const fontFamily = getComputedStyle(element).fontFamily;
    chart.setOption(
      { animation: false, textStyle: { fontFamily }, aria: { enabled: true }, ...option },
      { notMerge: true },
    );
  }, [chart, option]);

  return <div ref={host} className="chart" aria-hidden />;
}
