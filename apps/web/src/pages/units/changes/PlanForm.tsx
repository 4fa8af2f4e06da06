import { Button, Input } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import { ProblemError } from '../../../api/client';
import type { UnitBrief, UnitChange } from '../../../api/contract';
import { useSession } from '../../../api/session';
import { ErrorState, SaveState, Skeletons, useServerDraft } from '../../../parts';
import { KindChoice } from './KindChoice';
import { Labelled } from './Labelled';
import { bodyOf, emptyPlan, type Plan, planOfChange, SEVERAL } from './plan';
import { RuleFields } from './RuleFields';
import { UnitsField } from './UnitsField';
import { usePlan } from './useChanges';

interface Props {
  unit: UnitBrief | null;
  /** A record whose plan is changed; without it, a new one. */
  revised?: UnitChange;
  onPlanned: (id: string) => void;
  onGiveUp?: () => void;
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

/** Beginning anew takes a new draft. */
export function PlanForm(props: Props): ReactElement {
  const [round, setRound] = useState(0);
  return <DraftedForm key={round} {...props} onAnew={() => setRound((before) => before + 1)} />;
}

/** Kind, units, rule, reason; kept on the server while they are typed, one draft a person and record. */
function DraftedForm({
  unit,
  revised,
  onPlanned,
  onGiveUp,
  onAnew,
}: Props & { onAnew: () => void }): ReactElement {
  const t = useTexts('unitChanges');
  const { memberships } = useSession();
  const subject = revised?.id ?? memberships[0]?.unit.id ?? '';
  const draft = useServerDraft<Plan>(
    'unit-change',
    subject,
    revised ? planOfChange(revised) : emptyPlan(unit),
  );
  const plan = draft.body;
  const planning = usePlan(revised ?? null);
  const problemOf = problems(planning.error);
  const change = draft.setBody;
  if (!draft.ready) return <Skeletons rows={8} height={40} />;
  const several = SEVERAL.includes(plan.kind);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    planning.mutate(bodyOf(plan), {
      onSuccess: ({ id }) => void draft.discard().then(() => onPlanned(id)),
    });
  };
  const elsewhere = planning.isError && !KNOWN.some((field) => problemOf(field) !== undefined);
  return (
    <form className="padded change-form" onSubmit={submit}>
      <div className="change-title">
        <h2>{t(revised ? 'revise' : 'plan')}</h2>
        {draft.status.phase !== 'fresh' && <SaveState status={draft.status} />}
      </div>
      {draft.restored && (
        <p className="change-note">
          {t('restored')}{' '}
          <Button size="small" onClick={() => void draft.discard().then(onAnew)}>
            {t('anew')}
          </Button>
        </p>
      )}
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
          {t(revised ? 'reviseSave' : 'preview')}
        </Button>
        {onGiveUp && (
          <Button size="large" onClick={() => void draft.discard().then(onGiveUp)}>
            {t('reviseNot')}
          </Button>
        )}
        <span className="admin-note">{t('previewHint')}</span>
      </div>
    </form>
  );
}
