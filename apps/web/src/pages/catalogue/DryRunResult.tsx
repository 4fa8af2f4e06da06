import type { ReactElement } from 'react';
import type { DryRun, DryRunGroup } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { outcomesOf } from './outcomes';
import type { Address } from './useAddress';

interface Props {
  run: DryRun;
  address: Address;
}

const told = (count: number): string => count.toLocaleString('en-US');

function GroupLine({ group, address }: { group: DryRunGroup; address: Address }): ReactElement {
  const t = useTexts('catalogue');
  const { outcome, from, to, count } = group;
  const nameOf = (unit: DryRunGroup['from']): string => unit?.name ?? t('dry.dispatcher');
  return (
    <li>
      <span className="dry-way">
        <span>{nameOf(from)}</span>
        <Icon name="arrow-right" size={14} />
        <b>{nameOf(to)}</b>
      </span>
      <button
        type="button"
        className="link-button number"
        aria-label={t('dry.openGroup', { from: nameOf(from), to: nameOf(to), count })}
        onClick={() => address.put({ outcome, from: from?.id ?? 'none', to: to?.id ?? 'none' })}
      >
        {t('hits', { count: told(count) })}
      </button>
    </li>
  );
}

/** What would change, by kind and by the way from unit to unit; every number opens its tickets. */
export function DryRunResult({ run, address }: Props): ReactElement {
  const t = useTexts('catalogue');
  return (
    <>
      <ul className="dry-outcomes">
        {outcomesOf(run).map(({ outcome, count, share }) => (
          <li key={outcome} className={`dry-outcome is-${outcome}`}>
            <span>
              {t(`dry.outcome.${outcome}`)}
              <small className="quiet">{t(`dry.outcomeHint.${outcome}`)}</small>
            </span>
            <button
              type="button"
              className="link-button number"
              disabled={count === 0}
              aria-label={t('dry.openOutcome', { outcome: t(`dry.outcome.${outcome}`), count })}
              onClick={() => address.put({ outcome, from: null, to: null })}
            >
              {told(count)}
            </button>
            <span className="dry-bar" aria-hidden>
              <span style={{ width: `${share}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {run.groups.length > 0 && (
        <>
          <h3>{t('dry.ways')}</h3>
          <ul className="dry-groups">
            {run.groups.map((group) => (
              <GroupLine
                key={`${group.outcome} ${group.from?.id} ${group.to?.id}`}
                group={group}
                address={address}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
