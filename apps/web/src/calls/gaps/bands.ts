import { serverNow } from '../../api/server-clock';

/** Time a line was not heard, as the server names it. */
export interface Gap {
  source: string;
  from: string;
  /** null: still */
  to: string | null;
  /** what was missed has been read from the log of the switchboard */
  mended: boolean;
}

export const lengthOf = ({ from, to }: Gap): number => (to ? Date.parse(to) : serverNow()) - Date.parse(from);

export interface Band {
  gap: Gap;
  /** parts of the width */
  left: number;
  width: number;
}

/**
 * Where the gaps lie on an axis, 0 to 1; what lies outside of it is left out.
 * @param place of a moment on the axis, by what the axis shows
 */
export function bandsOf(gaps: readonly Gap[], place: (at: number) => number): Band[] {
  const now = serverNow();
  // What is open lies over what the log has filled.
  const drawn = [...gaps].sort((one, other) => Number(other.mended) - Number(one.mended));
  return drawn.flatMap((gap) => {
    const from = Math.max(0, place(Date.parse(gap.from)));
    const to = Math.min(1, place(gap.to ? Date.parse(gap.to) : now));
    return to < 0 || from > 1 || to < from ? [] : [{ gap, left: from, width: to - from }];
  });
}

export const between =
  (from: number, until: number) =>
  (at: number): number =>
    (at - from) / (until - from);
