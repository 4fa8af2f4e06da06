import { Button, Checkbox, Input, InputNumber, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import type { KindOfFormula } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState } from '../../parts';
import { useAddFormula } from './useCallFigures';

interface Props {
  kind: KindOfFormula;
  unitId: string;
  today: string;
  onClose: () => void;
}

const DAY_MS = 86_400_000;
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** A new version by one of the forms in use, from a day on; the server says what it refuses. */
export function AddFormulaForm({ kind, unitId, today, onClose }: Props): ReactElement {
  const t = useTexts('callFigures');
  const { inForce } = kind;
  const timed = kind.kind === 'service_level';
  const [letter, setLetter] = useState(inForce.letter);
  const [seconds, setSeconds] = useState(inForce.seconds ?? 15);
  const [short, setShort] = useState(inForce.shortAbandonS);
  const [validFrom, setValidFrom] = useState(dayAfter(today));
  const [backwards, setBackwards] = useState(false);
  const [reason, setReason] = useState('');
  const add = useAddFormula();
  const form = kind.forms.find((one) => one.letter === letter) ?? inForce;
  const past = validFrom <= today;
  const submit = (): void =>
    add.mutate(
      {
        unitId,
        kind: kind.kind,
        validFrom,
        numerator: [...form.numerator],
        denominator: [...form.denominator],
        shortAbandonS: short,
        reason: reason.trim(),
        ...(timed ? { seconds } : {}),
        backwards: past && backwards,
      },
      { onSuccess: onClose },
    );
  return (
    <form
      className="formula-form"
      aria-label={t('add')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Radio.Group
        aria-label={t('formula')}
        value={letter}
        options={kind.forms.map((one) => ({
          value: one.letter,
          label: `${one.letter}  ${t(`forms.${kind.kind}.${one.letter}`, { seconds })}`,
        }))}
        onChange={(event) => setLetter(String(event.target.value))}
      />
      <div className="formula-fields">
        {timed && (
          <label>
            {t('fields.seconds')}{' '}
            <InputNumber
              min={1}
              max={600}
              precision={0}
              value={seconds}
              onChange={(value) => value !== null && setSeconds(value)}
            />
          </label>
        )}
        <label>
          {t('fields.short')}{' '}
          <InputNumber
            min={0}
            max={15}
            precision={0}
            value={short}
            onChange={(value) => value !== null && setShort(value)}
          />
        </label>
        <label>
          {t('fields.from')}{' '}
          <Input type="date" value={validFrom} onChange={(event) => setValidFrom(event.target.value)} />
        </label>
      </div>
      {past && (
        <Checkbox checked={backwards} onChange={(event) => setBackwards(event.target.checked)}>
          {t('fields.backwards')}
        </Checkbox>
      )}
      <Input
        aria-label={t('fields.reason')}
        placeholder={t('fields.reason')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {add.isError && <ErrorState small error={add.error} />}
      <div className="formula-buttons">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={add.isPending}
          disabled={reason.trim().length < 2 || (past && !backwards)}
        >
          {t('publish')}
        </Button>
      </div>
    </form>
  );
}
