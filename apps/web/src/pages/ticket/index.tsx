import { useParams } from 'react-router';
import { useIsPhone } from '../../app/ground';
import { useTexts } from '../../app/i18n';
import { ProblemError } from '../../api/client';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import { PhoneTicket } from '../phone/PhoneTicket';
import './texts';
import './ticket.css';
import { TicketPage } from './TicketPage';
import { useTicket } from './useTicket';

export default function Ticket() {
  const t = useTexts('ticket');
  const { id = '' } = useParams();
  const phone = useIsPhone();
  const { data, isPending, error, refetch } = useTicket(id);
  if (data) return phone ? <PhoneTicket key={id} ticket={data} /> : <TicketPage key={id} ticket={data} />;
  if (isPending) return <Skeletons rows={8} height={64} />;
  if (error instanceof ProblemError && error.status === 404) return <EmptyState title={t('notFound')} />;
  return <ErrorState error={error} onRetry={() => void refetch()} />;
}
