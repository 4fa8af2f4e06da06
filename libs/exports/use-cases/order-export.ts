import { Injectable } from '@nestjs/common';
import { newId, Outbox, refuse, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { type Actor, AuditLog, homeUnit, type Permission } from '@hotline/organization';
import type { ShownExport } from '../data/export-rows.js';
import { ExportStore } from '../data/export-store.js';
import {
  capReached,
  EXPORT_CAPS,
  type ExportForm,
  type ExportLanguage,
  type ExportQuestion,
} from '../domain/export.js';
import { WRITE_EXPORT } from '../jobs/write-export-job.js';
import { ExportContents } from './export-contents.js';

export interface ExportWish {
  readonly form: ExportForm;
  readonly language: ExportLanguage;
}

/** Puts a file on order. The same file asked for again while it is being written is that file. */
@Injectable()
export class OrderExport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contents: ExportContents,
    private readonly store: ExportStore,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Refused what the page of the same rows would say, `export-cap-reached` */
  async run(actor: Actor, kind: string, asked: object, { form, language }: ExportWish): Promise<ShownExport> {
    const content = this.contents.of(kind);
    const { question, name } = await content.settle(actor, given(asked), language);
    const { accountId } = actor;
    const unitId = unitOf(actor, content.permission);
    const wanted = {
      id: newId(),
      accountId,
      unitId,
      kind,
      form,
      language,
      name: `${name}.${form}`,
      question,
    };
    // Counting what a unit has is no person's view of it.
    return this.work.run(WHOLE_TREE, async (tx) => {
      const use = await this.store.use(tx, accountId, unitId);
      const twin = await this.store.openTwin(tx, wanted);
      if (twin) return twin;
      const cap = capReached(use);
      if (cap) return refuse('export-cap-reached', { facts: { cap, most: EXPORT_CAPS[cap] } });
      const added = await this.store.add(tx, wanted);
      await this.outbox.add(tx, WRITE_EXPORT, { exportId: added.id });
      await this.audit.append(tx, {
        actorId: accountId,
        action: 'export-ordered',
        objectKind: 'export',
        objectId: added.id,
        facts: { kind, form, language, ...question },
      });
      return added;
    });
  }
}

/** The unit in whose name the person reads. */
const unitOf = (actor: Actor, permission: Permission): string =>
  homeUnit(actor, permission)?.unitId ?? refuse('forbidden');

/** What was said, as it is kept: a field that is null was not. */
const given = (asked: object): ExportQuestion =>
  Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined && value !== null),
  ) as ExportQuestion;
