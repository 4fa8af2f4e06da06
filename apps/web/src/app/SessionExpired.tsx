import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { onSessionExpired } from '../api/client';
import { useSession } from '../api/session';
import { SignInForm } from '../pages/sign-in/SignInForm';
import { useTexts } from './i18n';

/** Signing in again over the page, so that nothing typed in it is lost. Another person gets a fresh page. */
export function SessionExpired(): ReactElement {
  const t = useTexts('app');
  const session = useSession();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  useEffect(() => onSessionExpired(() => setOpen(true)), []);
  return (
    <Modal
      open={open}
      title={t('expiredTitle')}
      footer={null}
      closable={false}
      maskClosable={false}
      keyboard={false}
      destroyOnHidden
    >
      <p className="quiet">{t('expiredText')}</p>
      <SignInForm
        name={session.account.name}
        onDone={(next) => {
          if (next.account.id !== session.account.id) location.assign('/');
          setOpen(false);
          void client.invalidateQueries();
        }}
      />
    </Modal>
  );
}
