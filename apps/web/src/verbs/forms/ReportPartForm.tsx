import '../../together/texts';
import '../../together/together.css';
import { PartReportForm } from '../../together/PartReportForm';
import type { VerbFormProps } from '../VerbFrame';

/** The report of the part this reader may report now; with several, the one asked first. */
export default function ReportPartForm({ ticket, onDone }: VerbFormProps) {
  const part = ticket.together.supports.find((one) => one.verbs.includes('report-support'));
  return part ? <PartReportForm ticket={ticket} part={part} onDone={() => onDone(ticket)} /> : null;
}
