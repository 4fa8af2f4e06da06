import { App, Button, Switch } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { LineSourceDetail, TelephoneView } from '../../api/contract';
import { ErrorState, momentText, Skeletons } from '../../parts';
import { GiveTelephoneModal, type Offered } from './GiveTelephoneModal';
import { UnknownExtensions } from './UnknownExtensions';
import { useEndTelephone, useTelephones } from './useLines';

function Line({
  telephone,
  onEnd,
  ending,
}: {
  telephone: TelephoneView;
  onEnd: (() => void) | null;
  ending: boolean;
}): ReactElement {
  const t = useTexts('lines');
  const { account, address, name, kind, queues, validFrom, validTo } = telephone;
  return (
    <li className="line-telephone">
      <span>
        {account.displayName} <small className="admin-note">{account.name}</small>
      </span>
      <span>
        {address} <small className="admin-note">{name}</small>
      </span>
      <span className="line-tags">
        <span className="tag">{t(`kind.${kind}`)}</span>
        {queues.map((queue) => (
          <span key={queue} className="tag">
            {queue}
          </span>
        ))}
      </span>
      <span className="admin-note">
        {validTo ? t('until', { at: momentText(validTo) }) : t('from', { at: momentText(validFrom) })}
      </span>
      {onEnd && !validTo && (
        <Button size="small" loading={ending} aria-label={`${t('end')} ${address}`} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}

/** Whose the extensions of the switchboard are, and those nobody owns. */
export function Telephones({ source }: { source: LineSourceDetail }): ReactElement {
  const t = useTexts('lines');
  const { message } = App.useApp();
  const [past, setPast] = useState(false);
  const [offered, setOffered] = useState<Offered | null>(null);
  const list = useTelephones(source.id, past);
  const end = useEndTelephone(source.id);
  const telephones = (list.data?.pages ?? []).flatMap((page) => page.items);
  const finish = (id: string): void =>
    end.mutate(id, { onSuccess: () => void message.success(t('endDone')) });
  return (
    <section aria-labelledby="line-telephones">
      <div className="admin-tools line-tools">
        <h3 id="line-telephones">{t('telephones')}</h3>
        <span className="admin-note admin-grow">{t('telephonesHint')}</span>
        <label className="line-switch">
          <Switch size="small" checked={past} onChange={setPast} /> {t('showPast')}
        </label>
        {source.editable && <Button onClick={() => setOffered({})}>{t('give')}</Button>}
      </div>
      {list.isPending && <Skeletons rows={3} height={44} />}
      {list.isError && <ErrorState small error={list.error} onRetry={() => void list.refetch()} />}
      {end.isError && <ErrorState small error={end.error} />}
      {list.data && telephones.length === 0 && <p className="admin-note">{t('noTelephones')}</p>}
      <ul className="line-telephones">
        {telephones.map((telephone) => (
          <Line
            key={telephone.id}
            telephone={telephone}
            ending={end.isPending && end.variables === telephone.id}
            onEnd={source.editable ? () => finish(telephone.id) : null}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button type="link" className="admin-more" onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <UnknownExtensions source={source} onGive={setOffered} />
      {offered && (
        <GiveTelephoneModal sourceId={source.id} offered={offered} onClose={() => setOffered(null)} />
      )}
    </section>
  );
}
