import { Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import { Icon } from '../parts';
import type { Interruption, LegalFacts, Suspension } from './facts';

interface Props {
  facts: LegalFacts;
  change: (facts: LegalFacts) => void;
  problems: Record<string, string>;
}

const KINDS: readonly Interruption['kind'][] = ['claim', 'complaint', 'promise'];
const REASONS: readonly Suspension['reason'][] = ['force-majeure', 'other'];

function Remove({ onClick }: { onClick: () => void }): ReactElement {
  const t = useTexts('legal');
  return (
    <Button
      type="text"
      size="small"
      aria-label={t('remove')}
      icon={<Icon name="close" />}
      onClick={onClick}
    />
  );
}

function Problem({ words }: { words: string | undefined }): ReactElement | null {
  return words ? (
    <p className="legal-problem" role="alert">
      {words}
    </p>
  ) : null;
}

/** Acts that start a limitation anew (调解仲裁法 27). */
export function InterruptionRows({ facts, change, problems }: Props): ReactElement {
  const t = useTexts('legal');
  const rows = facts.interruptions ?? [];
  const set = (interruptions: Interruption[]): void => change({ ...facts, interruptions });
  const patch = (at: number, part: Partial<Interruption>): void =>
    set(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div className="legal-rows">
      {rows.map((row, index) => (
        <div key={index} className="legal-row">
          <Select
            size="small"
            aria-label={t('kind')}
            value={row.kind}
            options={KINDS.map((kind) => ({ value: kind, label: t(`act.${kind}`) }))}
            onChange={(kind) => patch(index, { kind })}
          />
          <Input
            size="small"
            type="date"
            aria-label={t('on')}
            value={row.on}
            onChange={(event) => patch(index, { on: event.target.value })}
          />
          <Remove onClick={() => set(rows.filter((_, at) => at !== index))} />
          <Problem words={problems[`interruptions.${index}.on`]} />
        </div>
      ))}
      {rows.length < 20 && (
        <Button
          size="small"
          icon={<Icon name="plus" />}
          onClick={() => set([...rows, { kind: 'claim', on: '' }])}
        >
          {t('addInterruption')}
        </Button>
      )}
    </div>
  );
}

/** Times in which a limitation stands still. */
export function SuspensionRows({ facts, change, problems }: Props): ReactElement {
  const t = useTexts('legal');
  const rows = facts.suspensions ?? [];
  const set = (suspensions: Suspension[]): void => change({ ...facts, suspensions });
  const patch = (at: number, part: Partial<Suspension>): void =>
    set(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div className="legal-rows">
      {rows.map((row, index) => (
        <div key={index} className="legal-row is-span">
          <Select
            size="small"
            aria-label={t('kind')}
            value={row.reason}
            options={REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
            onChange={(reason) => patch(index, { reason })}
          />
          <Remove onClick={() => set(rows.filter((_, at) => at !== index))} />
          <Input
            size="small"
            type="date"
            aria-label={t('from')}
            value={row.from}
            onChange={(event) => patch(index, { from: event.target.value })}
          />
          <Input
            size="small"
            type="date"
            aria-label={t('until')}
            title={t('until')}
            value={row.until ?? ''}
            onChange={(event) => patch(index, { until: event.target.value })}
          />
          <Problem words={problems[`suspensions.${index}.from`] ?? problems[`suspensions.${index}.until`]} />
        </div>
      ))}
      {rows.length < 10 && (
        <Button
          size="small"
          icon={<Icon name="plus" />}
          onClick={() => set([...rows, { reason: 'force-majeure', from: '', until: null }])}
        >
          {t('addSuspension')}
        </Button>
      )}
    </div>
  );
}
