import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { SessionView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { firstPageOf } from '../../app/pages';
import { changeSettings, useSettings } from '../../app/settings';
import '../../parts';
import { DemoAccounts } from './DemoAccounts';
import './sign-in.css';
import { SignInForm } from './SignInForm';
import './texts';

/** Only a path of this site may follow; `//host` would leave it. */
function safeNext(next: string | null): string | null {
  return next && /^\/(?![/\\])/.test(next) ? next : null;
}

export default function SignInPage(): ReactElement {
  const t = useTexts('sign-in');
  const { language } = useSettings();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const enter = (session: SessionView): void => {
    client.clear();
    client.setQueryData(['session'], session);
    void navigate(safeNext(search.get('next')) ?? firstPageOf(session), { replace: true });
  };
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <div className="sign-in-main">
          <header className="sign-in-head">
            <span className="rail-mark" aria-hidden>
              工
            </span>
            <div>
              <h1>{t('title')}</h1>
              <p>{t('lead')}</p>
            </div>
          </header>
          <SignInForm onDone={enter} />
        </div>
        <DemoAccounts onDone={enter} />
      </div>
      <footer className="sign-in-foot">
        <button
          type="button"
          className="link-button"
          onClick={() => changeSettings({ language: language === 'zh' ? 'en' : 'zh' })}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </footer>
    </main>
  );
}
