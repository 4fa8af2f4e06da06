import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { AuditLog } from '../data/audit-log.js';
import { readPinyin } from '../data/read-pinyin.js';
import { lockUnit, type StoredUnit } from '../data/unit-rows.js';
import { addUnit } from '../data/unit-store.js';
import { UnitTree } from '../data/unit-tree.js';
import { type Actor, scopeOf } from '../domain/actor.js';
import { type AddedLevel, mayAddUnit } from '../domain/unit-rules.js';

export interface UnitRequest {
  readonly parentId: string;
  readonly level: AddedLevel;
  readonly code: string;
  readonly name: string;
  readonly shortName?: string | undefined;
}

/** Hangs a township or enterprise union below a unit of the administrator's subtree. */
@Injectable()
export class AddUnit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tree: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor, wanted: UnitRequest): Promise<StoredUnit> {
    const { parentId, level, code, name, shortName = name } = wanted;
    const pinyin = await readPinyin(name);
    const id = await this.work.run(scopeOf(actor, 'unit.manage'), async (tx) => {
      const parent = (await lockUnit(tx, parentId)) ?? refuse('unknown-unit', { field: 'parentId' });
      orRefuse(mayAddUnit(actor, parent, level));
      const added = await addUnit(tx, parent, { code, name, shortName, level, pinyin });
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'unit-added',
        objectKind: 'unit',
        objectId: added,
        facts: { code, level, parentId },
      });
      return added;
    });
    await this.tree.refresh();
    return this.tree.find(id) ?? refuse('not-found');
  }
}
