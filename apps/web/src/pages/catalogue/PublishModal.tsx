import { App, Button, Form, Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import type { CatalogueDraft, CatalogueFault } from '../../api/contract';
import { serverNow } from '../../api/server-clock';
import { useTexts } from '../../app/i18n';
import { ErrorState, Icon } from '../../parts';
import { fieldTextOf, instantOf } from './begin';
import { BeginField } from './BeginField';
import { CountLine } from './CountLine';
import { FaultList } from './FaultList';
import type { Address } from './useAddress';
import { useComparison, usePublish } from './useCatalogue';

interface Props {
  draft: CatalogueDraft;
  address: Address;
  onShow: (fault: CatalogueFault) => void;
  onClose: () => void;
}

interface Values {
  note: string;
  begin: string | null;
  skip?: string;
}

/** The plan of the draft while it is still to come; at once otherwise. */
const plannedOf = ({ effectiveFrom }: CatalogueDraft): string | null =>
  effectiveFrom && Date.parse(effectiveFrom) > serverNow() ? fieldTextOf(effectiveFrom) : null;

function Untried({ onTry }: { onTry: () => void }): ReactElement {
  const t = useTexts('catalogue');
  return (
    <div className="draft-strip is-warn untried">
      <Icon name="alert" />
      <div>
        <b>{t('publishing.untried')}</b>
        <p>{t('publishing.untriedHint')}</p>
        <Button size="small" onClick={onTry}>
          {t('publishing.tryFirst')}
        </Button>
      </div>
    </div>
  );
}

function Fields({ draft }: { draft: CatalogueDraft }): ReactElement {
  const t = useTexts('catalogue');
  const needed = (message: string) => [{ required: true, whitespace: true, max: 200, message }];
  return (
    <>
      {!draft.tried && (
        <Form.Item name="skip" label={t('publishing.skip')} rules={needed(t('publishing.skipRule'))}>
          <Input placeholder={t('publishing.skipHint')} maxLength={200} />
        </Form.Item>
      )}
      <Form.Item
        name="begin"
        label={t('begin.title')}
        rules={[
          {
            validator: (_, typed: string | null) =>
              typed === null || instantOf(typed)
                ? Promise.resolve()
                : Promise.reject(new Error(t('begin.rule'))),
          },
        ]}
      >
        <BeginField />
      </Form.Item>
      <Form.Item name="note" label={t('publishing.note')} rules={needed(t('publishing.noteRule'))}>
        <Input placeholder={t('publishing.noteHint')} maxLength={200} />
      </Form.Item>
    </>
  );
}

/** Faults stand in the way; without a dry run of these very rules a reason is owed. The server has the last word. */
export function PublishModal({ draft, address, onShow, onClose }: Props): ReactElement {
  const t = useTexts('catalogue');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const publish = usePublish(draft.id);
  const base = String(draft.basedOn ?? '');
  const difference = useComparison(base, draft.id, draft.version);
  const broken = draft.faults.length > 0;
  const save = ({ note, begin, skip }: Values): void =>
    publish.mutate(
      {
        version: draft.version,
        note,
        effectiveFrom: begin === null ? null : instantOf(begin),
        skipDryRun: draft.tried ? null : (skip ?? null),
      },
      {
        onSuccess: ({ version }) => {
          void message.success(t('publishing.done', { version }));
          address.open({ tab: 'versions' });
        },
      },
    );
  const tryFirst = (): void => {
    onClose();
    address.put({ side: 'dry-run' });
  };
  return (
    <Modal
      open
      width={600}
      title={t('publishing.title')}
      okText={t('publish')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: broken, htmlType: 'submit', form: 'publish-draft' }}
      confirmLoading={publish.isPending}
      onCancel={onClose}
    >
      {broken ? (
        <div className="fault-block" role="alert">
          <FaultList faults={draft.faults} onShow={onShow} />
        </div>
      ) : (
        <>
          <ul className="plain-list">
            <li>{t('publishing.will')}</li>
            <li>{t('publishing.willNot')}</li>
            {difference.data && (
              <li>
                {t('publishing.difference', { version: draft.basedOn })} <CountLine found={difference.data} />
              </li>
            )}
            {draft.tried && <li>{t('publishing.tried')}</li>}
          </ul>
          {!draft.tried && <Untried onTry={tryFirst} />}
          <Form
            id="publish-draft"
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ note: draft.note, begin: plannedOf(draft) }}
            onFinish={save}
          >
            <Fields draft={draft} />
          </Form>
        </>
      )}
      {publish.isError && <ErrorState small error={publish.error} />}
    </Modal>
  );
}
