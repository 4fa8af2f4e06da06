import { Injectable } from '@nestjs/common';
import { Places, UnitTree } from '@hotline/organization';
import type { KnownCodes } from '../domain/opening.js';

/** The codes input is checked against: tables in memory, so that a check costs no query. */
@Injectable()
export class Codes implements KnownCodes {
  constructor(
    private readonly places: Places,
    private readonly units: UnitTree,
  ) {}

  readonly isPlace = (code: string): boolean => this.places.find(code) !== undefined;
  readonly isActiveUnit = (id: string): boolean => this.units.current().find(id)?.active === true;
}
