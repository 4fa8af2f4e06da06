import { Button, Checkbox, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, send } from '../../api/client';
import type { IdentityReveal, Problem, TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon, clockText } from '../../parts';
import { ENDPOINTS, failureOf, putTicket, VERBS } from '../../verbs';

type Part = 'name' | 'phone' | 'idNumber' | 'address';

/** The masked parts that exist; only these can be asked for. */
function partsOf({ identity }: TicketView): Part[] {
  const masked: Record<Part, string | null> = {
    name: identity.nameMasked,
    phone: identity.phoneMasked,
    idNumber: identity.idNumberMasked,
    address: identity.addressMasked,
  };
  return (Object.keys(masked) as Part[]).filter((part) => masked[part] !== null);
}

interface Revealed {
  shown: IdentityReveal | null;
  problem: Problem | null;
  offline: boolean;
  pending: boolean;
  ask: (fields: Part[], reason: string) => Promise<boolean>;
  hide: () => void;
}

/** The plain identity lives in this component only and is gone at `shownUntil`; it is never cached. */
export function useReveal(ticket: TicketView): Revealed {
  const client = useQueryClient();
  const [shown, setShown] = useState<IdentityReveal | null>(null);
  const [failure, setFailure] = useState<{ problem: Problem | null; offline: boolean }>({
    problem: null,
    offline: false,
  });
  const [pending, setPending] = useState(false);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(null), Math.max(0, Date.parse(shown.shownUntil) - Date.now()));
    return () => clearTimeout(timer);
  }, [shown]);
  useEffect(() => setShown(null), [ticket.id]);

  const ask = async (fields: Part[], reason: string): Promise<boolean> => {
    setPending(true);
    setFailure({ problem: null, offline: false });
    try {
      const path = ENDPOINTS['reveal-identity'](ticket.id);
      setShown(await send('POST', path, { fields, reason }, { ifMatch: ticket.version }));
      // The look is an event of the ticket and moves its version; forms open beside it must know it was ours.
      void get(`/tickets/${ticket.id}`).then((fresh) => putTicket(client, fresh));
      return true;
    } catch (error) {
      const failed = failureOf(error);
      if (failed.kind === 'stale') putTicket(client, failed.current);
      setFailure({
        problem: failed.kind === 'offline' ? null : failed.problem,
        offline: failed.kind === 'offline',
      });
      return false;
    } finally {
      setPending(false);
    }
  };
  return { shown, ...failure, pending, ask, hide: () => setShown(null) };
}

interface IdentityProps {
  ticket: TicketView;
}

/** Masked until a reason is written; the form opens in place and the look itself is recorded. */
export function Identity({ ticket }: IdentityProps) {
  const t = useTexts('ticket');
  const v = useTexts('verbs');
  const reveal = useReveal(ticket);
  const [asking, setAsking] = useState(false);
  const { identity, confidentiality } = ticket;
  const name = reveal.shown?.name ?? identity.nameMasked;
  const phone = reveal.shown?.phone ?? identity.phoneMasked;
  const secret = confidentiality !== 'open';
  const rest = (['idNumber', 'address'] as const).map(
    (part) => [part, reveal.shown?.[part] ?? null] as const,
  );
  return (
    <div className="identity">
      <div className="identity-row">
        <span className="avatar" aria-hidden="true">
          {identity.nameMasked?.slice(0, 1) ?? <Icon name="user" />}
        </span>
        <span className="identity-who">
          <strong>{name ?? t('noName')}</strong>
          {reveal.shown?.phone ? (
            <a href={`tel:${reveal.shown.phone}`}>{phone}</a>
          ) : (
            <span>{phone ?? t('noPhone')}</span>
          )}
          {secret && (
            <span className="tag identity-secret">
              <Icon name="lock" size={12} /> {t(`confidentiality.${confidentiality}`)}
            </span>
          )}
        </span>
        {reveal.shown && (
          <span className="identity-until">
            {v('reveal.until', { time: clockText(reveal.shown.shownUntil) })}
            <Button size="small" onClick={reveal.hide}>
              {v('reveal.hide')}
            </Button>
          </span>
        )}
        {!reveal.shown && !asking && ticket.verbs.includes('reveal-identity') && (
          <Button icon={VERBS['reveal-identity'].icon} onClick={() => setAsking(true)}>
            {v('reveal.title')} <small className="quiet">{v('reveal.hint')}</small>
          </Button>
        )}
      </div>
      {identity.withheld && <p className="identity-withheld">{t('withheld')}</p>}
      {rest.map(
        ([part, value]) =>
          value && (
            <p key={part} className="identity-more">
              <span className="quiet">{t(`identity.${part}`)}</span> {value}
            </p>
          ),
      )}
      {asking && !reveal.shown && (
        <RevealForm parts={partsOf(ticket)} reveal={reveal} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

function RevealForm({ parts, reveal, onClose }: { parts: Part[]; reveal: Revealed; onClose: () => void }) {
  const t = useTexts('ticket');
  const v = useTexts('verbs');
  const [fields, setFields] = useState<Part[]>(parts.filter((part) => part === 'name' || part === 'phone'));
  const [reason, setReason] = useState('');
  const wrong = reveal.offline
    ? v('fail.offline')
    : reveal.problem && (reveal.problem.detail || reveal.problem.title);
  const submit = () => {
    if (reason.trim() === '' || fields.length === 0) return;
    void reveal.ask(fields, reason.trim()).then((shown) => shown && onClose());
  };
  return (
    <form
      className="reveal-form"
      aria-label={v('reveal.title')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Checkbox.Group
        aria-label={t('which')}
        value={fields}
        onChange={setFields}
        options={parts.map((part) => ({ value: part, label: t(`identity.${part}`) }))}
      />
      <span className="reveal-row">
        <Input
          autoFocus
          aria-label={v('reveal.reason')}
          placeholder={v('reveal.reason.hint')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button onClick={onClose}>{v('cancel')}</Button>
        <Button
          htmlType="submit"
          loading={reveal.pending}
          disabled={reason.trim() === '' || fields.length === 0}
        >
          {v('reveal.send')}
        </Button>
      </span>
      {wrong && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
}
