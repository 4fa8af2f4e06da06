import { Suspense, useRef } from 'react';
import type { TicketVerb, TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Skeletons } from '../../parts';
import { KeptForm, ownVersion, VERBS } from '../../verbs';

interface ActiveFormProps {
  verb: TicketVerb;
  ticket: TicketView;
  onDone: () => void;
  onCancel?: (() => void) | undefined;
  onAlso?: ((verb: TicketVerb) => void) | undefined;
}

/** The form of one verb on its own panel; opened once, it keeps its words until it is sent or closed. */
export function ActiveForm({ verb, ticket, onDone, onCancel, onAlso }: ActiveFormProps) {
  const t = useTexts('ticket');
  const opened = useRef(ticket.version);
  const Form = VERBS[verb].form;
  const changed = ticket.version > Math.max(opened.current, ownVersion(ticket.id));
  if (!Form) return null;
  return (
    <div className="panel">
      {changed && (
        <p className="note is-warn" role="status">
          {t('updated')}
        </p>
      )}
      <Suspense fallback={<Skeletons rows={3} height={40} />}>
        <KeptForm key={verb} verb={verb} subjectId={ticket.id}>
          {(gone) => (
            <Form
              ticket={ticket}
              onDone={() => {
                gone();
                onDone();
              }}
              onCancel={onCancel}
              onAlso={onAlso}
            />
          )}
        </KeptForm>
      </Suspense>
    </div>
  );
}
