import type { ReactElement } from 'react';
import type { CatalogueVersion } from '../../api/contract';
import { useTexts } from '../../app/i18n';

const LOOKS = { 'in-force': 'tag-ok', scheduled: 'tag-new', superseded: '' } as const;

/** 现行 / 待生效 / 已结束 */
export function StandingTag({ standing }: Pick<CatalogueVersion, 'standing'>): ReactElement {
  const t = useTexts('catalogue');
  return <span className={`tag ${LOOKS[standing]}`}>{t(`standing.${standing}`)}</span>;
}
