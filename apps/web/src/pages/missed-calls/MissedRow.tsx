import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { DialledCall, MissedCall } from '../../api/contract';
import { useCan } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { DialLine } from '../../calls/DialLine';
import { Kbd, momentText, UnitName } from '../../parts';
import { RecordForm } from './RecordForm';
import { RevealNumber } from './RevealNumber';
import { useRelease, useTake } from './useMissedCalls';

export type Acting = 'record' | 'reveal';

function Deadline({ call }: { call: MissedCall }): ReactElement {
  const t = useTexts('missedCalls');
  const { closedAt, overdue, dueAt, result, throughAt } = call;
  if (closedAt && result)
    return (
      <span className="owed-cell missed-when">
        <strong className={overdue ? 'owed-late' : 'owed-kept'}>
          {overdue ? '■ ' : '✓ '}
          {t(`results.${result}`)}
        </strong>
        <small className="quiet">
          {momentText(closedAt)}
          {overdue && ` · ${t('late')}`}
        </small>
        {result === 'got-through' && (
          <small className="quiet">{t(throughAt ? 'through' : 'answeredAfterAll')}</small>
        )}
      </span>
    );
  return (
    <span className="owed-cell missed-when">
      <strong className={overdue ? 'owed-late' : ''}>
        {overdue ? `■ ${t('overdue')}` : t('due', { time: momentText(dueAt) })}
      </strong>
      {overdue && <small className="quiet">{t('wasDue', { time: momentText(dueAt) })}</small>}
    </span>
  );
}

function Who({ call }: { call: MissedCall }): ReactElement {
  const t = useTexts('missedCalls');
  const { masked, tries, reason, wanted, firstAt, lastAt, attempts, note } = call;
  return (
    <div className="owed-cell missed-who">
      <p>
        <strong className="number missed-number">{masked ?? t('noMask')}</strong>
        <span className="tag">{t(`reasons.${reason}`)}</span>
        {wanted && reason !== 'call-back' && <span className="tag tag-accent">{t('wanted')}</span>}
      </p>
      <small className="quiet">
        {tries > 1
          ? t('tries', { count: tries, from: momentText(firstAt), to: momentText(lastAt) })
          : momentText(firstAt)}
        {attempts > 0 && ` · ${t('attempts', { count: attempts })}`}
      </small>
      {note && <small className="missed-note">{note}</small>}
    </div>
  );
}

function Hands({ call }: { call: MissedCall }): ReactElement {
  const t = useTexts('missedCalls');
  const person = call.closedAt ? call.closedBy : call.takenBy;
  return (
    <div className="owed-cell missed-hands">
      <UnitName unit={call.unit} />
      <small className={call.mine && !call.closedAt ? 'missed-mine' : 'quiet'}>
        {person
          ? call.mine && !call.closedAt
            ? t('mine')
            : person
          : t(call.closedAt ? 'byItself' : 'nobody')}
      </small>
    </div>
  );
}

interface Props {
  call: MissedCall;
  id: string;
  chosen: boolean;
  acting: Acting | null;
  onAct: (acting: Acting | null) => void;
}

/** One number to call back: by when, who tried how often and why nobody answered, whose it is, and what may be done. */
export function MissedRow({ call, id, chosen, acting, onAct }: Props): ReactElement {
  const t = useTexts('missedCalls');
  const take = useTake();
  const release = useRelease();
  const dials = useCan('presence.own') && call.mine && !call.closedAt;
  const [heard, setHeard] = useState<DialledCall['result']>(null);
  const refused = take.error ?? release.error;
  const may = (verb: MissedCall['verbs'][number]): boolean => call.verbs.includes(verb);
  const key = (keys: string): ReactElement | false => chosen && !acting && <Kbd keys={keys} />;
  const toggle = (which: Acting): void => onAct(acting === which ? null : which);
  return (
    <li
      id={id}
      className={`owed owed-row missed${chosen ? ' is-chosen' : ''}`}
      aria-current={chosen || undefined}
    >
      <Deadline call={call} />
      <Who call={call} />
      <Hands call={call} />
      <div className="owed-acts missed-acts">
        {may('take') && (
          <Button
            type={chosen && !acting ? 'primary' : 'default'}
            loading={take.isPending}
            onClick={() => take.mutate(call)}
          >
            {t('take')}
            {key('t')}
          </Button>
        )}
        {may('reveal') && (
          <Button aria-expanded={acting === 'reveal'} onClick={() => toggle('reveal')}>
            {t('reveal')}
          </Button>
        )}
        {may('record') && !may('take') && (
          <Button
            type={chosen && !acting ? 'primary' : 'default'}
            aria-expanded={acting === 'record'}
            onClick={() => toggle('record')}
          >
            {t('record')}
            {key('f')}
          </Button>
        )}
        {may('release') && (
          <Button type="text" loading={release.isPending} onClick={() => release.mutate(call)}>
            {t('release')}
          </Button>
        )}
      </div>
      {dials && <DialLine about={{ missedCall: call.id }} onResult={({ result }) => setHeard(result)} />}
      {acting === 'record' && <RecordForm call={call} heard={heard} onClose={() => onAct(null)} />}
      {acting === 'reveal' && <RevealNumber call={call} onClose={() => onAct(null)} />}
      {refused && (
        <p className="owed-act missed-act owed-late" role="alert">
          {refused.message}
        </p>
      )}
    </li>
  );
}
