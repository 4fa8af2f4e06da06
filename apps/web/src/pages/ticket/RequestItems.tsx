import type { PauseView, ReferralView, RequestView, ReturnView, UnitBrief } from '../../api/contract';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { dayText, momentText, TimeText } from '../../parts';

type Ruled = Pick<RequestView | ReturnView, 'ruler' | 'dueAt' | 'ruling' | 'raises'>;

/** Who rules and by when, how often it went up unruled, and what was ruled. */
export function RulingLine({ request }: { request: Ruled }) {
  const t = useTexts('ticket');
  const { ruling, raises } = request;
  return (
    <div className={`ruling${ruling ? '' : ' is-open'}`}>
      {raises.map((raise) => (
        <span key={raise.at}>
          {t('request.raised', { unit: raise.toUnit.name, time: momentText(raise.at) })}
        </span>
      ))}
      {!ruling && <strong>{t('pending', { unit: request.ruler.name })}</strong>}
      {!ruling && request.dueAt && <span>{t('rulingDue', { time: momentText(request.dueAt) })}</span>}
      {ruling && (
        <>
          <strong>
            {ruling.decision === 'lapsed' ? t('request.lapsed') : t('ruled', { unit: request.ruler.name })}{' '}
            <TimeText at={ruling.at} />
          </strong>
          {ruling.reason && <span>{ruling.reason}</span>}
          {ruling.toUnit && <span>{t('toUnit', { unit: ruling.toUnit.name })}</span>}
        </>
      )}
    </div>
  );
}

export function DecisionTag({ decision }: { decision: 'granted' | 'refused' | 'lapsed' | undefined }) {
  const t = useTexts('ticket');
  if (!decision) return null;
  const tone = decision === 'granted' ? 'tag-accent' : decision === 'refused' ? 'tag-bad' : '';
  return <span className={`tag ${tone}`}>{t(`request.${decision}`)}</span>;
}

interface AskedProps {
  unit: UnitBrief;
  by: string;
  /** The name of the reason. */
  code: string;
  reason: string;
}

/** Who asked, the reason of the list, and the reason in words. */
export function Asked({ unit, by, code, reason }: AskedProps) {
  return (
    <>
      <p className="quiet">
        {unit.name} {by}
      </p>
      <p>
        <strong>{code}</strong>
        <br />
        {reason}
      </p>
    </>
  );
}

/** 延期 or 剔除. */
export function RequestItem({ request }: { request: RequestView }) {
  const t = useTexts('ticket');
  const term = useTerm();
  const group = request.kind === 'extension' ? 'extensionReasons' : 'exclusionReasons';
  return (
    <article className="request">
      <header>
        <strong>{t(`request.${request.kind}`, { days: request.workingDays })}</strong>
        <DecisionTag decision={request.ruling?.decision} />
        <TimeText at={request.at} />
      </header>
      <Asked
        unit={request.unit}
        by={request.by}
        code={term(group, request.reasonCode)}
        reason={request.reason}
      />
      <RulingLine request={request} />
      {request.revocation && (
        <p className="quiet">
          {t('request.revoked', { by: request.revocation.by, time: momentText(request.revocation.at) })}{' '}
          {request.revocation.reason}
        </p>
      )}
    </article>
  );
}

export function PauseItem({ pause }: { pause: PauseView }) {
  const t = useTexts('ticket');
  const term = useTerm();
  return (
    <article className="request">
      <header>
        <strong>{t('request.pause')}</strong>
        <span className={`tag${pause.endedAt ? '' : ' tag-accent'}`}>
          {t(`request.ended.${pause.endedHow ?? 'running'}`)}
        </span>
        <TimeText at={pause.at} />
      </header>
      <Asked
        unit={pause.unit}
        by={pause.by}
        code={term('pauseReasons', pause.reasonCode)}
        reason={pause.reason}
      />
      <p className="quiet">
        {t('request.waitsFor', { party: pause.thirdParty })} ·{' '}
        {pause.endedAt
          ? t('request.until', { time: momentText(pause.endedAt) })
          : t('request.atMost', { time: momentText(pause.untilAt) })}
      </p>
      {pause.endNote && <p>{pause.endNote}</p>}
    </article>
  );
}

export function ReferralItem({ referral }: { referral: ReferralView }) {
  const t = useTexts('ticket');
  const term = useTerm();
  return (
    <article className="request">
      <header>
        <strong>
          {t('request.referral', { body: referral.bodyName ?? term('referralBodies', referral.bodyCode) })}
        </strong>
        <span className={`tag${referral.repliedAt ? '' : ' tag-accent'}`}>
          {t(
            referral.repliedAt ? 'request.replied' : referral.endedAt ? 'request.lapsed' : 'request.noReply',
          )}
        </span>
        <TimeText at={referral.at} />
      </header>
      <p className="quiet">
        {referral.unit.name} {referral.by}
      </p>
      <p>{referral.note}</p>
      <p className="quiet">
        {[
          dayText(`${referral.referredOn}T04:00:00Z`),
          referral.referenceNo,
          referral.dueAt &&
            !referral.repliedAt &&
            t('request.replyDue', { time: momentText(referral.dueAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {referral.reply && <div className="ruling">{referral.reply}</div>}
    </article>
  );
}
