import { Injectable } from '@nestjs/common';
import { buildGazetteer, type Gazetteer, type Place } from '../domain/places.js';
import { indexForSearch, type SearchIndex, searchIndex } from '../domain/search.js';
import { shippedDivisions } from './seed/shipped-divisions.js';

/** The divisions that ship with the product; read on first use and kept. */
@Injectable()
export class Places {
  private known: { gazetteer: Gazetteer; index: SearchIndex<Place> } | null = null;

  /** Accepts placeholder codes too: 110100 answers 北京市. */
  find(code: string): Place | undefined {
    return this.all().gazetteer.find(code);
  }

  /** By name, pinyin, initials or code; wider places first. */
  search(query: string, limit: number): Place[] {
    return searchIndex(this.all().index, query, limit);
  }

  private all(): NonNullable<typeof this.known> {
    if (this.known) return this.known;
    const gazetteer = buildGazetteer(shippedDivisions());
    this.known = { gazetteer, index: indexForSearch(gazetteer.places) };
    return this.known;
  }
}
