import type { ReportGap } from '../../api/contract';
import type { Gap } from '../../calls/gaps/bands';

export const gapsOf = (gaps: readonly ReportGap[]): Gap[] =>
  gaps.map(({ sourceName, from, to, mendedAt }) => ({
    source: sourceName,
    from,
    to,
    mended: mendedAt !== null,
  }));

/** What the lines of a report stand for together: they follow each other without a hole. */
export const spanOf = ({
  lines,
}: {
  lines: readonly { at: string; until: string }[];
}): { from: string; until: string } => ({
  from: lines[0]?.at ?? '',
  until: lines.at(-1)?.until ?? '',
});
