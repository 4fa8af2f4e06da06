import { Button, Tag } from 'antd';
import type { ReactElement } from 'react';
import type { AgentNow } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { durationText, minuteText, UnitName } from '../../parts';
import type { Ear } from './useAgents';

interface Props {
  agent: AgentNow;
  now: number;
  onEar: (ear: Ear) => void;
}

const EAR_NAMES: Record<Ear, string> = { listen: 'listen', 'barge-in': 'bargeIn' };

function Beside({ agent }: { agent: AgentNow }): ReactElement {
  const t = useTexts('agents');
  const { call, next, wrapUpEndsAt, overLimit, shown, lastSeenAt } = agent;
  return (
    <span className="agent-beside">
      {call && (
        <span>
          {t('callSince', { direction: t(`direction.${call.direction}`), time: minuteText(call.since) })}
        </span>
      )}
      {overLimit && (
        <Tag color="warning" title={t('overLimit')}>
          ▲ {t('over')}
        </Tag>
      )}
      {next && <span>{t('next', { state: t(`states.${next.intent}`) })}</span>}
      {shown === 'wrap-up' && wrapUpEndsAt && <span>{t('wrapUp', { time: minuteText(wrapUpEndsAt) })}</span>}
      {shown === 'unknown' && <span>{t('lastSeen', { time: minuteText(lastSeenAt) })}</span>}
    </span>
  );
}

/** One agent: who, where, what he does and for how long, and with whom he talks. */
export function AgentRow({ agent, now, onEar }: Props): ReactElement {
  const t = useTexts('agents');
  const { name, unit, telephone, shown, since, signedInAt, ears } = agent;
  return (
    <li className="agent-now">
      <span className="agent-who">
        <strong>{name}</strong>
        <span className="quiet">
          {unit && <UnitName unit={unit} />} {telephone ? telephone.name : t('byHand')}
        </span>
      </span>
      <span className="agent-state">
        <strong>
          <i className={`agent-dot is-${agent.countsAs}`} aria-hidden />
          {t(`states.${shown}`)}
        </strong>
        {since && <time className="quiet">{t('since', { age: durationText(now - Date.parse(since)) })}</time>}
      </span>
      <Beside agent={agent} />
      <span className="agent-shift quiet">
        {signedInAt && t('signedIn', { time: minuteText(signedInAt) })}
      </span>
      <span className="agent-tools">
        {ears.map((ear) => (
          <Button
            key={ear}
            size="small"
            aria-label={`${t(EAR_NAMES[ear])} ${name}`}
            onClick={() => onEar(ear)}
          >
            {t(EAR_NAMES[ear])}
          </Button>
        ))}
      </span>
    </li>
  );
}
