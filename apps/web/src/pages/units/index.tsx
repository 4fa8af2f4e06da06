import { Input, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { useCan, useSession } from '../../api/session';
import { EmptyState, ErrorState, Icon, Skeletons, useDebounced } from '../../parts';
import './admin.css';
import { ChangesPanels } from './changes';
import { FoundUnits } from './FoundUnits';
import { texts } from './texts';
import { UnitDetail } from './UnitDetail';
import { UnitTree } from './UnitTree';
import { useUnitView } from './useUnits';

registerTexts('units', texts);

/** The top of the tree a person administers: their highest unit. */
function useRootId(): string | undefined {
  const { memberships } = useSession();
  const levels = ['national', 'province', 'city', 'county', 'township', 'enterprise'];
  const units = memberships.map((membership) => membership.unit);
  return units.sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level))[0]?.id;
}

export default function UnitsPage(): ReactElement {
  const t = useTexts('units');
  const [parameters, setParameters] = useSearchParams();
  const typed = parameters.get('q') ?? '';
  const q = useDebounced(typed.trim(), 200);
  const rootId = useRootId();
  const currentId = parameters.get('unitId') ?? rootId;
  const root = useUnitView(rootId);
  const current = useUnitView(currentId);
  const change = (name: string, value: string, replace: boolean): void =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace },
    );
  const choose = (unitId: string): void => change('unitId', unitId, false);
  const chosenChange = parameters.get('change');
  const reorganises = useCan('unit.reorganise');
  const changes = reorganises && (chosenChange !== null || parameters.get('view') === 'changes');
  const show = (next: Record<string, string>): void => setParameters(new URLSearchParams(next));
  const path = [rootId ?? '', ...(current.data?.chain.map((each) => each.id) ?? [])];
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      {reorganises && (
        <div className="admin-tools">
          <Segmented
            aria-label={t('views')}
            value={changes ? 'changes' : 'tree'}
            options={[
              { value: 'tree', label: t('tree') },
              { value: 'changes', label: t('changes') },
            ]}
            onChange={(view) => show(view === 'changes' ? { view } : {})}
          />
        </div>
      )}
      {changes ? (
        <ChangesPanels
          chosen={chosenChange}
          unitId={parameters.get('unitId')}
          onChoose={(chosen) => show({ view: 'changes', change: chosen })}
          onBack={() => show({ view: 'changes' })}
        />
      ) : (
        <>
          <div className="admin-tools">
            <Input
              allowClear
              prefix={<Icon name="search" />}
              placeholder={t('search')}
              aria-label={t('search')}
              value={typed}
              onChange={(event) => change('q', event.target.value, true)}
            />
          </div>
          <div className="admin-panels">
            <nav className="admin-panel" tabIndex={0} aria-label={t('tree')}>
              {q !== '' && <FoundUnits q={q} currentId={currentId} onChoose={choose} />}
              {q === '' && root.isPending && <Skeletons rows={10} height={32} />}
              {q === '' && root.isError && (
                <ErrorState small error={root.error} onRetry={() => void root.refetch()} />
              )}
              {q === '' && root.data && current.data && (
                <ul className="unit-tree">
                  <UnitTree unit={root.data} currentId={currentId} onChoose={choose} path={path} />
                </ul>
              )}
            </nav>
            <section className="admin-panel" tabIndex={0} aria-label={current.data?.name ?? t('choose')}>
              {current.isError && <ErrorState error={current.error} onRetry={() => void current.refetch()} />}
              {current.isPending &&
                (rootId ? (
                  <Skeletons rows={6} height={32} />
                ) : (
                  <EmptyState icon="tree" title={t('choose')} />
                ))}
              {current.data && (
                <UnitDetail
                  key={current.data.id}
                  unit={current.data}
                  onChoose={choose}
                  onReorganise={(unitId) => show({ view: 'changes', change: 'new', unitId })}
                />
              )}
            </section>
          </div>
        </>
      )}
    </div>
  );
}
