import type { ReactElement } from 'react';
import type { LadderPreview, LadderStepSetting } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState, momentText } from '../../parts';
import { changedSteps, type Edit, type Level, withStep } from './edits';
import { StepRow } from './StepRow';
import { usePreview } from './useLadder';

const COLUMNS = ['step', 'on', 'when', 'what', 'example'] as const;

function ExampleLine({ preview, level }: { preview: LadderPreview; level: Level }): ReactElement {
  const t = useTexts('ladder');
  const { limit } = preview;
  return (
    <p className="ladder-example-line" aria-live="polite">
      {t('example', {
        start: momentText(preview.startedAt),
        level: t(`levels.${level}`),
        limit: t(`limit.${limit.unit}`, { count: limit.amount }),
        yellow: momentText(preview.yellowAt),
        due: momentText(preview.dueAt),
      })}
    </p>
  );
}

interface Props {
  unitId: string;
  level: Level;
  stored: readonly LadderStepSetting[];
  edit: Edit;
  change: ((edit: Edit) => void) | null;
}

/** The five steps of one level, with what they would do to an example ticket as the server reckons it. */
export function LadderTable({ unitId, level, stored, edit, change }: Props): ReactElement {
  const t = useTexts('ladder');
  const preview = usePreview(unitId, level, edit.steps);
  const changed = changedSteps(edit.steps, stored);
  return (
    <>
      {preview.data && <ExampleLine preview={preview.data} level={level} />}
      {preview.isError && <ErrorState small error={preview.error} onRetry={() => void preview.refetch()} />}
      <table className="ladder-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`head.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {edit.steps.map((setting) => (
            <StepRow
              key={setting.step}
              setting={setting}
              preview={preview.data}
              changed={changed.includes(setting.step)}
              change={change && ((part) => change(withStep(edit, setting.step, part)))}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
