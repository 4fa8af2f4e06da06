import { Injectable } from '@nestjs/common';
import { type Actor, overrules, UnitTree } from '@hotline/organization';
import type { FeedRow } from '../data/health-reads.js';
import { FEED_FAULTS, type FeedFault } from '../domain/sources/faults.js';
import type { SourceDetail } from '../use-cases/show-source.js';
import type { SourceState } from '../use-cases/source-health.js';
import type { FeedBody, SourceBody, SourceDetailBody } from './health-bodies.js';

/** Sources as the API shows them. */
@Injectable()
export class SourceViews {
  constructor(private readonly tree: UnitTree) {}

  of(actor: Actor, { source, health, feeds }: SourceState): SourceBody {
    const { unitId, unitPath, ...head } = source;
    return {
      ...head,
      unit: this.tree.brief(unitId),
      editable: overrules(actor, 'telephony.configure', unitPath),
      health,
      feeds: feeds.map(feedBody),
    };
  }

  detail(actor: Actor, found: SourceDetail): SourceDetailBody {
    const { gaps, differences, strange } = found;
    return { ...this.of(actor, found), gaps, differences, unknownExtensions: strange };
  }
}

function feedBody({ sourceId: _, bookmark, fault, ...feed }: FeedRow): FeedBody {
  const known = (FEED_FAULTS as readonly (string | null)[]).includes(fault);
  return {
    ...feed,
    fault: known ? (fault as FeedFault) : fault === null ? null : 'broken',
    readBytes: bookmark.offset ?? null,
    readLines: bookmark.lines ?? null,
    strange: bookmark.strange ?? [],
  };
}
