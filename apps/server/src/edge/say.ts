export type Language = 'zh-CN' | 'en';

export interface Message {
  title: string;
  /** What to do; `{name}` is filled from the refusal's facts. */
  detail: string;
}

/** One refusal in both languages. */
export const say = (
  zhTitle: string,
  zhDetail: string,
  enTitle: string,
  enDetail: string,
): Record<Language, Message> => ({
  'zh-CN': { title: zhTitle, detail: zhDetail },
  en: { title: enTitle, detail: enDetail },
});
