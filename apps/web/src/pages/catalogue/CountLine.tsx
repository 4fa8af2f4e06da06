import type { ReactElement } from 'react';
import type { CatalogueComparison } from '../../api/contract';
import { useTexts } from '../../app/i18n';

/** 新增 2 条 · 删除 1 条 · 修改 3 条 · 未变 14 条 */
export function CountLine({ found }: { found: CatalogueComparison }): ReactElement {
  const t = useTexts('catalogue');
  const { added, removed, changed, same } = found;
  return (
    <span className="count-line">
      {t('comparing.added', { count: added.length })} · {t('comparing.removed', { count: removed.length })} ·{' '}
      {t('comparing.changed', { count: changed.length })} · {t('comparing.same', { count: same })}
    </span>
  );
}
