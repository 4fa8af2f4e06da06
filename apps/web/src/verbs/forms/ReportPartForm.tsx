import '../../together/texts';
import '../../together/together.css';
import { PartForm } from '../../together/PartForm';
import type { VerbFormProps } from '../VerbFrame';

/** The report of the part this reader may report now; with several, the one asked first. */
export default function ReportPartForm({ ticket, onDone, onCancel }: VerbFormProps) {
  const part = ticket.together.supports.find((one) => one.verbs.includes('report-support'));
  if (!part) return null;
  const done = () => onDone(ticket);
  return <PartForm verb="report-support" {...{ ticket, part, onCancel }} onDone={done} />;
}
