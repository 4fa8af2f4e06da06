import { useEffect, useRef, type KeyboardEvent as FormKey } from 'react';
import { settings } from '../app/settings';

/** `q`, `mod+enter`, `mod+shift+u`, `alt+1`, `escape`, `?`; `mod` is ⌘ on macOS and Ctrl elsewhere. */
export type Hotkeys = Record<string, (event: KeyboardEvent) => void>;

const editable =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"]';

export function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(editable) !== null;
}

const named: Record<string, string> = { ' ': 'space', '/': '/', Escape: 'escape', Enter: 'enter' };

/** The name of a key press. With ⌥ the digit of the key counts, because macOS types another sign there. */
export function keyName(event: KeyboardEvent): string {
  const digit = /^Digit([0-9])$/.exec(event.code)?.[1];
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const plain = (event.altKey && (digit ?? letter)) || (named[event.key] ?? event.key);
  const parts: string[] = [];
  if (event.metaKey || event.ctrlKey) parts.push('mod');
  if (event.altKey) parts.push('alt');
  const printed = plain.length === 1 && !/[a-z]/i.test(plain);
  if (event.shiftKey && !printed) parts.push('shift');
  parts.push(plain.toLowerCase());
  return parts.join('+');
}

/** An input method is composing: 229 is what browsers send for keys the method has taken. */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Sends on ⌘↵, once however long it is held; nothing else hears the key then. For the capture phase where a Select may have the focus. */
export function sendByKey(event: FormKey, send: () => void): void {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || composing(event.nativeEvent)) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) send();
}

function dead(event: KeyboardEvent, name: string): boolean {
  const types = !name.startsWith('mod+');
  const steers = /^(escape|enter|f\d+)$/.test(name);
  if (name === 'mod+z') return inField(event.target); // the field's own undo comes first
  if (types && !steers && !settings().keys) return true;
  return types && !steers && !name.startsWith('alt+') && inField(event.target);
}

function dialogOpen(): boolean {
  const dialogs = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')];
  return dialogs.some((dialog) => dialog.checkVisibility());
}

/**
 * Keys of a page. Letter keys are dead in fields, while an input method composes, and when the person has switched
 * them off; chords with ⌘ or Ctrl always work. An open dialog takes every key.
 */
export function useHotkeys(map: Hotkeys, on = true): void {
  const latest = useRef(map);
  latest.current = map;
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (composing(event) || event.defaultPrevented || dialogOpen()) return;
      const name = keyName(event);
      const perform = latest.current[name];
      if (!perform || dead(event, name)) return;
      event.preventDefault();
      // What was sent is not sent again by holding on.
      if (!event.repeat || !/^mod\+(shift\+)?enter$/.test(name)) perform(event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);
}
