import type { AttachmentView } from '../api/contract';
import type { VerbBody } from './endpoints';

export interface ReportValues {
  outcome: string | null;
  amount: string | null; // yuan, decimal string
  people: number | null;
  contactId: string | null;
  files: AttachmentView[];
  narrative: string;
  /** Of every part still open: why the report does not wait for it. Older drafts have none. */
  waivers?: Record<string, string>;
}

export const EMPTY_REPORT: ReportValues = {
  outcome: null,
  amount: null,
  people: null,
  contactId: null,
  files: [],
  narrative: '',
};

export function reportIsComplete(values: ReportValues, openParts: readonly string[] = []): boolean {
  const waived = openParts.every((id) => (values.waivers?.[id] ?? '').trim() !== '');
  return values.outcome !== null && values.narrative.trim() !== '' && waived;
}

/** The body of ReportHop. An empty amount means nothing was recovered that could be counted, not zero yuan. */
export function reportBody(values: ReportValues, openParts: readonly string[] = []): VerbBody<'report'> {
  return {
    outcome: values.outcome ?? '', // the form is not sent without one
    narrative: values.narrative.trim(),
    ...(values.amount === null || values.amount === ''
      ? {}
      : { amountRecovered: Number(values.amount).toFixed(2) }),
    ...(values.people === null ? {} : { peopleHelped: values.people }),
    ...(openParts.length === 0
      ? {}
      : {
          waivers: openParts.map((supportId) => ({
            supportId,
            reason: (values.waivers?.[supportId] ?? '').trim(),
          })),
        }),
    proof: {
      ...(values.contactId === null ? {} : { workerContactId: values.contactId }),
      ...(values.files.length === 0 ? {} : { attachmentIds: values.files.map((file) => file.id) }),
    },
  };
}
