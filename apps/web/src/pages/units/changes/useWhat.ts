import { mark, useTexts } from '../../../app/i18n';
import type { UnitChangeRow } from '../../../api/contract';

/** `合并 · 南山区总工会 → 并入 宝安区总工会` */
export function useWhat(): (change: UnitChangeRow) => string {
  const t = useTexts('unitChanges');
  return ({ kind, units, target, partNames, newName }) => {
    const names = units.map((unit) => unit.name).join(mark('list'));
    const outcome = {
      rename: newName === null ? '' : t('to', { name: newName }),
      move: t('under', { name: target?.name ?? '' }),
      merge: t('into', { name: target?.name ?? '' }),
      split: t('partsOf', { names: partNames.join(mark('list')) }),
      close: '',
    }[kind];
    return [`${t(`kind.${kind}`)} · ${names}`, outcome].filter(Boolean).join(' → ');
  };
}
