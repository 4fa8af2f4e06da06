import type { ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import { type ChangeKind, KINDS } from './plan';

/** What to do, each with what becomes of open work. */
export function KindChoice({
  value,
  onChange,
}: {
  value: ChangeKind;
  onChange: (kind: ChangeKind) => void;
}): ReactElement {
  const t = useTexts('unitChanges');
  return (
    <fieldset className="kind-choice">
      <legend>{t('field.kind')}</legend>
      {KINDS.map((kind) => (
        <label key={kind} className={kind === value ? 'is-chosen' : ''}>
          <input
            type="radio"
            name="change-kind"
            value={kind}
            checked={kind === value}
            onChange={() => onChange(kind)}
          />
          <span>
            <strong>{t(`kind.${kind}`)}</strong>
            <small>{t(`kindHint.${kind}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
