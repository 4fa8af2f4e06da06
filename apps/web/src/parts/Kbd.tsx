import type { ReactElement } from 'react';

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

const onMac: Record<string, string> = {
  mod: '⌘',
  shift: '⇧',
  alt: '⌥',
  enter: '↵',
  space: '空格',
  escape: 'Esc',
};
const elsewhere: Record<string, string> = {
  mod: 'Ctrl',
  shift: '⇧',
  alt: 'Alt',
  enter: '↵',
  space: '空格',
  escape: 'Esc',
};

/** `mod+shift+enter` → `⌘⇧↵` on macOS, `Ctrl⇧↵` elsewhere. */
export function keyLabel(keys: string): string {
  const names = mac ? onMac : elsewhere;
  return keys
    .split('+')
    .map(
      (part) =>
        names[part] ?? (part.length === 1 ? part.toUpperCase() : part[0]?.toUpperCase() + part.slice(1)),
    )
    .join(mac ? '' : '\u2009');
}

export function Kbd({ keys }: { keys: string }): ReactElement {
  return (
    <kbd className="kbd" aria-hidden>
      {keyLabel(keys)}
    </kbd>
  );
}
