import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { LineSource } from '../../api/contract';
import { EmptyState, PagedList } from '../../parts';
import { Light } from './Light';
import { reasonOf } from './reasons';
import type { useSources } from './useLines';

interface Props {
  list: ReturnType<typeof useSources>;
  currentId: string | undefined;
  onChoose: (id: string) => void;
}

function Line({
  source,
  current,
  onChoose,
}: {
  source: LineSource;
  current: boolean;
  onChoose: (id: string) => void;
}): ReactElement {
  const t = useTexts('lines');
  const [first] = source.health.reasons;
  return (
    <li className={current ? 'is-current' : ''}>
      <button type="button" className="line-row" aria-current={current} onClick={() => onChoose(source.id)}>
        <span className="line-head">
          <strong className="cut" title={source.name}>
            {source.name}
          </strong>
          <Light light={source.health.light} delivers={source.kind === 'webhook'} />
        </span>
        <span className="line-head admin-note">
          <span className="cut" title={source.unit.name}>
            {source.unit.name}
          </span>
          {first && <span>{t(`reason.${reasonOf(source.kind, first)}.title`)}</span>}
        </span>
      </button>
    </li>
  );
}

export function SourceList({ list, currentId, onChoose }: Props): ReactElement {
  const t = useTexts('lines');
  const sources = (list.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <PagedList
      query={list}
      count={sources.length}
      skeletons={{ rows: 4, height: 64 }}
      empty={
        <EmptyState icon="phone" title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      }
    >
      <ul className="line-list">
        {sources.map((source) => (
          <Line key={source.id} source={source} current={source.id === currentId} onChoose={onChoose} />
        ))}
      </ul>
    </PagedList>
  );
}
