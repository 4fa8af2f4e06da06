import type { RowsQuery } from './useReports';

export type CallResult = NonNullable<RowsQuery['result']>;

/** Which calls a drawer shows. */
export interface RowsOf {
  since: string;
  until: string;
  result: CallResult;
  unitId: string | undefined;
  sourceId?: string | undefined;
  queue?: string | undefined;
  accountId?: string | undefined;
  /** whose they are, for the head of the drawer */
  subject: string;
  /** how many the number says there are */
  count: number;
}

export const rowsQuery = ({ subject: _subject, count: _count, ...query }: RowsOf) => query;
