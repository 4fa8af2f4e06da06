import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { LineSourceDetail } from '../../api/contract';
import { TimeText } from '../../parts';
import type { Offered } from './GiveTelephoneModal';

interface Props {
  source: LineSourceDetail;
  onGive: (offered: Offered) => void;
}

/** Telephones the switchboard named and nobody owns. */
export function UnknownExtensions({ source, onGive }: Props): ReactElement | null {
  const t = useTexts('lines');
  if (source.unknownExtensions.length === 0) return null;
  return (
    <>
      <h4 className="line-subhead">
        {t('unknown')} <small className="admin-note">{t('unknownHint')}</small>
      </h4>
      <ul className="line-telephones">
        {source.unknownExtensions.map(({ address, name, queues, lastSeenAt }) => (
          <li key={address} className="line-telephone">
            <span>{name}</span>
            <span>{address}</span>
            <span className="line-tags">
              {queues.map((queue) => (
                <span key={queue} className="tag">
                  {queue}
                </span>
              ))}
            </span>
            <span className="admin-note">
              {t('columns.seen')} <TimeText at={lastSeenAt} />
            </span>
            {source.editable && (
              <Button
                size="small"
                aria-label={`${t('giveThis')} ${address}`}
                onClick={() => onGive({ address, name, queues })}
              >
                {t('giveThis')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
