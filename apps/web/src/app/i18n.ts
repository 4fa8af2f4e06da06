import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { onSettings, settings } from './settings';

export interface TextTree {
  [key: string]: string | TextTree;
}
/**
 * The same keys with any words: the compiler refuses a translation that lacks a key or has one too many. A key with `_one`
 * behind it is the singular of a text that counts, which Chinese does not have.
 */
export type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> } & {
  [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string;
};
export type Translate = (key: string, values?: Record<string, unknown>) => string;

void i18next.use(initReactI18next).init({
  lng: settings().language,
  fallbackLng: 'zh',
  resources: {},
  interpolation: { escapeValue: false },
  returnNull: false,
});

function follow(): void {
  document.documentElement.lang = settings().language === 'zh' ? 'zh-CN' : 'en';
  if (i18next.language !== settings().language) void i18next.changeLanguage(settings().language);
}
follow();
onSettings(follow);

/** Adds the words of one page. Chinese is written first and gives the keys; English must have the same ones. */
export function registerTexts<T extends TextTree>(page: string, texts: { zh: T; en: SameKeys<T> }): void {
  i18next.addResourceBundle('zh', page, texts.zh, true, true);
  i18next.addResourceBundle('en', page, texts.en, true, true);
}

export function useTexts(page: string): Translate {
  const { t } = useTranslation(page);
  return t as Translate;
}

/** Words outside a component (a thrown refusal, a command's name). */
export function text(page: string, key: string, values?: Record<string, unknown>): string {
  return i18next.t(key, { ns: page, ...values });
}

const MARKS = {
  zh: { list: '、', clause: '；', comma: '，', colon: '：', open: '（', close: '）' },
  en: { list: ', ', clause: '; ', comma: ', ', colon: ': ', open: ' (', close: ')' },
} as const;

/** What stands between words that are put together: each language has its own. */
export function mark(name: keyof (typeof MARKS)['zh']): string {
  return MARKS[settings().language][name];
}
