import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { get } from '../../api/client';
import type { SessionView } from '../../api/contract';
import { signIn } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { SignInProblem } from './SignInForm';

/** One click for each demo account; the list is empty outside of demo mode, and then nothing is shown. */
export function DemoAccounts({ onDone }: { onDone: (session: SessionView) => void }): ReactElement | null {
  const t = useTexts('sign-in');
  const accounts = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: () => get('/session/demo-accounts'),
    staleTime: Infinity,
  });
  const entry = useMutation({ mutationFn: signIn, onSuccess: onDone });
  if (!accounts.data || accounts.data.length === 0) return null;
  return (
    <section className="demo-accounts" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demo')}</h2>
      <p>{t('demoHint')}</p>
      {entry.error && <SignInProblem error={entry.error} />}
      <ul className="demo-list">
        {accounts.data.map(({ name, password, displayName, role, unitName }) => (
          <li key={name}>
            <button type="button" disabled={entry.isPending} onClick={() => entry.mutate({ name, password })}>
              <strong>{t(`roles.${role}`)}</strong>
              <span className="cut">
                {displayName} · {unitName}
              </span>
              <Icon name="arrow-right" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
