import type { FormulaView } from '../../api/contract';
import { mark, type Translate } from '../../app/i18n';

type Terms = FormulaView['numerator'];

/** （进入队列 − 短时放弃） */
export function termsWords(t: Translate, of: Terms, seconds: number | null): string {
  const words = of.map(({ part, sign }, index) => {
    const name = t(`parts.${part}`, { seconds: seconds ?? '…' });
    return index === 0 && sign === 1 ? name : `${sign === 1 ? '+' : '−'} ${name}`;
  });
  const together = words.join(' ');
  return words.length > 1 ? `${mark('open').trimStart()}${together}${mark('close')}` : together;
}

/** m:ss,t of a wait; a dash where it is not known. */
export function waitWords(ms: number | null): string {
  if (ms === null) return '—';
  const tenths = Math.round(ms / 100);
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${minutes}:${String(Math.floor(rest / 10)).padStart(2, '0')}.${rest % 10}`;
}
