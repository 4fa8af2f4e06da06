import type { PauseView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { momentText } from '../../parts';

/** Spans of a custody in which its deadlines stood still: hatched, and in words. */
export function PauseSpans({ pauses }: { pauses: readonly PauseView[] }) {
  const t = useTexts('ticket');
  return (
    <>
      {pauses.map((pause) => (
        <p key={pause.id} className={`pause-span${pause.endedAt ? '' : ' is-open'}`}>
          <span className="pause-hatch" aria-hidden="true" />
          {t(pause.endedAt ? 'request.pausedFor' : 'request.pausedNow', {
            from: momentText(pause.at),
            to: momentText(pause.endedAt ?? pause.untilAt),
            party: pause.thirdParty,
          })}
        </p>
      ))}
    </>
  );
}
