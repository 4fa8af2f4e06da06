import { Injectable } from '@nestjs/common';
import { UnitTree } from '@hotline/organization';
import type { NamedChange } from '../data/change-store.js';
import type { Preview } from '../use-cases/change-preview.js';
import type { ShownChange } from '../use-cases/show-unit-change.js';
import type { PlannedBody, ProgressBody, UnitChangeBody, UnitChangeRowBody } from './view-bodies.js';

/** A change as the contract shows it. */
@Injectable()
export class ChangeViews {
  constructor(private readonly units: UnitTree) {}

  readonly row = (change: NamedChange): UnitChangeRowBody => {
    const { plan } = change;
    const target = plan.parentId ?? plan.intoId;
    const { names = {} } = change.preview as Partial<Preview>;
    // A unit renamed since then goes on being called in the record what it was called.
    const brief = (id: string) => ({ ...this.units.brief(id), ...(names[id] && { name: names[id] }) });
    return {
      id: change.id,
      kind: plan.kind,
      state: change.state,
      units: plan.unitIds.map(brief),
      target: target === undefined ? null : brief(target),
      partNames: (plan.parts ?? []).map((part) => names[part.unitId] ?? part.name ?? ''),
      newName: plan.name ?? null,
      reason: change.reason,
      documentNo: change.documentNo,
      plannedBy: change.plannedByName,
      plannedAt: change.plannedAt,
      scheduledFor: change.scheduledFor,
      scheduledBy: change.scheduledByName,
      startedBy: change.startedByName,
      startedAt: change.startedAt,
      effectiveAt: change.effectiveAt,
      finishedAt: change.finishedAt,
      failure: change.failure,
      progress: progressOf(change),
      version: change.version,
    };
  };

  readonly whole = (change: ShownChange): UnitChangeBody => {
    const { conflicts, units, unitCount, openByState, tickets, handovers, memberships } = change.preview;
    const { calendars, catalogueRules, clocks, most } = change.preview;
    const states = Object.entries(openByState).map(([state, count]) => ({ state, count }));
    return {
      ...this.row(change),
      preview: {
        conflicts,
        units,
        unitCount,
        openByState: states,
        tickets,
        handovers,
        memberships,
        calendars,
        catalogueRules,
        clocks,
        most,
      },
      mayStart: change.mayStart,
      mayCancel: change.mayCancel,
      mayRevise: change.mayRevise,
      plan: this.planned(change),
    };
  };

  private planned({ plan }: NamedChange): PlannedBody {
    const {
      name = null,
      shortName = null,
      code = null,
      parts = [],
      heir = null,
      memberships = 'keep',
    } = plan;
    return {
      name,
      shortName,
      code,
      heir,
      memberships,
      parts: parts.map((part) => ({
        unit: part.code === undefined ? this.units.brief(part.unitId) : null,
        code: part.code ?? null,
        name: part.name ?? null,
        shortName: part.shortName ?? null,
        places: part.places,
        childIds: part.childIds,
      })),
    };
  }
}

function progressOf({ progress, state }: NamedChange): ProgressBody {
  // A ticket somebody worked on meanwhile has its new path already.
  const rewritten = (progress.rows?.ticket ?? 0) + (progress.handedOver ?? 0);
  const rows = Object.entries(progress.rows ?? {}).map(([table, done]) => ({ table, rows: done }));
  return {
    phase: progress.phase ?? null,
    tickets: progress.tickets ?? 0,
    ticketsDone: state === 'done' ? (progress.tickets ?? 0) : Math.min(rewritten, progress.tickets ?? 0),
    handedOver: progress.handedOver ?? 0,
    rows,
  };
}
