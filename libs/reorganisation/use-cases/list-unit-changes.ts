import { Injectable } from '@nestjs/common';
import { isId, refuse, UnitOfWork } from '@hotline/kernel';
import { type Actor, scopeOf } from '@hotline/organization';
import { type ChangePlace, ChangeStore, type NamedChange } from '../data/change-store.js';

/** The history of the tree below the reader's units, newest first. */
@Injectable()
export class ListUnitChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly changes: ChangeStore,
  ) {}

  async run(
    actor: Actor,
    after: string | null,
    limit: number,
  ): Promise<{ items: NamedChange[]; next: string | null }> {
    const place = after === null ? null : placeOf(after);
    const found = await this.work.read(scopeOf(actor, 'unit.reorganise'), (tx) =>
      this.changes.list(tx, place, limit + 1),
    );
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? `${last.plannedAt.toISOString()} ${last.id}` : null };
  }
}

function placeOf(text: string): ChangePlace {
  const [at = '', id = ''] = text.split(' ');
  if (Number.isNaN(Date.parse(at)) || !isId(id)) return refuse('invalid-input', { field: 'cursor' });
  return { at: new Date(at).toISOString(), id };
}
