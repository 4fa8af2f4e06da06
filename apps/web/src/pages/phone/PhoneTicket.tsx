import { Button } from 'antd';
import { Suspense, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { TicketVerb, TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { TopBar } from '../../app/TopBar';
import { LegalPanel, PetitionPanel } from '../../legal';
import { dayText, Icon, minuteText, momentText, shortDayText } from '../../parts';
import { PartsPanel, SafeguardsPanel } from '../../together';
import {
  AttachmentLink,
  FailureNote,
  OfflineQueue,
  ReportCard,
  Shape,
  UnsentDrafts,
  useAct,
  useStepWords,
  VERBS,
} from '../../verbs';
import { Countdown } from '../ticket/Countdown';
import { explanationOf } from '../ticket/explanation';
import { ContactPanel } from '../ticket/ContactPanel';
import { RequestsPanel } from '../ticket/RequestsPanel';
import { HeadTags } from '../ticket/TicketHead';
import { Undelivered } from '../ticket/Undelivered';
import { WorkerWords } from '../ticket/WorkerWords';
import { NotesPanel, OrdersPanel, UrgentStrip } from '../../supervision';
import { OfflineBanner } from './OfflineBanner';
import { takeOffline, useFlushing, useWaitingSteps } from './outbox';
import './phone.css';
import { PhoneChain } from './PhoneChain';
import { PhoneSheet, type Sheet } from './PhoneSheet';
import { usePreload } from './preload';
import './texts';
import { ThumbBar, type Thumb } from './ThumbBar';

const MIDDLE: readonly TicketVerb[] = [
  'report',
  'report-support',
  'review',
  'record-call-back',
  'answer-order',
  'close',
  'rule-return',
  'rule-extension',
  'rule-exclusion',
  'dispatch',
];

/** The time if it was today, else the day: it has to fit under a thumb. */
function shortMoment(at: string): string {
  return dayText(at) === dayText(Date.now()) ? minuteText(at) : shortDayText(at);
}

function useThumbs(
  ticket: TicketView,
  onSheet: (sheet: Sheet) => void,
  sign: () => void,
): [Thumb, Thumb, Thumb] {
  const t = useTexts('phone');
  const { language } = useSettings();
  const waiting = useWaitingSteps().filter((step) => step.ticketId === ticket.id);
  const hop = ticket.hops.findLast((one) => one.role === 'lead');
  const queued = waiting.some((step) => step.verb === 'sign');
  const forPart = ticket.verbs.includes('sign-support') && !ticket.verbs.includes('sign');
  const mayQueue = forPart || (ticket.verbs.includes('sign') && !queued);
  const middle = MIDDLE.find((verb) => ticket.verbs.includes(verb)) ?? 'report';
  // A signature that still waits for the network opens the way to the report, as it will on the server.
  const mayReport = ticket.verbs.includes(middle) || queued;
  const signedAt = hop?.signedAt ? t('signedAt', { time: shortMoment(hop.signedAt) }) : t('sign');
  return [
    {
      name: 'sign',
      label: queued ? t('wait.sign') : mayQueue ? t('sign') : signedAt,
      icon: <Icon name="check" size={20} />,
      filled: mayQueue,
      disabled: !mayQueue,
      onPress: sign,
    },
    {
      name: 'report',
      label: middle === 'report' ? t('report') : VERBS[middle].label[language],
      icon: <Shape name="pencil" size={20} />,
      filled: mayReport && !mayQueue,
      disabled: !mayReport || waiting.some((step) => step.verb === middle),
      onPress: () => onSheet(middle),
    },
    {
      name: 'help',
      label: t('help'),
      icon: <Shape name="help" size={20} />,
      filled: false,
      disabled: false,
      onPress: () => onSheet('help'),
    },
  ];
}

function Handover({ ticket }: { ticket: TicketView }) {
  const t = useTexts('phone');
  const hop = ticket.hops.findLast((one) => one.role === 'lead');
  if (!hop) return null;
  return (
    <section className="panel">
      <p className="quiet">
        {t('handover', { unit: hop.fromUnit?.name ?? '', time: momentText(hop.sentAt) })}
      </p>
      <p>{explanationOf(ticket, hop)}</p>
    </section>
  );
}

/** The ticket on a phone: what, how long, the worker's words, the chain, three buttons. */
export function PhoneTicket({ ticket }: { ticket: TicketView }) {
  const t = useTexts('phone');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('do');
  // A form that was allowed when it was opened stays, whatever a live patch does; a report may wait for its signature.
  const offered = useRef(ticket.verbs);
  const isOpen = (verb: string) =>
    verb === 'report' || [...offered.current, ...ticket.verbs].some((one) => one === verb);
  // The open sheet stands in the address: a reload opens it again, and its draft fills it.
  const sheet = wanted === 'help' || (wanted !== null && isOpen(wanted)) ? (wanted as Sheet) : null;
  const setSheet = (next: Sheet) => setSearch(next === null ? {} : { do: next }, { replace: true });
  return (
    <OfflineQueue value={takeOffline}>
      <PhoneTicketBody ticket={ticket} sheet={sheet} onSheet={setSheet} />
      <TopBar>
        <span className="phone-crumb">
          <Button
            type="text"
            aria-label={t('back')}
            icon={<Shape name="back" size={20} />}
            onClick={() => void navigate('/inbox')}
          />
          <strong>{ticket.no}</strong>
        </span>
      </TopBar>
    </OfflineQueue>
  );
}

interface BodyProps {
  ticket: TicketView;
  sheet: Sheet;
  onSheet: (sheet: Sheet) => void;
}

function PhoneTicketBody({ ticket, sheet, onSheet }: BodyProps) {
  const t = useTexts('phone');
  const words = useTexts('ticket');
  const steps = useStepWords();
  // What is asked of a supporting unit comes before the worker's words; of the lead it is one panel among others.
  const ownPart = ticket.now?.step === 'sign-support' || ticket.now?.step === 'report-support';
  const sign = useAct(ticket, 'sign');
  const signPart = useAct(ticket, 'sign-support');
  const part = ticket.together.supports.find((one) => one.verbs.includes('sign-support'));
  const press = () => void (ticket.verbs.includes('sign') ? sign.run({}) : signPart.run({}, part?.id));
  const thumbs = useThumbs(ticket, onSheet, press);
  useFlushing();
  usePreload();
  return (
    <div className="phone-page">
      <OfflineBanner />
      <div className="phone-body is-ticket" data-region tabIndex={0} role="region" aria-label={ticket.title}>
        <FailureNote act={sign} verb="sign" mine={[]} onDone={() => undefined} />
        <FailureNote act={signPart} verb="sign-support" mine={[]} onDone={() => undefined} />
        <Undelivered ticket={ticket} />
        <UnsentDrafts ticket={ticket} open={[sheet === 'help' ? null : sheet]} onResume={onSheet} />
        <section className="panel phone-ticket-head">
          <p className="phone-tags">
            <HeadTags ticket={ticket} />
          </p>
          <h1>{ticket.title}</h1>
          <Countdown ticket={ticket} />
          <p className="phone-who">
            {ticket.now && !ticket.now.mine && (
              <strong>{words('waitsFor', { unit: ticket.now.unit.name, step: steps.now(ticket) })}</strong>
            )}
            <span>
              {words('accountable')} {ticket.accountable?.name} {ticket.assignee?.displayName}
            </span>
          </p>
        </section>
        <UrgentStrip ticket={ticket} />
        {ownPart && <PartsPanel ticket={ticket} />}
        <Handover ticket={ticket} />
        <WorkerWords ticket={ticket} />
        {!ownPart && <PartsPanel ticket={ticket} />}
        <SafeguardsPanel ticket={ticket} />
        <section className="panel" aria-label={t('chain')}>
          <h2>{t('chain')}</h2>
          <PhoneChain ticket={ticket} />
        </section>
        {ticket.reports.toReversed().map((report) => (
          <section key={report.id} className="panel">
            <h2>{words('reports')}</h2>
            <ReportCard report={report} ticket={ticket} />
          </section>
        ))}
        <OrdersPanel ticket={ticket} />
        <RequestsPanel ticket={ticket} />
        <NotesPanel ticketId={ticket.id} />
        <Suspense fallback={null}>
          <PetitionPanel ticket={ticket} />
          <LegalPanel key={ticket.id} ticketId={ticket.id} />
        </Suspense>
        {ticket.workerContacts.length + ticket.callBacks.length > 0 && <ContactPanel ticket={ticket} />}
        {ticket.attachments.length > 0 && (
          <section className="panel">
            <h2>{words('files')}</h2>
            {ticket.attachments.map((file) => (
              <AttachmentLink key={file.id} file={file} />
            ))}
          </section>
        )}
      </div>
      <ThumbBar thumbs={thumbs} />
      <PhoneSheet ticket={ticket} sheet={sheet} onSheet={onSheet} />
    </div>
  );
}
