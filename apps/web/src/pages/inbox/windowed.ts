import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';

export interface Slice {
  first: number;
  last: number; // inclusive
}

/** The sum of heights before each item, and the whole height at the end. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  for (const height of heights) offsets.push((offsets.at(-1) ?? 0) + height);
  return offsets;
}

/** The last item whose top is at or above `y`. */
export function itemAt(offsets: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface Windowed {
  box: RefObject<HTMLDivElement | null>;
  offsets: number[];
  slice: Slice;
  top: number; // the item at the upper edge
  onScroll: () => void;
  reveal: (index: number) => void;
}

const SPARE = 6; // rows drawn beyond each edge, so that fast scrolling meets no gap

/** Draws only the rows in view; a list of ten thousand costs as much as one of thirty. */
export function useWindowed(heights: readonly number[], headRoom: number): Windowed {
  const box = useRef<HTMLDivElement>(null);
  const offsets = useMemo(() => offsetsOf(heights), [heights]);
  const [view, setView] = useState({ y: 0, height: 800 });

  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const { scrollTop: y, clientHeight: height } = element;
    setView((old) => (old.y === y && old.height === height ? old : { y, height }));
  }, []);

  useLayoutEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [measure]);

  const reveal = (index: number) => {
    const element = box.current;
    const upper = offsets[index];
    const lower = offsets[index + 1];
    if (!element || upper === undefined || lower === undefined) return;
    if (upper - headRoom < element.scrollTop) element.scrollTop = upper - headRoom;
    else if (lower > element.scrollTop + element.clientHeight)
      element.scrollTop = lower - element.clientHeight;
  };

  const top = itemAt(offsets, view.y);
  const slice = {
    first: Math.max(0, top - SPARE),
    last: Math.min(heights.length - 1, itemAt(offsets, view.y + view.height) + SPARE),
  };
  return { box, offsets, slice, top, onScroll: measure, reveal };
}
