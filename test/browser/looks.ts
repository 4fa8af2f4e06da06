import type { Locator } from 'playwright-core';
import { DESKTOP, PHONE, type Window } from './browser.js';

// These run inside the page; the tests themselves have no document.
interface Seen {
  readonly textContent: string | null;
  checkVisibility(): boolean;
  getAttribute(name: string): string | null;
}
interface Box extends Seen {
  readonly tagName: string;
  readonly className: string;
  readonly tabIndex: number;
  readonly disabled?: boolean;
  readonly childNodes: Iterable<ChildText>;
  querySelectorAll(selector: string): Iterable<Box>;
}
declare const document: {
  readonly documentElement: { readonly scrollWidth: number; readonly dataset: Record<string, string> };
  querySelectorAll(selector: string): Iterable<Box>;
};
declare const getComputedStyle: (of: Box) => { readonly overflow: string };
declare const location: { readonly pathname: string };
interface ChildText {
  readonly nodeType: number;
  readonly textContent: string | null;
}
declare const innerWidth: number;
declare const localStorage: { setItem(name: string, value: string): void };

const GROUNDS = ['light', 'dark'] as const;
const SIZES = { desktop: DESKTOP, phone: PHONE };

/** What scrolls, or would with more in it, and cannot be reached by any key: axe sees only what is too long at the moment. */
export function unreachable(window: Window): Promise<string[]> {
  return window.page.evaluate(() => {
    const reached = (one: Box) => one.tabIndex >= 0 && one.disabled !== true && one.checkVisibility();
    return [...document.querySelectorAll('body *')]
      .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflow))
      .filter((one) => one.checkVisibility() && one.textContent !== '' && !reached(one))
      .filter(
        (one) =>
          ![...one.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')].some(reached),
      )
      .map((one) => `${location.pathname} scrolls without a key: ${one.tagName}.${one.className}`);
  });
}

/** What axe finds on the page as it stands, light and dark, at a desk and in a hand, and where it is wider than the screen. */
export async function everywhere(window: Window, shown: Locator): Promise<string[]> {
  const { page } = window;
  const found: string[] = [];
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const ground of GROUNDS) {
      await page.emulateMedia({ colorScheme: ground, reducedMotion: 'reduce' });
      await page.waitForFunction((to) => document.documentElement.dataset['theme'] === to, ground);
      await shown.first().waitFor();
      found.push(...(await window.barriers()).map((one) => `${size} ${ground} ${one}`));
    }
    found.push(...(await unreachable(window)).map((one) => `${size} ${one}`));
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
      found.push(`${size}: the page scrolls sideways`);
  }
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return found;
}

export async function speak(window: Window, language: 'zh' | 'en'): Promise<void> {
  await window.page.evaluate(
    (settings) => localStorage.setItem('hotline.settings', settings),
    JSON.stringify({ language }),
  );
  await window.page.reload();
}

/** Chinese that the page shows or tells a screen reader, without the words given: names of people, units and lines are data. */
export async function chineseOn(window: Window, data: readonly string[]): Promise<string[]> {
  const words = await window.page.evaluate(() => {
    const said: string[] = [];
    for (const element of document.querySelectorAll('body *:not(script, style, noscript)')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        said.push(element.getAttribute(name) ?? '');
      if (!element.checkVisibility()) continue;
      for (const child of element.childNodes) if (child.nodeType === 3) said.push(child.textContent ?? '');
    }
    return said;
  });
  const longestFirst = [...data, '中文'].sort((one, other) => other.length - one.length);
  const rest = words.map((text) => longestFirst.reduce((left, word) => left.replaceAll(word, ''), text));
  const marks = new Set(['工', ...data.map((word) => word.slice(0, 1))]); // the emblem, and a person's initial
  return [
    ...new Set(rest.filter((text) => /[\p{Script=Han}，。、：；（）「」]/u.test(text) && !marks.has(text))),
  ];
}

/** The network falls away while `meanwhile` runs; the page says so, and takes it back. */
export async function offline(window: Window, meanwhile: () => Promise<void>): Promise<void> {
  const banner = window.page.locator('.offline-banner');
  await window.context.setOffline(true);
  await banner.waitFor();
  await meanwhile();
  await window.context.setOffline(false);
  await banner.waitFor({ state: 'detached' });
}

/** Complaints of a window without those that were provoked. */
export const unexpected = (window: Window, ...provoked: readonly string[]): string[] =>
  window.complaints.filter((one) => !provoked.some((word) => one.includes(word)));
