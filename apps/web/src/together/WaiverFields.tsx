import { Input } from 'antd';
import type { ReactElement } from 'react';
import type { TicketView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { Field } from '../verbs/Field';
import './texts';
import './together.css';

interface Props {
  ticket: TicketView;
  values: Record<string, string>;
  tried: boolean;
  error: string | undefined;
  onChange: (values: Record<string, string>) => void;
}

export const openPartsOf = (ticket: TicketView) =>
  ticket.together.supports.filter((part) => part.ending === null);

/** Every open part asks why the report does not wait for it; the reason stays in the record. */
export function WaiverFields({ ticket, values, tried, error, onChange }: Props): ReactElement | null {
  const t = useTexts('together');
  const open = openPartsOf(ticket);
  if (open.length === 0) return null;
  return (
    <section className="waivers" aria-label={t('waivers', { count: open.length })}>
      <h3>{t('waivers', { count: open.length })}</h3>
      <p className="part-line">{error ?? t('waiversNote')}</p>
      {open.map((part) => {
        const missing = tried && !values[part.id]?.trim();
        return (
          <Field
            key={part.id}
            label={t('waiverOf', { unit: part.unit.name })}
            required
            hint={part.asked}
            error={missing ? t('reasonHint.waive-support') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                maxLength={1000}
                value={values[part.id] ?? ''}
                onChange={(event) => onChange({ ...values, [part.id]: event.target.value })}
              />
            )}
          </Field>
        );
      })}
    </section>
  );
}
