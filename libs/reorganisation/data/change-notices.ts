import { Injectable } from '@nestjs/common';
import { Live, newId, type Transaction } from '@hotline/kernel';
import { type Actor, homeUnit, UnitTree } from '@hotline/organization';
import { changed } from '@hotline/platform';
import type { NoticeKind } from '@hotline/ticket';

const STOPPED: NoticeKind = 'unit-change-stopped';

/** Tells the unit in whose name a reorganisation was ordered what became of it. */
@Injectable()
export class ChangeNotices {
  constructor(
    private readonly units: UnitTree,
    private readonly live: Live,
  ) {}

  /** `by` is whoever ordered it; when nobody of the kind is left, the top of the tree is told. */
  async stopped(tx: Transaction, by: Actor | null): Promise<void> {
    const tree = this.units.current();
    const home = by ? homeUnit(by, 'unit.reorganise') : undefined;
    const unit = tree.find(home?.unitId ?? '') ?? tree.all().find(({ parentId }) => parentId === null);
    if (!unit) return;
    await changed(tx, 'insert into notice (id, unit_id, kind, at) values ($1, $2, $3, $4)', [
      newId(),
      unit.id,
      STOPPED,
      tx.now,
    ]);
    tx.afterCommit(() => this.live.publish({ kind: 'notice', unitId: unit.id, path: unit.path }));
  }
}
