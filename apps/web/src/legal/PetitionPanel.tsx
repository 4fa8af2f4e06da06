import './legal.css';
import './petition.css';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { get } from '../api/client';
import type { TicketView } from '../api/contract';
import { keys } from '../api/queries';
import { allDrafts } from '../parts';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import { MarkPetitionForm } from './MarkPetitionForm';
import type { Petition, PetitionOffer } from './petition';
import { PetitionActForm } from './PetitionActForm';
import { PetitionPeriods } from './PetitionPeriods';

/** The words of a form begun at an earlier visit and not handed in. */
function useBegun(
  ticketId: string,
  verb: 'mark-as-petition' | 'record-petition-stage',
): Record<string, unknown> | undefined {
  const { data = [] } = useQuery(allDrafts);
  return data.find(({ purpose, subjectId }) => purpose === verb && subjectId === ticketId)?.body;
}

/** What has been done, newest last; the day, the letter and the unit. */
function Acts({ petition }: { petition: Petition }): ReactElement | null {
  const t = useTexts('petition');
  const { language } = useSettings();
  if (petition.acts.length === 0) return null;
  return (
    <details className="legal-fold">
      <summary>{t('acts', { count: petition.acts.length })}</summary>
      <ol className="petition-acts">
        {petition.acts.map((act, index) => (
          <li key={index}>
            <strong>{act[language]}</strong> <time dateTime={act.doneOn}>{act.doneOn}</time>
            <p className="legal-line">
              {[act.documentNo, act.unit.name, act.by ?? t('system')].filter(Boolean).join(' · ')}
            </p>
            {act.note && <p>{act.note}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Registered({ petition, ticket }: { petition: Petition; ticket: TicketView }): ReactElement {
  const t = useTexts('petition');
  const { language } = useSettings();
  const begun = useBegun(ticket.id, 'record-petition-stage');
  const [picked, choose] = useState<PetitionOffer | null>();
  // Until something is chosen here, the act begun at an earlier visit is open, with its words in it.
  const kept = petition.offers.find(({ act }) => Object.keys(begun ?? {}).includes(act));
  const chosen = picked === undefined ? kept : picked;
  const ended = petition.endReason && t(`end.${petition.endReason}`);
  return (
    <>
      <p className="legal-line">
        {t('registered', { day: petition.registeredOn, source: t(`source.${petition.source}`) })}
        {petition.registrationNo && ` · ${petition.registrationNo}`}
        {petition.endedOn && ` · ${t('endedOn', { day: petition.endedOn, reason: ended })}`}
      </p>
      <PetitionPeriods petition={petition} />
      {chosen ? (
        <PetitionActForm
          key={chosen.act}
          ticket={ticket}
          offer={chosen}
          onDone={() => choose(null)}
          onCancel={() => choose(null)}
        />
      ) : (
        <p className="legal-foot">
          {petition.offers.map((offer) => (
            <Button key={offer.act} size="small" onClick={() => choose(offer)}>
              {offer[language]}
            </Button>
          ))}
        </p>
      )}
      <Acts petition={petition} />
    </>
  );
}

/** 信访件: registration, the periods of the regulations and the acts that are open now; nothing on other tickets. */
export default function PetitionPanel({ ticket }: { ticket: TicketView }): ReactElement | null {
  const t = useTexts('petition');
  const begun = useBegun(ticket.id, 'mark-as-petition');
  const [picked, setMarking] = useState<boolean>();
  const marking = picked ?? begun !== undefined;
  const { data } = useQuery({
    queryKey: [...keys.ticket(ticket.id), 'petition', ticket.version],
    queryFn: ({ signal }) => get(`/tickets/${ticket.id}/petition`, undefined, signal),
    placeholderData: (old) => old,
  });
  if (!data || (!data.petition && !data.mayMark)) return null;
  const { petition } = data;
  return (
    <section className="panel" aria-labelledby="petition">
      <div className="legal-title">
        <h2 id="petition">{t('title')}</h2>
        {petition && (
          <span className={`tag${petition.stage === 'ended' ? '' : ' tag-accent'}`}>
            {t(`stage.${petition.stage}`)}
          </span>
        )}
        {!petition && !marking && (
          <Button size="small" onClick={() => setMarking(true)}>
            {t('mark')}
          </Button>
        )}
      </div>
      {!petition && !marking && <p className="quiet">{t('none')}</p>}
      {!petition && marking && (
        <MarkPetitionForm
          ticket={ticket}
          onDone={() => setMarking(false)}
          onCancel={() => setMarking(false)}
        />
      )}
      {petition && <Registered petition={petition} ticket={ticket} />}
    </section>
  );
}
