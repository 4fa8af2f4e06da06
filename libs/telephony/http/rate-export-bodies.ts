import { IntersectionType, OmitType } from '@nestjs/swagger';
import { ExportWishBody } from '@hotline/exports';
import { CallFiguresQuery, CountedCallsQuery } from './figure-queries.js';

/** The fields of the page's query, and how the file is wanted. */
export class ExportRatesBody extends IntersectionType(CallFiguresQuery, ExportWishBody) {}

export class ExportCountedCallsBody extends IntersectionType(
  OmitType(CountedCallsQuery, ['cursor', 'limit'] as const),
  ExportWishBody,
) {}
