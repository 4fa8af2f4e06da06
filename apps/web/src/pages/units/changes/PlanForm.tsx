import { Button, Input } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import { ProblemError } from '../../../api/client';
import type { UnitBrief } from '../../../api/contract';
import { ErrorState } from '../../../parts';
import { KindChoice } from './KindChoice';
import { Labelled } from './Labelled';
import { bodyOf, emptyPlan, type Plan, SEVERAL } from './plan';
import { RuleFields } from './RuleFields';
import { UnitsField } from './UnitsField';
import { usePlan } from './useChanges';

interface Props {
  unit: UnitBrief | null;
  onPlanned: (id: string) => void;
}

/** What the server said about one field, in its own words. */
function problems(error: Error | null): (field: string) => string | undefined {
  if (!(error instanceof ProblemError)) return () => undefined;
  const { problem } = error;
  return (field) =>
    problem.errors?.find((one) => one.field === field)?.detail ??
    (problem.field === field ? problem.detail : undefined);
}

const KNOWN = ['unitIds', 'parentId', 'intoId', 'name', 'shortName', 'code', 'reason', 'documentNo'];

/** Kind, units, rule, reason; the preview is a draft on the server, so nothing typed is lost from then on. */
export function PlanForm({ unit, onPlanned }: Props): ReactElement {
  const t = useTexts('unitChanges');
  const [plan, setPlan] = useState<Plan>(() => emptyPlan(unit));
  const planning = usePlan();
  const problemOf = problems(planning.error);
  const change = (part: Partial<Plan>): void => setPlan((before) => ({ ...before, ...part }));
  const several = SEVERAL.includes(plan.kind);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    planning.mutate(bodyOf(plan), { onSuccess: ({ id }) => onPlanned(id) });
  };
  const elsewhere = planning.isError && !KNOWN.some((field) => problemOf(field) !== undefined);
  return (
    <form className="padded change-form" onSubmit={submit}>
      <h2>{t('plan')}</h2>
      <KindChoice
        value={plan.kind}
        onChange={(kind) =>
          change({ kind, units: SEVERAL.includes(kind) ? plan.units : plan.units.slice(0, 1) })
        }
      />
      <Labelled
        id="change-units"
        label={t('field.unitIds')}
        problem={problemOf('unitIds')}
        {...(several ? { hint: t('unitsHint') } : {})}
      >
        <UnitsField
          id="change-units"
          units={plan.units}
          several={several}
          onChange={(units) => change({ units })}
        />
      </Labelled>
      <RuleFields plan={plan} onChange={change} problemOf={problemOf} />
      <div className="change-pair">
        <Labelled
          id="change-reason"
          label={t('field.reason')}
          hint={t('reasonHint')}
          problem={problemOf('reason')}
        >
          <Input
            id="change-reason"
            required
            minLength={2}
            maxLength={500}
            value={plan.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </Labelled>
        <Labelled id="change-document" label={t('field.documentNo')} problem={problemOf('documentNo')}>
          <Input
            id="change-document"
            maxLength={80}
            value={plan.documentNo}
            onChange={(event) => change({ documentNo: event.target.value })}
          />
        </Labelled>
      </div>
      {elsewhere && <ErrorState small error={planning.error} />}
      <div className="change-steps">
        <Button type="primary" size="large" htmlType="submit" loading={planning.isPending}>
          {t('preview')}
        </Button>
        <span className="admin-note">{t('previewHint')}</span>
      </div>
    </form>
  );
}
