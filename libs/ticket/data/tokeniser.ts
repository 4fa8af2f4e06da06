import { Injectable } from '@nestjs/common';
import { searchQuery, searchTokens } from '../domain/search-tokens.js';

interface Dictionary {
  cut(text: string, guessNewWords: boolean): string[];
}

/**
 * Text into lexemes and queries. Only queries need the dictionary (225 ms and 55 MB to load, 0.03 ms for 300
 * characters), so it is loaded by the first search and never on the way of a ticket being opened.
 */
@Injectable()
export class Tokeniser {
  private dictionary: Promise<Dictionary> | null = null;

  /** Lexemes for `array_to_tsvector`. */
  document(...parts: readonly (string | null | undefined)[]): string[] {
    return searchTokens(parts.filter(Boolean).join('\n'));
  }

  /** Text for `$n::tsquery`; null when there is nothing to look for. */
  async query(text: string): Promise<string | null> {
    this.dictionary ??= loadDictionary();
    const dictionary = await this.dictionary;
    return searchQuery(text, (run) => dictionary.cut(run, true));
  }
}

async function loadDictionary(): Promise<Dictionary> {
  const [{ Jieba }, { dict }] = await Promise.all([
    import('@node-rs/jieba'),
    import('@node-rs/jieba/dict.js'),
  ]);
  return Jieba.withDict(dict);
}
