import { Button } from 'antd';
import { useState } from 'react';
import type { TicketVerb, TicketView } from '../../api/contract';
import { useCommands, type Command } from '../../app/commands';
import { useIsTight } from '../../app/ground';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { EmptyState, Kbd, Sheet } from '../../parts';
import { UrgentStrip } from '../../supervision';
import { FailureNote, ReportCard, UnsentDrafts, useStepWords, VERBS } from '../../verbs';
import { ActiveForm } from './ActiveForm';
import { hasEnded } from './ended';
import { LeftColumn } from './LeftColumn';
import { SidePanel } from './SidePanel';
import { TicketHead } from './TicketHead';
import { TicketTop } from './TicketTop';
import { Undelivered } from './Undelivered';
import { useVerbChoice, type VerbChoice } from './useVerbChoice';
import { VerbBar } from './VerbBar';
import { WorkerWords } from './WorkerWords';

function useVerbKeys(ticket: TicketView, choose: (verb: TicketVerb) => void): void {
  const { language } = useSettings();
  useCommands(
    ticket.verbs
      .filter((verb) => VERBS[verb].place !== 'in-place')
      .map<Command>((verb) => ({
        name: `ticket.${verb}`,
        label: VERBS[verb].label[language],
        key: VERBS[verb].key?.toLowerCase(),
        perform: () => choose(verb),
      })),
  );
}

function Reports({ ticket, hideLast }: { ticket: TicketView; hideLast: boolean }) {
  const t = useTexts('ticket');
  const reports = hideLast ? ticket.reports.slice(0, -1) : ticket.reports;
  if (reports.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="reports">
      <h2 id="reports">
        {t('reports')} <small>{reports.length}</small>
      </h2>
      {reports.toReversed().map((report) => (
        <ReportCard key={report.id} report={report} ticket={ticket} />
      ))}
    </section>
  );
}

/** No form is open: whom the ticket waits for, or what stands in the bar above. */
function Idle({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const words = useStepWords();
  const { now } = ticket;
  const mine = now?.mine ?? false;
  const waits = now && !mine;
  return (
    <section className="panel idle-panel">
      <EmptyState
        icon={waits ? 'clock' : 'check'}
        title={waits ? t('waitsFor', { unit: now.unit.name, step: words.now(ticket) }) : words.now(ticket)}
      >
        {t(mine ? 'inTheBar' : 'nothingNote')}
      </EmptyState>
    </section>
  );
}

function Work({ ticket, verbs }: { ticket: TicketView; verbs: VerbChoice }) {
  const t = useTexts('ticket');
  const { chosen, also, immediate } = verbs;
  return (
    <section className="ticket-work" data-region tabIndex={0} aria-label={t('work')}>
      <FailureNote act={immediate.sign} verb="sign" mine={[]} onDone={verbs.done} />
      <FailureNote act={immediate.recall} verb="recall" mine={[]} onDone={verbs.done} />
      <FailureNote act={immediate.archive} verb="archive" mine={[]} onDone={verbs.done} />
      <Undelivered ticket={ticket} />
      <UnsentDrafts ticket={ticket} open={[chosen, also]} onResume={verbs.choose} />
      <UrgentStrip ticket={ticket} />
      <FailureNote act={immediate.signPart} verb="sign-support" mine={[]} onDone={verbs.done} />
      <WorkerWords ticket={ticket} />
      {also && <ActiveForm verb={also} ticket={ticket} onDone={verbs.closeAlso} onCancel={verbs.closeAlso} />}
      {chosen && (
        <ActiveForm
          key={chosen}
          verb={chosen}
          ticket={ticket}
          onDone={verbs.done}
          onCancel={verbs.mayCancel ? verbs.done : undefined}
          onAlso={verbs.openAlso}
        />
      )}
      {chosen === null && !hasEnded(ticket) && <Idle ticket={ticket} />}
      <Reports ticket={ticket} hideLast={chosen === 'review'} />
    </section>
  );
}

/** Chain left, work in the middle, requests and files right; under 1200 px the right becomes a drawer. */
export function TicketPage({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const tight = useIsTight();
  const [side, setSide] = useState(false);
  const verbs = useVerbChoice(ticket);
  useVerbKeys(ticket, verbs.choose);
  useCommands([
    { name: 'ticket.side', label: t('side'), key: ']', hidden: true, perform: () => setSide((old) => !old) },
  ]);
  return (
    <div className="ticket">
      <TicketTop ticket={ticket} />
      <header className="ticket-top">
        <TicketHead ticket={ticket} />
        <VerbBar ticket={ticket} chosen={verbs.chosen} pending={verbs.pending} onVerb={verbs.choose}>
          {tight && (
            <Button type="text" onClick={() => setSide(true)}>
              {t('openSide')} <Kbd keys="]" />
            </Button>
          )}
        </VerbBar>
      </header>
      <div className="ticket-columns">
        <LeftColumn ticket={ticket} />
        <Work ticket={ticket} verbs={verbs} />
        {tight ? (
          <Sheet
            open={side}
            onClose={() => setSide(false)}
            size={400}
            title={t('side')}
            className="side-drawer"
          >
            <SidePanel ticket={ticket} />
          </Sheet>
        ) : (
          <aside className="ticket-side" data-region tabIndex={0} aria-label={t('side')}>
            <SidePanel ticket={ticket} />
          </aside>
        )}
      </div>
    </div>
  );
}
