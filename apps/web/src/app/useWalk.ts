import { useEffect, useState } from 'react';
import { useCommands } from './commands';
import { useTexts } from './i18n';

/**
 * J and K through a list: which row is chosen, kept in view, and how to choose another.
 * @param name of the page, in the sheet of keys
 * @param id row n is the element `${id}-${n}`
 */
export function useWalk(name: string, id: string, length: number): [number, (at: number) => void] {
  const t = useTexts('app');
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, length - 1);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  const move = (by: 1 | -1): void => setAt(Math.max(0, Math.min(length - 1, chosen + by)));
  useCommands([
    { name: `${name}.next`, label: t('walk.next'), key: 'j', hidden: true, perform: () => move(1) },
    { name: `${name}.previous`, label: t('walk.previous'), key: 'k', hidden: true, perform: () => move(-1) },
  ]);
  return [chosen, setAt];
}
