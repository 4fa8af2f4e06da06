import type { ActInput } from '../domain/decide-act.js';
import type { RecordPetitionStageBody } from './petition-bodies.js';

/** The body as the rule asks for it: what was left out is null. */
export const actInput = ({ act, doneOn, ...rest }: RecordPetitionStageBody): ActInput => ({
  act,
  doneOn,
  documentNo: rest.documentNo ?? null,
  note: rest.note ?? null,
  extensionDays: rest.extensionDays ?? null,
  headApproved: rest.headApproved ?? false,
  endReason: rest.endReason ?? null,
});
