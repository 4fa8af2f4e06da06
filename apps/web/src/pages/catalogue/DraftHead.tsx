import { App, Button, Input } from 'antd';
import type { ReactElement } from 'react';
import type { CatalogueDraft } from '../../api/contract';
import { serverNow } from '../../api/server-clock';
import { useTexts } from '../../app/i18n';
import { ErrorState, Icon, SaveState } from '../../parts';
import { BackLink } from './BackLink';
import { fieldTextOf, instantOf } from './begin';
import type { Address } from './useAddress';
import { useDiscardDraft, useStartDraft } from './useCatalogue';
import type { EditedDraft } from './useDraft';

interface Props {
  draft: CatalogueDraft;
  edited: EditedDraft;
  address: Address;
  onPublish: () => void;
}

/** What may be done with the draft as a whole: only what the server allows this person. */
function Acts({ draft, edited, address, onPublish }: Props): ReactElement {
  const t = useTexts('catalogue');
  const { modal } = App.useApp();
  const discard = useDiscardDraft(draft.id);
  const start = useStartDraft();
  const ask = (): void =>
    void modal.confirm({
      title: t('discard'),
      content: t('discardSure', { name: draft.note || t('unnamed') }),
      okText: t('discard'),
      cancelText: t('cancel'),
      okButtonProps: { danger: true },
      onOk: async () => {
        await edited.flush();
        await discard.mutateAsync(edited.version());
        address.open({ tab: 'versions' });
      },
    });
  const copy = (): void =>
    start.mutate(
      { from: draft.id, note: draft.note || t('unnamed') },
      { onSuccess: ({ id }) => address.open({ draft: id }) },
    );
  const compare = (): void =>
    void edited
      .flush()
      .then(() => address.open({ tab: 'compare', from: String(draft.basedOn ?? 1), to: draft.id }));
  return (
    <>
      {draft.may.includes('discard') && <Button onClick={ask}>{t('discard')}</Button>}
      {!draft.may.includes('change') && (
        <Button loading={start.isPending} onClick={copy}>
          {t('copyDraft')}
        </Button>
      )}
      <Button icon={<Icon name="transfer" />} onClick={compare}>
        {t('compareBase', { version: draft.basedOn ?? 1 })}
      </Button>
      {draft.may.includes('publish') ? (
        <Button type="primary" disabled={edited.status.phase === 'conflict'} onClick={onPublish}>
          {t('publish')}
        </Button>
      ) : (
        <span className="admin-note">{t('onlyNational')}</span>
      )}
      {(discard.isError || start.isError) && <ErrorState small error={discard.error ?? start.error} />}
    </>
  );
}

/** When it is meant to begin: a plan the publication offers, typed as a wall clock of Asia/Shanghai. */
function Planned({ edited: { value, change } }: Pick<Props, 'edited'>): ReactElement {
  const t = useTexts('catalogue');
  return (
    <label>
      {t('begin.planned')}
      <Input
        type="datetime-local"
        min={fieldTextOf(serverNow())}
        value={value.effectiveFrom ? fieldTextOf(value.effectiveFrom) : ''}
        onChange={(event) => change({ effectiveFrom: instantOf(event.target.value) })}
      />
    </label>
  );
}

export function DraftHead(props: Props): ReactElement {
  const t = useTexts('catalogue');
  const { draft, edited } = props;
  const editable = draft.may.includes('change');
  return (
    <div className="draft-head">
      <div className="admin-tools">
        <BackLink />
        <span className="tag tag-new">{t('draft')}</span>
        <span className="quiet">
          {draft.author} · {t('basedOn', { version: draft.basedOn ?? '—' })}
        </span>
        <SaveState status={edited.status} />
        <span className="admin-space" />
        <Acts {...props} />
      </div>
      {editable ? (
        <div className="draft-about">
          <label className="draft-note">
            {t('columns.note')}
            <Input
              value={edited.value.note}
              maxLength={200}
              placeholder={t('starting.noteHint')}
              onChange={(event) => edited.change({ note: event.target.value })}
            />
          </label>
          <Planned edited={edited} />
        </div>
      ) : (
        <p className="draft-strip">
          <b>{draft.note || t('unnamed')}</b> {t('onlyRead', { author: draft.author })}
        </p>
      )}
      {edited.refused && <ErrorState small error={edited.refused} />}
    </div>
  );
}
