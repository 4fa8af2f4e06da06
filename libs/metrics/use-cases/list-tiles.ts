import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '@hotline/kernel';
import {
  type Actor,
  briefOf,
  CORPS_CODE,
  PROVINCE_TILES,
  type Unit,
  type UnitBrief,
} from '@hotline/organization';
import { NumberReads } from '../data/number-reads.js';
import { UnitSums } from '../data/unit-sums.js';
import { NOTHING, type Sums } from '../domain/daily.js';
import { type DueToday, openOverdueOf } from '../domain/due.js';
import { type Deadline, isDeadline, type MetricName } from '../domain/metrics.js';
import { rateOf } from '../domain/rate.js';
import { covers, labelsOf, NumberUnit } from './number-unit.js';

export interface Tile {
  /** Null where there is no union in the reader's scope. */
  readonly unit: UnitBrief | null;
  readonly regionCode: string;
  readonly shortName: string;
  readonly row: number | null;
  readonly col: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
  readonly openOverdue: number;
}

/** `cn/44/`, where a province hangs as shipped. */
const PROVINCE_LABELS = 2;

interface Place {
  readonly regionCode: string;
  readonly shortName: string;
  readonly row: number | null;
  readonly col: number | null;
}

/** Units of a province's rank without a place on the grid. */
const OWN_ROW = [
  { code: CORPS_CODE, shortName: '兵团' },
  { code: 'i1', shortName: '铁路' },
  { code: 'i2', shortName: '民航' },
  { code: 'i3', shortName: '金融' },
  { code: 'i4', shortName: '央直' },
];

const PLACES: readonly Place[] = [
  ...PROVINCE_TILES,
  ...OWN_ROW.map(({ code, shortName }) => ({ regionCode: code, shortName, row: null, col: null })),
];

/** One number on the grid of the 34 provinces, the Corps and the industrial chains. */
@Injectable()
export class ListTiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly asking: NumberUnit,
    private readonly reads: NumberReads,
    private readonly sums: UnitSums,
  ) {}

  async run(
    actor: Actor,
    metric: MetricName,
    asked: { from?: string | undefined; to?: string | undefined },
  ): Promise<Tile[]> {
    const { scope, period, today: day } = this.asking.asked(actor, asked);
    const places = PLACES.map((place) => {
      const unit = this.asking.withCode(place.regionCode);
      return { place, unit: unit && covers(scope, unit.path) ? unit : null };
    });
    const paths = new Map(
      places.flatMap(({ unit }) => (unit ? [[unit.path, this.asking.pathsOf(unit)]] : [])),
    );
    return this.work.read(scope, async (tx) => {
      const tiles = [...paths.keys()];
      const due = isDeadline(metric)
        ? await this.dueToday(tx, tiles, day, metric)
        : new Map<string, DueToday>();
      const sums = await this.sums.of(tx, paths, metric, period, { day, due });
      return places.map(({ place, unit }) =>
        tile(place, unit, sums.get(unit?.path ?? '') ?? NOTHING, metric),
      );
    });
  }

  /** Most tiles hang right below the nation and are read together; one that has moved further down is read by itself. */
  private async dueToday(
    tx: Transaction,
    tiles: readonly string[],
    day: string,
    metric: Deadline,
  ): Promise<Map<string, DueToday>> {
    const wide = tx.scope.prefixes.filter((prefix) => labelsOf(prefix) <= PROVINCE_LABELS);
    const deeper = tiles.filter((path) => labelsOf(path) > PROVINCE_LABELS);
    const found: [string, DueToday][] = [];
    for (const prefix of wide)
      found.push(...(await this.reads.dueToday(tx, prefix, PROVINCE_LABELS, day, metric)));
    for (const path of deeper)
      found.push(...(await this.reads.dueToday(tx, path, labelsOf(path), day, metric)));
    return new Map(found);
  }
}

function tile(place: Place, unit: Unit | null, sums: Sums, metric: MetricName): Tile {
  const { numerator, denominator } = sums;
  return {
    unit: unit && briefOf(unit),
    regionCode: place.regionCode,
    shortName: place.shortName,
    row: place.row,
    col: place.col,
    numerator,
    denominator,
    rate: rateOf(numerator, denominator),
    openOverdue: isDeadline(metric) ? openOverdueOf(sums) : 0,
  };
}
