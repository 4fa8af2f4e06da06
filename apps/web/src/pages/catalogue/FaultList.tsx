import type { ReactElement } from 'react';
import type { CatalogueFault } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { Icon } from '../../parts';

interface Props {
  faults: readonly CatalogueFault[];
  onShow?: (fault: CatalogueFault) => void;
}

/** What keeps the draft from being published, as the server says it; each line leads to its rule and field. */
export function FaultList({ faults, onShow }: Props): ReactElement {
  const t = useTexts('catalogue');
  const { language } = useSettings();
  if (faults.length === 0) {
    return (
      <p className="fault-fine">
        <Icon name="check" /> {t('faults.none')}
      </p>
    );
  }
  return (
    <>
      <p className="fault-title">
        <Icon name="alert" /> <b>{t('faults.title', { count: faults.length })}</b>
      </p>
      <ul className="fault-list">
        {faults.map((fault, at) => (
          <li key={`${fault.field} ${fault.code} ${at}`}>
            {fault.row !== null && onShow ? (
              <button type="button" className="link-button" onClick={() => onShow(fault)}>
                {fault.words[language]}
              </button>
            ) : (
              fault.words[language]
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
