import { Input, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useSession } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { Icon, Kbd, keyLabel } from '../../parts';
import type { ContactForm } from './contact-form';
import { DutyLeaderLine } from './DutyLeaderLine';
import { type EmergencyForm, SEATS, SERVICES } from './emergency';
import { focusDesk } from './focus';
import './urgent.css';
import './urgent-texts';
import { UrgentCall } from './UrgentCall';
import { useRoute } from './useRoute';

interface Props {
  form: ContactForm;
  problems: Record<string, string>;
  fill: (change: Partial<ContactForm>) => void;
}

function Seat({ form, problems, fill }: Props): ReactElement {
  const t = useTexts('urgent');
  const { emergency } = form;
  const put = (change: Partial<EmergencyForm>): void => fill({ emergency: { ...emergency, ...change } });
  const wrong = problems['emergency.seatReason'] ?? problems['emergency.seatName'];
  return (
    <div className="urgent-row" role="group" aria-label={t('seat')}>
      <span className="urgent-label">{t('seat')}</span>
      <div className="urgent-fields">
        <Segmented
          aria-label={t('seat')}
          value={emergency.seat ?? 'none'}
          options={['none', ...SEATS].map((value) => ({ value, label: t(`seats.${value}`) }))}
          onChange={(value) => put({ seat: SEATS.find((seat) => seat === value) ?? null })}
        />
        {emergency.seat && (
          <>
            <Input
              aria-label={t('seatReason')}
              placeholder={t('seatReason')}
              maxLength={500}
              {...(problems['emergency.seatReason'] ? { status: 'error' as const } : {})}
              value={emergency.seatReason}
              onChange={(event) => put({ seatReason: event.target.value })}
            />
            <Input
              className="urgent-reference"
              aria-label={t('seatName')}
              placeholder={t('seatName')}
              maxLength={60}
              value={emergency.seatName}
              onChange={(event) => put({ seatName: event.target.value })}
            />
          </>
        )}
      </div>
      {wrong && <p className="row-problem">{wrong}</p>}
    </div>
  );
}

function Leader({ form }: { form: ContactForm }): ReactElement {
  const t = useTexts('urgent');
  const { memberships } = useSession();
  const route = useRoute(form);
  const target = form.override?.unit ?? (route.asked ? route.data?.target : null) ?? null;
  const own = memberships[0]?.unit.id ?? '';
  return (
    <div className="urgent-row" role="group" aria-label={t('leader')}>
      <span className="urgent-label">{t('leader')}</span>
      <DutyLeaderLine unitId={target?.id ?? own} own={target === null} />
    </div>
  );
}

/** The urgent path beside the form, never over it: what was called, who leads now, which seat takes over. */
export function UrgentPath({ form, problems, fill }: Props): ReactElement | null {
  const t = useTexts('urgent');
  const { emergency } = form;
  if (form.urgency !== 'urgent') return null;
  const put = (change: Partial<EmergencyForm>): void => fill({ emergency: { ...emergency, ...change } });
  return (
    <section
      id="desk-urgent"
      className="urgent-path"
      aria-label={t('title')}
      data-region
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) focusDesk('text');
      }}
    >
      <header>
        <Icon name="alert" />
        <strong>{t('title')}</strong>
        <span role="status" className="visually-hidden">
          {t('marked', { key: keyLabel('mod+shift+u') })}
        </span>
        <span className="urgent-lead">{t('lead')}</span>
        <button type="button" className="link-button" onClick={() => fill({ urgency: 'general' })}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="link-button"
          aria-expanded={emergency.open}
          onClick={() => put({ open: !emergency.open })}
        >
          {t(emergency.open ? 'fold' : 'unfold')} {!emergency.open && <Kbd keys="mod+shift+u" />}
        </button>
      </header>
      {emergency.open && (
        <>
          {SERVICES.map((service) => (
            <UrgentCall
              key={service}
              service={service}
              value={emergency.calls[service]}
              problems={problems}
              change={(change) =>
                put({ calls: { ...emergency.calls, [service]: { ...emergency.calls[service], ...change } } })
              }
            />
          ))}
          <Leader form={form} />
          <Seat form={form} problems={problems} fill={fill} />
        </>
      )}
      {problems['emergency'] && <p className="row-problem">{problems['emergency']}</p>}
    </section>
  );
}
