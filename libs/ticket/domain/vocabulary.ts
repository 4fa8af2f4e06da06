import {
  CHANNELS,
  CONFIDENTIALITIES,
  DIFFICULTIES,
  INDUSTRIES,
  KINDS,
  TAGS,
  URGENCIES,
} from './categories.js';
import { FIELDS, type Field } from './fields.js';
import { OUTCOMES, RETURN_REASONS } from './outcomes.js';
import {
  DECLINE_REASONS,
  EXCLUSION_REASONS,
  EXTENSION_REASONS,
  PAUSE_REASONS,
  REFERRAL_BODIES,
} from './request-words.js';
import type { Term } from './terms.js';

/** Every coded choice of the forms, as the console asks for it once. */
export interface Vocabulary {
  /** Raised by one whenever a code is added or retired; codes in use are never given another meaning. */
  readonly version: number;
  readonly kinds: readonly Term[];
  readonly fields: readonly Field[];
  readonly tags: readonly Term[];
  readonly difficulties: readonly Term[];
  readonly urgencies: readonly Term[];
  readonly confidentialities: readonly Term[];
  readonly industries: readonly Term[];
  readonly outcomes: readonly Term[];
  readonly returnReasons: readonly Term[];
  readonly channels: readonly Term[];
  readonly extensionReasons: readonly Term[];
  readonly pauseReasons: readonly Term[];
  readonly exclusionReasons: readonly Term[];
  readonly declineReasons: readonly Term[];
  readonly referralBodies: readonly Term[];
}

export const VOCABULARY: Vocabulary = {
  version: 2,
  kinds: KINDS,
  fields: FIELDS,
  tags: TAGS,
  difficulties: DIFFICULTIES,
  urgencies: URGENCIES,
  confidentialities: CONFIDENTIALITIES,
  industries: INDUSTRIES,
  outcomes: OUTCOMES,
  returnReasons: RETURN_REASONS,
  channels: CHANNELS,
  extensionReasons: EXTENSION_REASONS,
  pauseReasons: PAUSE_REASONS,
  exclusionReasons: EXCLUSION_REASONS,
  declineReasons: DECLINE_REASONS,
  referralBodies: REFERRAL_BODIES,
};
