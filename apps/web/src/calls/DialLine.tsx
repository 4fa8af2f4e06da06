import { Button, Checkbox } from 'antd';
import type { ReactElement } from 'react';
import type { DialledCall } from '../api/contract';
import { useTexts } from '../app/i18n';
import { clockText, durationText, Icon } from '../parts';
import { CallTimer } from '../pages/desk/CallTimer';
import './calls.css';
import './texts';
import { type DialAbout, type DialPhase, useDialled } from './useDialled';

function State({ call, phase }: { call: DialledCall; phase: DialPhase }): ReactElement {
  const t = useTexts('calls');
  if (phase === 'ended') {
    const words = call.endKnown ? t(`dial.result.${call.result ?? 'no_answer'}`) : t('dial.lost');
    const ended = call.answeredAt && call.endKnown;
    return <>{ended ? t('dial.ended') : words}</>;
  }
  const since = phase === 'talking' ? call.answeredAt : phase === 'calling' ? call.rangAt : call.at;
  return (
    <>
      {t(`dial.${phase}`)} {since && phase !== 'failed' && <CallTimer since={since} />}
    </>
  );
}

const isWords = (one: string | false | null): one is string => Boolean(one);

/** Each moment as the switchboard told it, in order. */
function Times({ call }: { call: DialledCall }): ReactElement {
  const t = useTexts('calls');
  const { at, rangAt, answeredAt, talkEndedAt, endedAt, endKnown, recording } = call;
  const end = talkEndedAt ?? endedAt;
  const moments = [
    t('dial.out', { time: clockText(at) }),
    rangAt && t('dial.rang', { time: clockText(rangAt) }),
    answeredAt && t('dial.took', { time: clockText(answeredAt) }),
    end && t('dial.over', { time: clockText(end) }),
    answeredAt &&
      end &&
      endKnown &&
      t('dial.talk', { talk: durationText(Date.parse(end) - Date.parse(answeredAt)) }),
  ];
  return (
    <ol className="dial-times">
      {moments.filter(isWords).map((words) => (
        <li key={words}>{words}</li>
      ))}
      {recording && <li title={recording}>{t('dial.recording')}</li>}
    </ol>
  );
}

const isOpen = ({ writtenDown, callId, result }: DialledCall): boolean =>
  !writtenDown && callId !== null && result !== 'own_no_answer';

interface Props {
  about: DialAbout;
  /** The network's word on the newest call; a proposal, which a person makes a record. */
  onResult: (call: DialledCall) => void;
  /** Whether the attempt was by another telephone; not asked where there is no form. */
  byHand?: { value: boolean; change: (value: boolean) => void };
}

/** 拨打: somebody is called from my telephone; the number is taken from the record and never shown. */
export function DialLine({ about, onResult, byHand }: Props): ReactElement | null {
  const t = useTexts('calls');
  const { can, calls, phase, dial, dialling, busy, stop, error } = useDialled(about, onResult);
  if (!can) return null;
  const newest = calls[0]?.writtenDown ? undefined : calls[0];
  const shown = newest ? phase : 'none';
  const on = shown === 'placing' || shown === 'calling' || shown === 'talking';
  const earlier = calls.slice(1).find(isOpen);
  return (
    <div className="dial-line" role="group" aria-label={t('dial.start')}>
      <Button icon={<Icon name="phone-out" />} loading={dialling} disabled={on || busy} onClick={dial}>
        {t(shown === 'none' || on ? 'dial.start' : 'dial.again')}
      </Button>
      {on && stop && (
        <Button danger icon={<Icon name="phone-down" />} onClick={stop}>
          {t('dial.stop')}
        </Button>
      )}
      <span className={`dial-state dial-${toneOf(newest, shown)}`} role="status">
        {error ?? (newest && <State call={newest} phase={shown} />)}
        {!newest && !error && <span className="quiet">{t('dial.hint')}</span>}
      </span>
      {newest && !newest.fault && <Times call={newest} />}
      {newest && shown === 'ended' && isOpen(newest) && (
        <small className="dial-note quiet">
          {t('dial.times')} · {t('dial.suggests')}
        </small>
      )}
      {earlier && (
        <small className="dial-note dial-unanswered">
          {t('dial.unwritten', {
            time: clockText(earlier.at),
            result: t(`dial.result.${earlier.result ?? 'no_answer'}`),
          })}
        </small>
      )}
      {byHand && newest && isOpen(newest) && !on && (
        <Checkbox
          className="dial-note"
          checked={byHand.value}
          onChange={(event) => byHand.change(event.target.checked)}
        >
          {t('dial.byHand')}
        </Checkbox>
      )}
    </div>
  );
}

const toneOf = (call: DialledCall | undefined, phase: DialPhase): string =>
  phase === 'ended' ? (call?.answeredAt ? 'spoken' : 'unanswered') : phase;
