import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { send } from '../api/client';
import { useServerSecond } from '../api/server-clock';
import { useTexts } from '../app/i18n';
import { durationText, Icon, useRevealed } from '../parts';
import './call-number.css';
import './texts';

interface Props {
  /** null: of a ring or visit whose call is not on record */
  callId: string | null;
  masked: ReactElement | string;
  /** The server would show the number to this person. */
  revealable: boolean;
}

function Countdown({ until }: { until: string }): ReactElement {
  const t = useTexts('calls');
  const left = Math.max(0, Date.parse(until) - useServerSecond());
  return <span className="quiet small">{t('number.left', { time: durationText(left) })}</span>;
}

/**
 * The number of a call: masked, and where the server allows it, shown for a written reason and for five minutes. The look
 * is on record; the number is in no address and in no cache.
 */
export function CallNumber({ callId, masked, revealable }: Props): ReactElement {
  const t = useTexts('calls');
  const id = callId ?? '';
  const reveal = useRevealed(id, (reason) => send('POST', `/calls/${id}/number`, { reason }));
  const [reason, setReason] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const hider = useRef<HTMLButtonElement>(null);
  const { shown } = reveal;
  useEffect(() => setReason(null), [id]);
  // Whoever asked by the keyboard goes on from the number.
  useEffect(() => {
    if (shown) hider.current?.focus();
  }, [shown]);
  const close = (): void => {
    setReason(null);
    reveal.hide();
    requestAnimationFrame(() => opener.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    close();
  };
  if (!revealable || id === '') return <strong className="number call-digits">{masked}</strong>;
  if (shown)
    return (
      <span className="call-reveal is-shown" role="status" onKeyDown={onKeyDown}>
        <strong className="number call-digits">{shown.number}</strong>
        <Countdown until={shown.shownUntil} />
        <button ref={hider} type="button" className="link-button small" onClick={close}>
          {t('number.hide')}
        </button>
      </span>
    );
  return (
    <span className="call-reveal">
      <strong className="number call-digits">{masked}</strong>
      {reason === null && (
        <button ref={opener} type="button" className="link-button small" onClick={() => setReason('')}>
          <Icon name="eye" size={14} /> {t('number.look')}
        </button>
      )}
      {reason !== null && (
        <form
          className="call-reason"
          aria-label={t('number.look')}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            if (reason.trim().length > 1) void reveal.ask(reason.trim());
          }}
          onKeyDown={onKeyDown}
        >
          <Input
            autoFocus
            aria-label={t('number.why')}
            placeholder={t('number.why')}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button htmlType="submit" loading={reveal.pending} disabled={reason.trim().length < 2}>
            {t('number.show')}
          </Button>
          <Button type="text" onClick={close}>
            {t('number.cancel')}
          </Button>
          <small className="quiet">{t('number.recorded')}</small>
          {reveal.error && (
            <span className="field-error" role="alert">
              {reveal.error.message === 'offline' ? t('offline') : reveal.error.message}
            </span>
          )}
        </form>
      )}
    </span>
  );
}
