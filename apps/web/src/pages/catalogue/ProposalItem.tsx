import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { CatalogueProposal } from '../../api/contract';
import { useCan } from '../../api/session';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { TimeText } from '../../parts';

interface Props {
  proposal: CatalogueProposal;
  place: (code: string) => string;
  onAccept: () => void;
  onDecline: () => void;
}

function Decision({ proposal }: Pick<Props, 'proposal'>): ReactElement {
  const t = useTexts('catalogue');
  const { state, decidedAt, decidedBy, rulingReason, draftId } = proposal;
  return (
    <p className="proposal-decision">
      <span className={`tag ${state === 'accepted' ? 'tag-ok' : ''}`}>{t(`proposal.state.${state}`)}</span>{' '}
      {decidedBy} <TimeText at={decidedAt} /> {rulingReason}{' '}
      {draftId && <Link to={`/catalogue?draft=${draftId}`}>{t('proposal.toDraft')}</Link>}
    </p>
  );
}

/** The case, what sent it, where the ruling says it should have gone, and why. */
export function ProposalItem({ proposal, place, onAccept, onDecline }: Props): ReactElement {
  const t = useTexts('catalogue');
  const term = useTerm();
  const reads = useCan('ticket.read');
  const { ticketId, ticketNo, kind, field, workplaceCode, catalogueVersion, rule, state } = proposal;
  return (
    <li className="proposal">
      <div className="proposal-words">
        <p className="proposal-reason">{proposal.reason}</p>
        <p className="admin-note">
          {proposal.unit.name} · {proposal.account} · <TimeText at={proposal.at} />
        </p>
        <dl className="proposal-facts">
          <dt>{t('proposal.case')}</dt>
          <dd>
            {term('kinds', kind)} · {term('fields', field)} ·{' '}
            {workplaceCode ? place(workplaceCode) : t('noPlace')}
          </dd>
          <dt>{t('proposal.ruling')}</dt>
          <dd>
            {reads ? <Link to={`/tickets/${ticketId}#requests`}>{ticketNo}</Link> : ticketNo}
            {!reads && <span className="quiet"> {t('proposal.noTicket')}</span>}
          </dd>
          <dt>{t('proposal.sentBy')}</dt>
          <dd>
            {catalogueVersion !== null && rule !== null ? (
              <Link to={`/catalogue?tab=rules&version=${catalogueVersion}&rule=${rule}`}>
                {t('ruleOf', { version: catalogueVersion, no: rule })}
              </Link>
            ) : (
              <span className="quiet">{t('proposal.byHand')}</span>
            )}
          </dd>
          <dt>{t('proposal.shouldGo')}</dt>
          <dd>
            {proposal.proposedUnit ? (
              <b>{proposal.proposedUnit.name}</b>
            ) : (
              <span className="quiet">{t('proposal.noUnit')}</span>
            )}
          </dd>
        </dl>
        {state !== 'open' && <Decision proposal={proposal} />}
      </div>
      {state === 'open' && (
        <div className="proposal-acts">
          <Button onClick={onAccept}>{t('proposal.accept')}</Button>
          <Button onClick={onDecline}>{t('proposal.decline')}</Button>
        </div>
      )}
    </li>
  );
}
