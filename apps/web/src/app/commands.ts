import { useEffect, useId, useMemo, useRef, useSyncExternalStore } from 'react';
import { useHotkeys, type IconName } from '../parts';

/** One thing a person can do: in the palette, in the key sheet and by its key. */
export interface Command {
  name: string; // unique, e.g. desk.dispatch
  label: string; // in the current language
  icon?: IconName;
  key?: string; // see Hotkeys
  when?: () => boolean; // absent: always
  hidden?: boolean; // in the key sheet only
  perform: () => void;
}

const registered = new Map<string, Command[]>();
const listeners = new Set<() => void>();
let all: Command[] = [];

function put(owner: string, commands: Command[] | null): void {
  if (commands) registered.set(owner, commands);
  else registered.delete(owner);
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

/** Offers commands while the component is on screen and binds their keys. */
export function useCommands(commands: Command[], on = true): void {
  const owner = useId();
  const latest = useRef(commands);
  latest.current = commands;
  const shape = commands.map((command) => `${command.name}|${command.label}|${command.key ?? ''}`).join('\n');
  useEffect(() => {
    if (!on) return undefined;
    const live = (name: string): Command | undefined =>
      latest.current.find((command) => command.name === name);
    const stable = latest.current.map((command) => ({
      ...command,
      when: () => live(command.name)?.when?.() ?? true,
      perform: () => live(command.name)?.perform(),
    }));
    put(owner, stable);
    return () => put(owner, null);
  }, [owner, shape, on]);
  const map = useMemo(() => {
    const names = latest.current
      .filter((command) => command.key)
      .map((command) => [command.key ?? '', command.name]);
    return Object.fromEntries(
      names.map(([key, name]) => [
        key,
        () => {
          const command = latest.current.find((one) => one.name === name);
          if (command && (command.when?.() ?? true)) command.perform();
        },
      ]),
    );
    // The shape tells when names or keys have changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shape]);
  useHotkeys(map, on);
}

export function useAllCommands(): Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}
