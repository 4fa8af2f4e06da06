import { App, Button } from 'antd';
import { Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import type { TicketVerb, TicketView } from '../../api/contract';
import { useCommands } from '../../app/commands';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { CardMark, Kbd, Skeletons } from '../../parts';
import { KeptForm, ReportCard, useStepWords, VERBS } from '../../verbs';
import { CallBackLine } from '../ticket/ContactPanel';
import { Identity } from '../ticket/Identity';
import { Script } from './Script';

const FORMS: readonly TicketVerb[] = ['record-call-back', 'close'];

interface TaskProps {
  ticket: TicketView;
  onDone: (ticket: TicketView) => void;
}

function Earlier({ ticket }: { ticket: TicketView }) {
  const t = useTexts('call-backs');
  return (
    <section className="panel" aria-labelledby="earlier">
      <h2 id="earlier">
        {t('before')} <small>{ticket.callBacks.length}</small>
      </h2>
      {ticket.callBacks.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul className="contact-list">
        {ticket.callBacks.toReversed().map((callBack) => (
          <CallBackLine key={callBack.id} callBack={callBack} />
        ))}
      </ul>
    </section>
  );
}

/** One call-back: who, what was done, what to say, what they said. */
export function Task({ ticket, onDone }: TaskProps) {
  const t = useTexts('call-backs');
  const navigate = useNavigate();
  const words = useStepWords();
  const { message } = App.useApp();
  const { language } = useSettings();
  const allowed = FORMS.filter((verb) => ticket.verbs.includes(verb));
  const [picked, setPicked] = useState<TicketVerb | null>(null);
  const verb = picked ?? allowed[0] ?? null;
  const Form = verb ? VERBS[verb].form : null;
  const report = ticket.reports.at(-1);
  const openTicket = () => void navigate(`/tickets/${ticket.id}`);
  useCommands([
    { name: 'call-backs.open', label: t('open'), key: 'o', perform: openTicket },
    ...allowed.map((one) => ({
      name: `call-backs.${one}`,
      label: VERBS[one].label[language],
      key: VERBS[one].key?.toLowerCase(),
      perform: () => setPicked(one),
    })),
  ]);
  const done = (answer: TicketView) => {
    setPicked(null);
    void message.success(
      answer.state === 'closed' ? t('closedNow') : answer.state === 'call-back' ? t('saved') : t('redo'),
    );
    onDone(answer);
  };
  const attempts = ticket.callBacks.length;
  return (
    <section className="task" data-region aria-label={ticket.title}>
      <header className="dispatch-head">
        <h1>{ticket.title}</h1>
        <span className="tag tag-accent">{words.turn(ticket)}</span>
        <span className="tag">{attempts > 0 ? t('attempts', { count: attempts }) : t('first')}</span>
        <CardMark chip card={ticket.card} remaining={ticket.remaining} dueAt={ticket.nextDueAt} />
        <Button type="text" onClick={openTicket}>
          {ticket.no} <Kbd keys="o" />
        </Button>
      </header>
      <div className="task-columns" tabIndex={0} role="group" aria-label={ticket.title}>
        <div className="task-column">
          <section className="panel">
            <Identity ticket={ticket} />
          </section>
          {allowed.length > 1 && (
            <div className="task-verbs">
              {allowed.map((one) => (
                <Button
                  key={one}
                  className={verb === one ? 'verb-chosen' : ''}
                  onClick={() => setPicked(one)}
                >
                  {VERBS[one].label[language]} <Kbd keys={VERBS[one].key?.toLowerCase() ?? ''} />
                </Button>
              ))}
            </div>
          )}
          {Form && verb && (
            <div className="panel">
              <Suspense fallback={<Skeletons rows={4} height={48} />}>
                <KeptForm key={`${verb}-${attempts}`} verb={verb} subjectId={ticket.id}>
                  {(gone) => (
                    <Form
                      ticket={ticket}
                      onDone={(answer) => {
                        gone();
                        done(answer);
                      }}
                    />
                  )}
                </KeptForm>
              </Suspense>
            </div>
          )}
        </div>
        <div className="task-column">
          <Script ticket={ticket} />
          {report && (
            <section className="panel" aria-labelledby="result">
              <h2 id="result">{t('report')}</h2>
              <ReportCard report={report} ticket={ticket} />
            </section>
          )}
          <Earlier ticket={ticket} />
        </div>
      </div>
    </section>
  );
}
