import { Injectable } from '@nestjs/common';
import { UnitTree } from '@hotline/organization';
import { ARTICLES } from '../domain/articles.js';
import type { ActOffer } from '../domain/decide-act.js';
import type { PetitionEnd } from '../domain/petition.js';
import { actRow } from '../domain/petition-acts.js';
import type { Period } from '../domain/petition-course.js';
import { periodRow } from '../domain/petition-periods.js';
import type { PetitionActBody, PetitionBody, PetitionPeriodBody } from '../http/petition-bodies.js';
import type { StoredAct, StoredPetition } from './petition-store.js';

/** A petition in the words of the page. */
@Injectable()
export class PetitionViews {
  constructor(private readonly units: UnitTree) {}

  compose(petition: StoredPetition, periods: readonly Period[], offers: readonly ActOffer[]): PetitionBody {
    return {
      id: petition.id,
      registrationNo: petition.registrationNo,
      registeredOn: petition.registeredOn,
      source: petition.source,
      stage: petition.stage,
      unit: this.units.brief(petition.unitId),
      markedBy: petition.markedBy,
      markedAt: petition.markedAt,
      endedOn: petition.endedOn,
      endReason: petition.endReason as PetitionEnd | null,
      periods: periods.map((period) => periodOf(period, petition)),
      acts: petition.acts.map((act) => this.actOf(act)),
      offers: offers.map((offer) => {
        const { zh, en, needs = [] } = actRow(offer.act);
        return { ...offer, zh, en, needs: [...needs] };
      }),
    };
  }

  private actOf({ unitId, at, endReason: _, ...act }: StoredAct): PetitionActBody {
    const { zh, en } = actRow(act.act);
    return { ...act, zh, en, unit: this.units.brief(unitId), at: new Date(at) };
  }
}

function periodOf(period: Period, { source }: StoredPetition): PetitionPeriodBody {
  const { zh, en, by, span, article } = periodRow(period.id);
  // What was sent on is noticed under another paragraph than what came directly.
  const rests = period.id === 'notice' && source === 'forwarded' ? 'petition-23-3' : article;
  return { ...period, zh, en, by, span, article: ARTICLES[rests] };
}
