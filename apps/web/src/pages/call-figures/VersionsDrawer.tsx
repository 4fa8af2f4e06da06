import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { FormulaView, KindOfFormula } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState, Icon, momentText, Sheet, Skeletons } from '../../parts';
import { AddFormulaForm } from './AddFormulaForm';
import type { FigureAddress } from './address';
import { useFormulas } from './useCallFigures';
import { termsWords } from './words';

function Version({
  formula,
  current,
  today,
}: {
  formula: FormulaView;
  current: boolean;
  today: string;
}): ReactElement {
  const t = useTexts('callFigures');
  const { letter, version, validFrom, seconds, shortAbandonS, unit, author, reason, addedAt, backwards } =
    formula;
  return (
    <li>
      <p>
        <strong>{t('definition', { letter, version })}</strong>{' '}
        <span className="number">{unit ? t('since', { day: validFrom }) : t('shipped')}</span>{' '}
        {current && <span className="tag tag-accent">{t('inForce')}</span>}
        {validFrom > today && <span className="tag">{t('coming')}</span>}
        {backwards && <span className="tag tag-bad">↺ {t('backwards')}</span>}
      </p>
      <p>
        {termsWords(t, formula.numerator, seconds)} ÷ {termsWords(t, formula.denominator, seconds)}
        {seconds !== null && ` · ${t('seconds', { seconds })}`} · {t('short', { seconds: shortAbandonS })}
      </p>
      {unit && (
        <p className="quiet">
          {reason} · {unit.name} {author} {addedAt && momentText(addedAt)}
        </p>
      )}
    </li>
  );
}

function Body({ kind, unitId, today }: { kind: KindOfFormula; unitId: string; today: string }): ReactElement {
  const t = useTexts('callFigures');
  const [adding, setAdding] = useState(false);
  const { inForce, versions, mayAdd } = kind;
  return (
    <div className="versions">
      <p className="quiet">{t(`about.${kind.kind}`)}</p>
      {mayAdd && !adding && (
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      )}
      {adding && (
        <AddFormulaForm kind={kind} unitId={unitId} today={today} onClose={() => setAdding(false)} />
      )}
      <ul>
        {versions.map((formula) => (
          <Version
            key={formula.version}
            formula={formula}
            today={today}
            current={formula.version === inForce.version}
          />
        ))}
      </ul>
      <p className="quiet">{t('neverChanged')}</p>
    </div>
  );
}

/** How a rate is counted, how it was, and by whom it was changed; versions are added, never changed. */
export function VersionsDrawer({ address }: { address: FigureAddress }): ReactElement {
  const t = useTexts('callFigures');
  const formulas = useFormulas(address.asked.unitId);
  const kind = formulas.data?.kinds.find((one) => one.kind === address.versions);
  return (
    <Sheet
      size={560}
      open={address.versions !== null}
      onClose={() => address.change({ versions: undefined })}
      title={
        address.versions &&
        t('versionsOf', { kind: t(`kinds.${address.versions}`), unit: formulas.data?.unit.name ?? '' })
      }
    >
      {formulas.isPending && <Skeletons rows={4} height={56} />}
      {formulas.isError && <ErrorState error={formulas.error} onRetry={() => void formulas.refetch()} />}
      {kind && formulas.data && (
        <Body key={kind.kind} kind={kind} unitId={formulas.data.unit.id} today={formulas.data.today} />
      )}
    </Sheet>
  );
}
