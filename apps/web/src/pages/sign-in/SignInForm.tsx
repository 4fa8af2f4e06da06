import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import { OfflineError, ProblemError } from '../../api/client';
import type { SessionView } from '../../api/contract';
import { signIn } from '../../api/session';
import { useTexts, type Translate } from '../../app/i18n';
import { Icon, RequestId } from '../../parts';
import './sign-in.css';
import './texts';

interface Props {
  name?: string;
  onDone: (session: SessionView) => void;
}

function reason(t: Translate, error: Error): string {
  if (error instanceof OfflineError) return t('offline');
  if (error instanceof ProblemError && error.status !== 401) return error.message;
  return t('wrong');
}

export function SignInProblem({ error }: { error: Error }): ReactElement {
  const t = useTexts('sign-in');
  const quotable = error instanceof ProblemError && error.status !== 401;
  return (
    <div className="sign-in-problem" role="alert">
      <Icon name="alert" />
      <span>{reason(t, error)}</span>
      {quotable && <RequestId id={error.problem.requestId} />}
    </div>
  );
}

/** Account and password; also shown over a page whose session has ended. */
export function SignInForm({ name = '', onDone }: Props): ReactElement {
  const t = useTexts('sign-in');
  const [account, setAccount] = useState(name);
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'needName' | 'needPassword' | null>(null);
  const entry = useMutation({ mutationFn: signIn, onSuccess: onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const lacks = account.trim() === '' ? 'needName' : password === '' ? 'needPassword' : null;
    setMissing(lacks);
    if (!lacks) entry.mutate({ name: account.trim(), password });
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      {entry.error && <SignInProblem error={entry.error} />}
      <label htmlFor="sign-in-name">{t('name')}</label>
      <Input
        id="sign-in-name"
        size="large"
        autoComplete="username"
        autoFocus={!name}
        value={account}
        status={missing === 'needName' ? 'error' : ''}
        onChange={(event) => setAccount(event.target.value)}
      />
      {missing === 'needName' && <p className="field-problem">{t('needName')}</p>}
      <label htmlFor="sign-in-password">{t('password')}</label>
      <Input.Password
        id="sign-in-password"
        size="large"
        autoComplete="current-password"
        autoFocus={Boolean(name)}
        value={password}
        status={missing === 'needPassword' ? 'error' : ''}
        onChange={(event) => setPassword(event.target.value)}
      />
      {missing === 'needPassword' && <p className="field-problem">{t('needPassword')}</p>}
      <Button type="primary" size="large" block htmlType="submit" loading={entry.isPending}>
        {t('signIn')}
      </Button>
    </form>
  );
}
