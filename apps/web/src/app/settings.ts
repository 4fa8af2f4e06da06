import { useSyncExternalStore } from 'react';

/** What a person set for themselves on this computer. Never anything about a worker. */
export interface Settings {
  theme: 'light' | 'dark' | 'system';
  language: 'zh' | 'en';
  keys: boolean; // single-letter shortcuts
}

const place = 'hotline.settings';
const standard: Settings = { theme: 'system', language: 'zh', keys: true };
const listeners = new Set<() => void>();

function read(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return { ...standard, ...(stored as Partial<Settings>) };
  } catch {
    return standard;
  }
}

let current = read();

export function settings(): Settings {
  return current;
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // A locked-down browser keeps the choice for this page only.
  }
  for (const listener of listeners) listener();
}

export function onSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSettings(): Settings {
  return useSyncExternalStore(onSettings, settings);
}
