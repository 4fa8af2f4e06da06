import { Suspense } from 'react';
import type { TicketVerb, TicketView } from '../../api/contract';
import { Skeletons } from '../../parts';
import { VERBS } from '../../verbs';

interface ActiveFormProps {
  verb: TicketVerb;
  ticket: TicketView;
  onDone: () => void;
  onCancel?: (() => void) | undefined;
  onAlso?: ((verb: TicketVerb) => void) | undefined;
}

/** The form of one verb on its own panel; opened once, it keeps its words until it is sent or closed. */
export function ActiveForm({ verb, ticket, onDone, onCancel, onAlso }: ActiveFormProps) {
  const Form = VERBS[verb].form;
  if (!Form) return null;
  return (
    <div className="panel">
      <Suspense fallback={<Skeletons rows={3} height={40} />}>
        <Form ticket={ticket} onDone={onDone} onCancel={onCancel} onAlso={onAlso} />
      </Suspense>
    </div>
  );
}
