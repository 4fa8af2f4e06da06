import type { CallBackView, TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { clockText, durationText, TimeText } from '../../parts';

/** The call the attempt was made by, in the switchboard's own times. */
function CallOfIt({ callBack }: { callBack: CallBackView }) {
  const t = useTexts('ticket');
  const { calledAt, answeredAt, endedAt, talkSeconds, recording } = callBack;
  const words = [
    calledAt && t('dialled', { time: clockText(calledAt) }),
    answeredAt && t('took', { time: clockText(answeredAt) }),
    endedAt && t('over', { time: clockText(endedAt) }),
    talkSeconds !== null && t('talked', { talk: durationText(talkSeconds * 1000) }),
    answeredAt && endedAt && talkSeconds === null && t('talkUnknown'),
    recording && t('recording'),
  ];
  return (
    <small className="number" title={recording ?? undefined}>
      {words.filter(Boolean).join(' · ')}
    </small>
  );
}

export function CallBackLine({ callBack }: { callBack: CallBackView }) {
  const t = useTexts('ticket');
  const v = useTexts('verbs');
  const rating = (name: string, value: CallBackView['handlingRating']) =>
    value && (
      <span className={`tag${value === 'dissatisfied' ? ' tag-bad' : ''}`}>
        {name} {v(`rating.${value}`)}
      </span>
    );
  return (
    <li>
      <span className="contact-line">
        <strong>
          {callBack.reached ? t('reached') : v(`why.${callBack.notReachedReason ?? 'no-answer'}`)}
          {callBack.solved && ` · ${v(`solved.${callBack.solved}`)}`}
        </strong>
        <TimeText at={callBack.at} />
      </span>
      <span className="contact-line">
        {rating(t('ratingHandling'), callBack.handlingRating)}
        {rating(t('ratingCall'), callBack.callRating)}
        <small>{callBack.by}</small>
        {callBack.calledAt && <CallOfIt callBack={callBack} />}
      </span>
      {(callBack.reason ?? callBack.note) && (
        <p>{[callBack.reason, callBack.note].filter(Boolean).join(' · ')}</p>
      )}
    </li>
  );
}

/** Every attempt to reach the worker while handling, and every call-back after it. */
export function ContactPanel({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const v = useTexts('verbs');
  const { workerContacts, callBacks } = ticket;
  return (
    <section className="panel" aria-labelledby="worker-contacts">
      <h2 id="worker-contacts">
        {t('workerContacts')} <small>{workerContacts.length}</small>
      </h2>
      {workerContacts.length === 0 && <p className="quiet">{t('noContacts')}</p>}
      <ul className="contact-list">
        {workerContacts.toReversed().map((contact) => (
          <li key={contact.id}>
            <span className="contact-line">
              <strong>
                {v(`means.${contact.means}`)} · {v(`contact.reached.${contact.reached ? 'yes' : 'no'}`)}
              </strong>
              <TimeText at={contact.at} />
            </span>
            <p>{contact.note}</p>
            <small>
              {contact.unit.name} · {contact.by}
            </small>
          </li>
        ))}
      </ul>
      {callBacks.length > 0 && (
        <>
          <h2>
            {t('callBacks')} <small>{callBacks.length}</small>
          </h2>
          <ul className="contact-list">
            {callBacks.toReversed().map((callBack) => (
              <CallBackLine key={callBack.id} callBack={callBack} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
