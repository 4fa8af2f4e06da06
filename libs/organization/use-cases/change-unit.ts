import { Injectable } from '@nestjs/common';
import { orRefuse, refuse, UnitOfWork } from '@hotline/kernel';
import { AuditLog } from '../data/audit-log.js';
import { readPinyin } from '../data/read-pinyin.js';
import { keepFormer, lockUnit, type StoredUnit } from '../data/unit-rows.js';
import { changeUnit, unitSurroundings } from '../data/unit-store.js';
import { UnitTree } from '../data/unit-tree.js';
import { type Actor, scopeOf } from '../domain/actor.js';
import { mayChangeUnit, type UnitEdit } from '../domain/unit-rules.js';

const renames = (unit: StoredUnit, { name = unit.name, shortName = unit.shortName }: UnitEdit): boolean =>
  name !== unit.name || shortName !== unit.shortName;

/** Renames a unit, closes or reopens it. Moving it is a reorganisation: rights and old tickets hang on the path. */
@Injectable()
export class ChangeUnit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tree: UnitTree,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor, id: string, version: number, edit: UnitEdit): Promise<StoredUnit> {
    const pinyin = edit.name === undefined ? undefined : await readPinyin(edit.name);
    await this.work.run(scopeOf(actor, 'unit.manage'), async (tx) => {
      const unit = (await lockUnit(tx, id)) ?? refuse('not-found');
      orRefuse(mayChangeUnit(actor, unit, edit, await unitSurroundings(tx, unit)));
      if (unit.version === version && renames(unit, edit)) await keepFormer(tx, [id]);
      if (!(await changeUnit(tx, id, version, { ...edit, pinyin }))) {
        refuse('stale-version', { facts: { yours: version, newest: unit.version } });
      }
      const fields = (Object.keys(edit) as (keyof UnitEdit)[]).filter((key) => edit[key] !== undefined);
      await this.audit.append(tx, {
        actorId: actor.accountId,
        action: 'unit-changed',
        objectKind: 'unit',
        objectId: id,
        facts: { fields, ...(edit.active === undefined ? {} : { active: edit.active }) },
      });
    });
    await this.tree.refresh();
    return this.tree.find(id) ?? refuse('not-found');
  }
}
