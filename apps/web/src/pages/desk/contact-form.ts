import type {
  AttachmentView,
  Channel,
  Confidentiality,
  Difficulty,
  Kind,
  LogContactBody,
  UnitBrief,
  Urgency,
} from '../../api/contract';
import type { ChosenPlace } from '../../parts';
import type { LegalFacts } from '../../legal/facts';
import { newId } from '../../parts/ids';
import { blankEmergency, type EmergencyForm } from './emergency';

export const placeNames = ['caller', 'workplace', 'employerSeat', 'insurance'] as const;
export type PlaceName = (typeof placeNames)[number];

/** Everything typed for one contact; kept on the server as the body of its draft, never in the browser's storage. */
export interface ContactForm {
  channel: Channel;
  number: string;
  /** The telephone call it is; its number stays on the server, here stands the mask. */
  callId: string | null;
  numberMasked: string | null;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  callRating: LogContactBody['callRating'] | null;
  kind: Kind | null;
  field: string | null;
  item: string | null;
  tags: string[];
  places: Record<PlaceName, ChosenPlace | null>;
  employer: string;
  industry: string | null;
  people: number | null;
  difficulty: Difficulty;
  urgency: Urgency;
  /** Of the urgent path; sent only with an urgent ticket, kept in any case. */
  emergency: EmergencyForm;
  confidentiality: Confidentiality | null;
  workerName: string;
  workerPhone: string;
  title: string;
  text: string;
  answer: string;
  attachments: AttachmentView[];
  /** Days for legal periods; they go to the ticket. */
  legal: LegalFacts;
  legalOpen: boolean;
  override: { unit: UnitBrief; reason: string } | null;
  key: string; // Idempotency-Key: the same until the server has answered
}

export function blankForm(channel: Channel, now: string): ContactForm {
  return {
    channel,
    number: '',
    callId: null,
    numberMasked: null,
    startedAt: now,
    answeredAt: null,
    endedAt: null,
    callRating: null,
    kind: null,
    field: null,
    item: null,
    tags: [],
    places: { caller: null, workplace: null, employerSeat: null, insurance: null },
    employer: '',
    industry: null,
    people: null,
    difficulty: 'general',
    urgency: 'general',
    emergency: blankEmergency(),
    confidentiality: null,
    workerName: '',
    workerPhone: '',
    title: '',
    text: '',
    answer: '',
    attachments: [],
    legal: {},
    legalOpen: false,
    override: null,
    key: newId(),
  };
}

/** A form from a stored draft; fields that an older console did not have get their first value. */
export function formOf(body: Record<string, unknown>, savedAt: string): ContactForm {
  const blank = blankForm('call', savedAt);
  const stored = body as Partial<ContactForm>;
  return { ...blank, ...stored, places: { ...blank.places, ...stored.places } };
}

export type CallPhase = 'ringing' | 'talking' | 'after' | 'missed' | 'written';

export function phaseOf(form: ContactForm): CallPhase {
  if (form.channel !== 'call') return 'written';
  if (form.answeredAt) return form.endedAt ? 'after' : 'talking';
  return form.endedAt ? 'missed' : 'ringing';
}

/** 138****2046; short numbers keep their first and last two digits. */
export function maskNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  if (digits.length < 5) return digits;
  if (digits.length < 8) return `${digits.slice(0, 2)}***${digits.slice(-2)}`;
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** Who calls, as it may be shown. */
export function shownNumber({ number, numberMasked }: ContactForm): string {
  return maskNumber(number) || (numberMasked ?? '');
}

const openings = /^(来电人|来电职工|职工|该职工|本人|诉求人)?(称|反映|表示|说|诉|咨询|询问)?[，,：:、\s]*/;

/** The first sentence without “来电人称”, at most 40 characters: what the title will be if nobody writes one. */
export function titleFrom(text: string): string {
  const sentence = text.trim().split(/[。！？!?\n]/, 1)[0] ?? '';
  const bare = sentence.replace(openings, '').trim();
  const characters = [...(bare || sentence.trim())];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('');
}

export function isBlank(form: ContactForm): boolean {
  return (
    form.text === '' &&
    form.number === '' &&
    form.kind === null &&
    form.employer === '' &&
    form.workerName === ''
  );
}
