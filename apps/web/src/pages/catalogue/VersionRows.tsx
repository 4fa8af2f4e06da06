import { Button, Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { CatalogueVersion } from '../../api/contract';
import { useTexts, type Translate } from '../../app/i18n';
import { dayText, minuteText } from '../../parts';
import { StandingTag } from './StandingTag';

interface Props {
  versions: CatalogueVersion[];
  chosen: string[];
  onChoose: (name: string) => void;
  onRollBack: (version: CatalogueVersion) => void;
}

/** A day when it begins at midnight, otherwise with the minute: two versions may begin on one day. */
const momentOf = (at: string): string =>
  minuteText(at) === '00:00' ? dayText(at) : `${dayText(at)} ${minuteText(at)}`;

function periodText({ effectiveFrom, effectiveUntil }: CatalogueVersion, t: Translate): string {
  const from = momentOf(effectiveFrom);
  if (effectiveUntil === null) return t('from', { day: from });
  // It ended as it began: a later one of the same instant came before it.
  return effectiveUntil === effectiveFrom
    ? t('never', { day: from })
    : t('period', { from, to: momentOf(effectiveUntil) });
}

/** How it came about: a copy of an older one, on a dry run, or knowingly without one. */
function Origin({ version }: { version: CatalogueVersion }): ReactElement {
  const t = useTexts('catalogue');
  const { note, copyOf, dryRunId, skipReason } = version;
  return (
    <>
      {note}
      <p className="admin-note">
        {[
          copyOf !== null && t('copyOf', { version: copyOf }),
          dryRunId !== null && t('onDryRun'),
          skipReason !== null && t('skipped', { reason: skipReason }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

export function VersionRows({ versions, chosen, onChoose, onRollBack }: Props): ReactElement {
  const t = useTexts('catalogue');
  return (
    <table className="admin-table stack-table version-table" role="table">
      <caption className="list-title">{t('published')}</caption>
      <thead>
        <tr role="row">
          <th scope="col">{t('columns.compare')}</th>
          <th scope="col">{t('columns.version')}</th>
          <th scope="col">{t('columns.standing')}</th>
          <th scope="col">{t('columns.period')}</th>
          <th scope="col">{t('columns.note')}</th>
          <th scope="col">{t('columns.author')}</th>
          <th scope="col" className="num">
            {t('columns.rules')}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('columns.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {versions.map((one) => {
          const name = t('version', { version: one.version });
          return (
            <tr key={one.version} role="row" className={one.standing === 'in-force' ? 'is-current' : ''}>
              <td role="cell" className="stack-corner">
                <Checkbox
                  aria-label={t('choose', { name })}
                  checked={chosen.includes(String(one.version))}
                  onChange={() => onChoose(String(one.version))}
                />
              </td>
              <td role="cell">
                <Link to={`/catalogue?tab=rules&version=${one.version}`}>
                  <b>{name}</b>
                </Link>
              </td>
              <td role="cell" data-label={t('columns.standing')}>
                <StandingTag standing={one.standing} />
              </td>
              <td role="cell" data-label={t('columns.period')}>
                {periodText(one, t)}
              </td>
              <td role="cell" data-label={t('columns.note')}>
                <Origin version={one} />
              </td>
              <td role="cell" data-label={t('columns.author')}>
                {one.author}
              </td>
              <td role="cell" className="num" data-label={t('columns.rules')}>
                {one.ruleCount}
              </td>
              <td role="cell" className="row-acts">
                {one.mayRollBack && (
                  <Button size="small" onClick={() => onRollBack(one)}>
                    {t(one.standing === 'superseded' ? 'rollBack' : 'publishAgain')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
