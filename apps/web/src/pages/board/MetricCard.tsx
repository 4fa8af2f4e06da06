import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { NumbersView, NumberView } from '../../api/contract';
import { CardFigure } from './CardFigure';
import { CallPart } from './CallPart';
import { CardTail } from './CardTail';
import { SecondFigure } from './SecondFigure';
import { Glyph } from './Glyph';
import type { BoardAddress } from './useAddress';
import { TableToggle } from './TableToggle';
import { TargetTag } from './TargetTag';
import { Trend } from './Trend';
import { RATE_FROM } from './figures/small-samples';

const NO_GAPS: NumbersView['gaps'] = [];

interface Props {
  number: NumberView;
  view: NumbersView;
  address: BoardAddress;
  fading: boolean;
}

export function MetricCard({ number, view, address, fading }: Props): ReactElement {
  const t = useTexts('board');
  const [table, setTable] = useState(false);
  const { metric } = number;
  const name = t(`metrics.${metric}`);
  const extended =
    metric === 'on-time' ? view.numbers.find((each) => each.metric === 'on-time-extended') : undefined;
  const titleId = `card-${metric}`;
  return (
    <section className={`board-card metric-card${fading ? ' is-fading' : ''}`} aria-labelledby={titleId}>
      <header className="card-head">
        <h2 id={titleId}>{name}</h2>
        <button
          type="button"
          className="definition-button"
          aria-describedby={titleId}
          title={t('definitionOf', { metric: name, version: number.definition.version })}
          onClick={() => address.change({ definition: metric })}
        >
          <Glyph name="info" size={14} />{' '}
          <span>{t('definition', { version: number.definition.version })}</span>
        </button>
        <span className="head-space" />
        <TableToggle shown={table} onChange={setTable} subject={t('trend.name', { metric: name })} />
        {number.denominator >= RATE_FROM && <TargetTag {...number} />}
      </header>
      <div className="card-body">
        <CardFigure
          number={number}
          unitId={view.unit.id}
          period={address.period}
          second={
            number.telephone ? (
              <CallPart part={number.telephone} unitId={view.unit.id} period={address.period} />
            ) : (
              extended && (
                <SecondFigure
                  number={extended}
                  unitId={view.unit.id}
                  period={address.period}
                  onDefinition={() => address.change({ definition: extended.metric })}
                />
              )
            )
          }
        />
        <Trend
          number={number}
          unitId={view.unit.id}
          table={table}
          gaps={number.metric === 'connection' ? view.gaps : NO_GAPS}
        />
      </div>
      <CardTail number={number} view={view} period={address.period} />
    </section>
  );
}
