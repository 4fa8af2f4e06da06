import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import { Icon } from '../parts';
import { ClockList } from './ClockList';
import { FactsForm } from './FactsForm';
import { isEmpty, type LegalFacts } from './facts';
import { problemsOf } from './problems';
import { useReckoning } from './useReckoning';

interface Props {
  facts: LegalFacts;
  open: boolean;
  change: (change: { legal?: LegalFacts; legalOpen?: boolean }) => void;
}

/** 法定时效 before there is a ticket: computed from what is typed, kept with the contact's draft. */
export default function DeskLegal({ facts, open, change }: Props): ReactElement {
  const t = useTexts('legal');
  const reckoning = useReckoning(facts, open);
  return (
    <section className="desk-legal" aria-labelledby="desk-legal">
      <h3 id="desk-legal">
        <button
          type="button"
          className="legal-toggle"
          aria-expanded={open}
          onClick={() => change({ legalOpen: !open })}
        >
          {t('title')}
          <span className="guess" title={t('guessTitle')}>
            {t('guess')}
          </span>
          <Icon name="chevron-down" />
        </button>
      </h3>
      {!open && <p className="quiet small">{t('collapsed')}</p>}
      {open && (
        <>
          {reckoning.data && !isEmpty(facts) && <ClockList reckoning={reckoning.data} />}
          <FactsForm
            facts={facts}
            change={(legal) => change({ legal })}
            problems={problemsOf(reckoning.error)}
          />
          <p className="legal-caveat">{t('toTicket')}</p>
        </>
      )}
    </section>
  );
}
