import { type Pinyin, toPinyin } from '../domain/divisions.js';

/** How an administrator's new name sounds; loaded on first use, since its dictionary is large and seldom needed. */
export async function readPinyin(name: string): Promise<Pinyin> {
  const { pinyin } = await import('pinyin-pro');
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
  return toPinyin(
    syllables.map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, '')).filter(Boolean),
  );
}
