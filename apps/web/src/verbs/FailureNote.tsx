import { Button } from 'antd';
import { useTexts } from '../app/i18n';
import type { TicketVerb, TicketView } from '../api/contract';
import { StaleNote, type Written } from './StaleNote';
import type { Act } from './useAct';

interface FailureNoteProps {
  act: Act;
  verb: TicketVerb;
  mine: Written[];
  onDone: (ticket: TicketView) => void;
}

/** Why a verb did not happen, in place; the form above it keeps every word. */
export function FailureNote({ act, verb, mine, onDone }: FailureNoteProps) {
  const t = useTexts('verbs');
  const { failure } = act;
  if (!failure) return null;
  const again = () => void act.again().then((answer) => answer && onDone(answer));
  if (failure.kind === 'stale') {
    return (
      <StaleNote
        verb={verb}
        ticket={act.base}
        current={failure.current}
        mine={mine}
        onAgain={again}
        onClear={act.clear}
      />
    );
  }
  const offline = failure.kind === 'offline';
  return (
    <div className={`note ${offline ? 'is-warn' : 'is-bad'}`} role="alert">
      <span>
        {offline ? t('fail.offline') : failure.problem.detail || failure.problem.title}
        {!offline && failure.problem.requestId !== '' && (
          <small>
            {t('fail.request')} <code>{failure.problem.requestId}</code>
          </small>
        )}
      </span>
      <Button size="small" onClick={again} loading={act.pending}>
        {t('again')}
      </Button>
    </div>
  );
}

/** The server's word on one field, shown under that field. */
export function fieldError(act: Act, field: string): string | undefined {
  if (act.failure?.kind !== 'problem') return undefined;
  const { problem } = act.failure;
  const named = problem.errors?.find((one) => one.field === field || one.field.startsWith(`${field}.`));
  return named?.detail ?? (problem.field === field ? problem.detail : undefined);
}
