import { Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { CatalogueVersion } from '../../api/contract';
import { serverNow } from '../../api/server-clock';
import { useTexts } from '../../app/i18n';
import { fieldTextOf } from './begin';

interface Props {
  /** A wall clock of Asia/Shanghai as typed, or the instant of a coming version; null: at once. */
  value?: string | null;
  onChange?: (typed: string | null) => void;
  coming?: CatalogueVersion | undefined; // may be countermanded by beginning with it
}

/** From when on: at once, a moment to come, or in the place of a version that has not begun. */
export function BeginField({ value = null, onChange, coming }: Props): ReactElement {
  const t = useTexts('catalogue');
  const now = fieldTextOf(serverNow());
  const kind = value === null ? 'now' : value === coming?.effectiveFrom ? 'instead' : 'later';
  const firstOf: Record<string, string | null> = {
    now: null,
    later: now,
    instead: coming?.effectiveFrom ?? null,
  };
  const choices = [
    { value: 'now', label: t('begin.now') },
    { value: 'later', label: t('begin.later') },
    ...(coming ? [{ value: 'instead', label: t('begin.instead', { version: coming.version }) }] : []),
  ];
  return (
    <div className="begin-field">
      <Radio.Group
        value={kind}
        options={choices}
        onChange={(event) => onChange?.(firstOf[String(event.target.value)] ?? null)}
      />
      {kind === 'later' && (
        <Input
          type="datetime-local"
          aria-label={t('begin.at')}
          min={now}
          value={value ?? ''}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
      {coming && kind !== 'instead' && (
        <p className="admin-note">
          {t('begin.stillComing', {
            version: coming.version,
            at: fieldTextOf(coming.effectiveFrom).replace('T', ' '),
          })}
        </p>
      )}
    </div>
  );
}
