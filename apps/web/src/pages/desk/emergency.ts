import type { OpenTicketBody } from '../../api/contract';

type Emergency = NonNullable<OpenTicketBody['emergency']>;
type CallInput = Emergency['calls'][number];
type Specialist = NonNullable<Emergency['transfer']>['kind'];

export const SERVICES = ['110', '120'] as const satisfies readonly CallInput['service'][];
export type Service = (typeof SERVICES)[number];
export const SEATS = ['psychological', 'legal'] as const satisfies readonly Specialist[];

/** What is written down of one service: called at a time, or not called for a reason. */
export interface CallForm {
  done: 'called' | 'not-called' | null;
  calledAt: string | null;
  reference: string;
  said: string;
  why: string;
}

export interface EmergencyForm {
  /** The strip is on the desk; closed, everything in it is kept. */
  open: boolean;
  calls: Record<Service, CallForm>;
  seat: Specialist | null;
  seatReason: string;
  seatName: string;
}

const NOTHING: CallForm = { done: null, calledAt: null, reference: '', said: '', why: '' };

export const blankEmergency = (): EmergencyForm => ({
  open: false,
  calls: { '110': NOTHING, '120': NOTHING },
  seat: null,
  seatReason: '',
  seatName: '',
});

const recorded = ({ calls }: EmergencyForm): Service[] => SERVICES.filter((one) => calls[one].done !== null);

/** Leaves out what is empty. */
const written = <T extends object>(body: T): T =>
  Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== null && (value as string).trim() !== ''),
  ) as T;

function callBody(service: Service, { done, calledAt, reference, said, why }: CallForm): CallInput {
  return done === 'called'
    ? written({ service, calledAt: calledAt ?? '', reference: reference.trim(), said: said.trim() })
    : written({ service, notCalledReason: why.trim() });
}

/** The part of an urgent ticket that starts its branches; without any record the duty leader is told all the same. */
export function emergencyBody(form: EmergencyForm): Emergency {
  const { seat, seatReason, seatName } = form;
  return {
    calls: recorded(form).map((service) => callBody(service, form.calls[service])),
    ...(seat ? { transfer: written({ kind: seat, reason: seatReason.trim(), seat: seatName.trim() }) } : {}),
  };
}

export type EmergencyPlace =
  `${Service}.${'calledAt' | 'reference' | 'said' | 'why'}` | 'seatReason' | 'seatName';

/** What a person still owes before the ticket can be sent: the reasons the record cannot do without. */
export function missingInEmergency(form: EmergencyForm): EmergencyPlace[] {
  const missing: EmergencyPlace[] = SERVICES.filter(
    (one) => form.calls[one].done === 'not-called' && form.calls[one].why.trim() === '',
  ).map((one) => `${one}.why` as const);
  if (form.seat && form.seatReason.trim() === '') missing.push('seatReason');
  return missing;
}

const PARTS: Record<string, string> = { notCalledReason: 'why', service: 'why' };

/** `emergency.calls.1.said` → `emergency.120.said`: where the strip shows what the server refused. */
export function emergencyField(path: string, form: EmergencyForm): string {
  const [, part = '', row = '', name = ''] = path.split('.');
  if (part === 'transfer') return row === 'seat' ? 'emergency.seatName' : 'emergency.seatReason';
  const service = recorded(form)[Number(row)];
  return service ? `emergency.${service}.${PARTS[name] ?? name}` : 'emergency';
}

/** `14:03` of the day of `now` in Asia/Shanghai, or of the day before when that lies ahead; null when it is no time. */
export function timeToday(time: string, now: string): string | null {
  if (!/^\d\d:\d\d$/.test(time)) return null;
  const day = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);
  const at = Date.parse(`${day}T${time}:00+08:00`);
  const ahead = at - Date.parse(now) > 5 * 60_000;
  return new Date(ahead ? at - 86_400_000 : at).toISOString();
}
