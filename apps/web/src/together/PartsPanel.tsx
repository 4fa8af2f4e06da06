import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PartView, PartVerb, TicketView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import { useTerm } from '../api/vocabulary';
import { momentText, UnitName } from '../parts';
import { ClockLine } from '../pages/ticket/ClockLine';
import { FailureNote, useAct } from '../verbs';
import { VERB_NAMES } from '../verbs/names';
import { PartForm } from './PartForm';

const TONE = { reported: 'tag-accent', withdrawn: '', waived: '', closed: '' } as const;

/** What the supporting unit and the lead have said to each other about one part. */
function Said({ part }: { part: PartView }): ReactElement {
  const t = useTexts('together');
  const term = useTerm();
  const at = (name: string | null, time: string | null) =>
    name && time ? t('endedBy', { name, time: momentText(time) }) : '';
  return (
    <>
      {part.declineReason && (
        <p className="part-said is-bad">
          {t('declined', { reason: part.declineReason })}{' '}
          <small className="quiet">{at(part.declinedBy, part.declinedAt)}</small>
        </p>
      )}
      {part.insistReason && (
        <p className="part-said">
          {t('insisted', { reason: part.insistReason })}{' '}
          <small className="quiet">{at(part.insistedBy, part.insistedAt)}</small>
        </p>
      )}
      {part.narrative && (
        <p className="part-said">
          {part.outcome && <strong>{term('outcomes', part.outcome)} · </strong>}
          {part.narrative}{' '}
          <small className="quiet">
            {[
              at(part.endedBy, part.endedAt),
              part.attachmentIds.length > 0 && t('files', { count: part.attachmentIds.length }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </p>
      )}
      {part.endReason && (
        <p className="part-said">
          {part.endReason} <small className="quiet">{at(part.endedBy, part.endedAt)}</small>
        </p>
      )}
    </>
  );
}

function Part({ part, ticket }: { part: PartView; ticket: TicketView }): ReactElement {
  const t = useTexts('together');
  const { language } = useSettings();
  const sign = useAct(ticket, 'sign-support');
  const [chosen, choose] = useState<PartVerb | null>(null);
  const close = () => choose(null);
  const press = (verb: PartVerb) => (verb === 'sign-support' ? void sign.run({}, part.id) : choose(verb));
  const waits = part.declineReason !== null && part.insistReason === null;
  const signed = waits
    ? VERB_NAMES['decline-support'][language]
    : part.signedAt
      ? t('signed', { time: momentText(part.signedAt) })
      : t('unsigned');
  return (
    <article className="part">
      <div className="part-name">
        <UnitName unit={part.unit} />
        <span className={`tag ${part.ending ? TONE[part.ending] : ''}`}>
          {part.ending ? t(`ending.${part.ending}`) : signed}
        </span>
      </div>
      <p className="part-asked">{part.asked}</p>
      <p className="part-line">
        {[
          t('asked', { unit: part.askedUnit.name, name: part.askedBy, time: momentText(part.askedAt) }),
          part.source !== 'person' && t(`source.${part.source}`),
          part.passedAt && t('passed'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {part.clock && !part.ending && <ClockLine clock={part.clock} />}
      <Said part={part} />
      <FailureNote act={sign} verb="sign-support" mine={[]} onDone={() => undefined} />
      {chosen && part.verbs.includes(chosen) ? (
        <PartForm ticket={ticket} part={part} verb={chosen} onDone={close} onCancel={close} />
      ) : (
        part.verbs.length > 0 && (
          <div className="part-acts">
            {part.verbs.map((verb) => (
              <Button
                key={verb}
                size="small"
                type={verb === 'sign-support' || verb === 'report-support' ? 'primary' : 'default'}
                loading={verb === 'sign-support' && sign.pending}
                onClick={() => press(verb)}
              >
                {VERB_NAMES[verb][language]}
              </Button>
            ))}
          </div>
        )
      )}
    </article>
  );
}

/** Parts asked of other units: each with its clock, its report, and what this reader may do with it. */
export function PartsPanel({ ticket }: { ticket: TicketView }): ReactElement | null {
  const t = useTexts('together');
  const { supports } = ticket.together;
  if (supports.length === 0) return null;
  const open = supports.filter((part) => part.ending === null).length;
  return (
    <section className="panel" aria-labelledby="parts">
      <h2 id="parts">
        {t('parts')} <small>{t('partsNote', { open, all: supports.length })}</small>
      </h2>
      {ticket.accountable && <p className="part-line">{t('lead', { unit: ticket.accountable.name })}</p>}
      {supports.map((part) => (
        <Part key={part.id} part={part} ticket={ticket} />
      ))}
    </section>
  );
}
