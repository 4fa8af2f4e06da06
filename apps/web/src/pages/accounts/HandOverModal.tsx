import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { get, send } from '../../api/client';
import type { Membership } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState, Skeletons } from '../../parts';
import type { Account } from './useAccounts';

interface HandOverModalProps {
  account: Account;
  membership: Membership;
  onClose: () => void;
}

/** What is open in this person's name, and who takes it; or a written reason why nobody does. */
export function HandOverModal({ account, membership, onClose }: HandOverModalProps): ReactElement {
  const t = useTexts('accounts');
  const { message } = App.useApp();
  const client = useQueryClient();
  const { unit } = membership;
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const work = useQuery({
    queryKey: ['open-work', account.id, unit.id],
    queryFn: ({ signal }) => get(`/accounts/${account.id}/open-work`, { unitId: unit.id }, signal),
    gcTime: 0,
  });
  const handOver = useMutation({
    mutationFn: (toAccountId: string) =>
      send('POST', `/accounts/${account.id}/hand-over`, {
        unitId: unit.id,
        toAccountId,
        reason: reason.trim(),
      }),
    onSuccess: ({ tickets, forms }) => {
      void message.success(t('handOver.done', { tickets, drafts: forms }));
      void work.refetch();
    },
  });
  const force = useMutation({
    mutationFn: () =>
      send(
        'DELETE',
        `/accounts/${account.id}/memberships/${membership.id}?forceReason=${encodeURIComponent(reason.trim())}`,
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  });
  const ready = reason.trim().length >= 2;
  const failed = handOver.error ?? force.error;
  return (
    <Modal open title={t('handOver.title', { name: account.displayName })} onCancel={onClose} footer={null}>
      {work.isPending && <Skeletons rows={2} height={32} />}
      {work.isError && <ErrorState small error={work.error} onRetry={() => void work.refetch()} />}
      {work.data && (
        <div className="hand-over">
          <p>
            {t('handOver.counts', {
              unit: unit.name,
              tickets: work.data.tickets,
              drafts: work.data.forms,
            })}
          </p>
          {work.data.otherDrafts > 0 && (
            <p className="admin-note">{t('handOver.others', { drafts: work.data.otherDrafts })}</p>
          )}
          <Select
            aria-label={t('handOver.to')}
            placeholder={t('handOver.to')}
            options={work.data.colleagues.map((one) => ({ value: one.id, label: one.displayName }))}
            value={to}
            onChange={setTo}
          />
          <Input
            aria-label={t('handOver.reason')}
            placeholder={t('handOver.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <footer className="admin-tools">
            <Button danger disabled={!ready} loading={force.isPending} onClick={() => force.mutate()}>
              {t('handOver.force')}
            </Button>
            <span className="admin-space" />
            <Button
              type="primary"
              disabled={!ready || !to || work.data.tickets + work.data.forms === 0}
              loading={handOver.isPending}
              onClick={() => to && handOver.mutate(to)}
            >
              {t('handOver.send')}
            </Button>
          </footer>
          {failed && <ErrorState small error={failed} />}
        </div>
      )}
    </Modal>
  );
}
