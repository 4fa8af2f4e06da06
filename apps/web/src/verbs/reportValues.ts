import type { AttachmentView } from '../api/contract';
import type { VerbBody } from './endpoints';

export interface ReportValues {
  outcome: string | null;
  amount: string | null; // yuan, decimal string
  people: number | null;
  contactId: string | null;
  files: AttachmentView[];
  narrative: string;
}

export const EMPTY_REPORT: ReportValues = {
  outcome: null,
  amount: null,
  people: null,
  contactId: null,
  files: [],
  narrative: '',
};

export function reportIsComplete(values: ReportValues): boolean {
  return values.outcome !== null && values.narrative.trim() !== '';
}

/** The body of ReportHop. An empty amount means nothing was recovered that could be counted, not zero yuan. */
export function reportBody(values: ReportValues): VerbBody<'report'> {
  return {
    outcome: values.outcome ?? '', // the form is not sent without one
    narrative: values.narrative.trim(),
    ...(values.amount === null || values.amount === ''
      ? {}
      : { amountRecovered: Number(values.amount).toFixed(2) }),
    ...(values.people === null ? {} : { peopleHelped: values.people }),
    proof: {
      ...(values.contactId === null ? {} : { workerContactId: values.contactId }),
      ...(values.files.length === 0 ? {} : { attachmentIds: values.files.map((file) => file.id) }),
    },
  };
}
