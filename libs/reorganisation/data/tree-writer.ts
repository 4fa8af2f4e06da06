import { Injectable } from '@nestjs/common';
import { pathRange, refuse, type Transaction } from '@hotline/kernel';
import { keepFormer, lockUnits, readPinyin, type Tree } from '@hotline/organization';
import { changed, innermostFirst } from '@hotline/platform';
import type { UnitToBe } from '../domain/parts.js';
import type { TreeEdit } from '../domain/tree-edit.js';

/** Changes the tree itself, in one short transaction that runs alone. */
@Injectable()
export class TreeWriter {
  /** How the new names sound; read beforehand, because it is slow. */
  async sounds(edit: TreeEdit): Promise<Map<string, { pinyin: string; initials: string }>> {
    const sounds = new Map<string, { pinyin: string; initials: string }>();
    for (const { name } of [...edit.renames, ...edit.additions]) {
      const { syllables, initials } = await readPinyin(name);
      sounds.set(name, { pinyin: syllables.join(' '), initials });
    }
    return sounds;
  }

  async write(
    tx: Transaction,
    edit: TreeEdit,
    tree: Tree,
    sounds: Awaited<ReturnType<TreeWriter['sounds']>>,
  ): Promise<void> {
    const moving = tree.all().filter((unit) => edit.moves.some(({ from }) => unit.path.startsWith(from)));
    const touched = [
      ...new Set([...moving.map(({ id }) => id), ...edit.renames.map(({ unitId }) => unitId)]),
    ];
    await lockUnits(tx, touched);
    await keepFormer(tx, touched);
    await this.add(tx, edit.additions, sounds);
    await this.move(tx, edit);
    await this.rename(tx, edit, sounds);
    await this.end(tx, edit);
  }

  private async add(
    tx: Transaction,
    additions: readonly UnitToBe[],
    sounds: Awaited<ReturnType<TreeWriter['sounds']>>,
  ): Promise<void> {
    for (const unit of additions) {
      const sound = sounds.get(unit.name);
      const added = await changed(
        tx,
        `insert into unit (id, code, name, short_name, kind, level, region_code, parent_id, path, calendar_id, pinyin,
           initials, created_at)
         select $1, $2, $3, $4, l.kind, l.level, case when $2 ~ '^[0-9]{6}$' and l.region_code is not null then $2 end,
           l.parent_id, $5, l.calendar_id, $6, $7, $8
         from unit l where l.id = $9 on conflict do nothing`,
        [
          unit.id,
          unit.code,
          unit.name,
          unit.shortName,
          unit.path,
          sound?.pinyin ?? '',
          sound?.initials ?? '',
          tx.now,
          unit.likeId,
        ],
      );
      if (added === 0) refuse('duplicate', { field: 'parts' });
    }
  }

  /** What has left an inner subtree is no longer there when the outer one moves. */
  private async move(tx: Transaction, { moves }: TreeEdit): Promise<void> {
    for (const { from, to } of innermostFirst(moves)) {
      const { low, high } = pathRange(from);
      await changed(
        tx,
        `update unit set path = $3 || substr(path, $4), version = version + 1 where path >= $1 and path < $2`,
        [low, high, to, from.length + 1],
      );
    }
    for (const { unitId, parentId } of moves) {
      await changed(tx, 'update unit set parent_id = $2 where id = $1', [unitId, parentId]);
    }
  }

  private async rename(
    tx: Transaction,
    { renames }: TreeEdit,
    sounds: Awaited<ReturnType<TreeWriter['sounds']>>,
  ): Promise<void> {
    for (const { unitId, name, shortName, code } of renames) {
      const sound = sounds.get(name);
      await changed(
        tx,
        `update unit set name = $2, short_name = $3, pinyin = $5, initials = $6, version = version + 1, code = $4,
           region_code = case when region_code = code and $4 ~ '^[0-9]{6}$' then $4 else region_code end
         where id = $1`,
        [unitId, name, shortName, code, sound?.pinyin ?? '', sound?.initials ?? ''],
      );
    }
  }

  /** Whoever had this unit for an heir has its heir now. */
  private async end(tx: Transaction, { ends }: TreeEdit): Promise<void> {
    for (const { unitId, heirId } of ends) {
      await changed(
        tx,
        `update unit set active = case when id = $1 then false else active end, heir_id = $2, version = version + 1
         where id = $1 or heir_id = $1`,
        [unitId, heirId],
      );
    }
  }

  /** The heir's people: the same posts, beside the old ones, which keep reading what they had. */
  async grantPosts(tx: Transaction, { ends }: TreeEdit, by: string | null): Promise<void> {
    for (const { unitId, heirId } of ends) {
      await changed(
        tx,
        `insert into membership (id, account_id, unit_id, role, granted_at, granted_by)
         select gen_random_uuid(), m.account_id, $2, m.role, $3, $4 from membership m
         where m.unit_id = $1 and m.revoked_at is null on conflict do nothing`,
        [unitId, heirId, tx.now, by],
      );
    }
  }
}
