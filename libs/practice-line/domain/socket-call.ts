type Fields = Readonly<Record<string, string>>;

export interface SocketCallPlan {
  /** id of the leg at the own telephone */
  readonly id: string;
  /** extension of the own telephone */
  readonly own: string;
  readonly number: string;
  /** by `originate`: the own telephone rings first; else it was lifted and dialled */
  readonly ordered: boolean;
  /** over which gateway; null: to a telephone of the house */
  readonly gateway: string | null;
}

/**
 * A call dialled at a FreeSWITCH, as its event socket tells it: headers as in the recorded run (`Call-Direction`, `Other-Leg-*`,
 * `variable_*`), those that nobody reads left out. It moves when it is told to.
 */
export class SocketCall {
  private tries = 0;
  private other = '';
  private taken = 0;
  private talks = 0;
  private over = false;

  constructor(
    private readonly plan: SocketCallPlan,
    private readonly tell: (headers: Fields) => void,
    /** ms */
    private readonly now: () => number,
  ) {}

  get id(): string {
    return this.plan.id;
  }

  get isOver(): boolean {
    return this.over;
  }

  get otherId(): string {
    return this.other;
  }

  /** The own telephone rings; or, lifted by hand, rings the other. */
  begin(): this {
    this.say('CHANNEL_CREATE', this.mine());
    if (!this.plan.ordered) this.ringOther();
    return this;
  }

  /** The own telephone is taken, and the other is rung. */
  pickUp(): this {
    this.taken = this.now();
    this.say('CHANNEL_ANSWER', this.mine());
    return this.ringOther();
  }

  /** Once more, or for the first time; another way out is another leg. */
  ringOther(): this {
    this.tries += 1;
    this.other = this.plan.id.replace(/^.{8}/, `0b1e600${this.tries}`);
    this.say('CHANNEL_CREATE', this.theirs());
    return this;
  }

  answer(): this {
    this.talks = this.now();
    this.say('CHANNEL_ANSWER', this.theirs());
    const bridged = { 'Other-Type': 'originatee', 'Other-Leg-Unique-ID': this.other };
    this.say('CHANNEL_BRIDGE', { ...this.mine(), ...bridged });
    return this;
  }

  hold(on: boolean): this {
    this.say(on ? 'CHANNEL_HOLD' : 'CHANNEL_UNHOLD', this.mine());
    return this;
  }

  /** The network does not put us through. @param sip as `variable_proto_specific_hangup_cause` has it */
  fail(cause: string, sip: string | null = null): this {
    const said: Fields = sip === null ? {} : { variable_proto_specific_hangup_cause: `sip:${sip}` };
    this.end(this.theirs(), cause, said);
    this.other = '';
    return this.endMine(cause);
  }

  /** The own telephone was not taken. */
  notTaken(): this {
    return this.endMine('NO_ANSWER');
  }

  /** Laid down at the own telephone; before the other has answered it is given up. */
  hangUp(): this {
    if (this.over) return this;
    const cause = this.talks > 0 ? 'NORMAL_CLEARING' : 'ORIGINATOR_CANCEL';
    if (this.other !== '') this.end(this.theirs(), cause, {});
    return this.endMine(cause);
  }

  private endMine(cause: string): this {
    this.over = true;
    this.end(this.mine(), cause, {});
    return this;
  }

  private end(leg: Fields, cause: string, more: Fields): void {
    this.say('CHANNEL_HANGUP_COMPLETE', { ...leg, 'Hangup-Cause': cause, ...more });
  }

  private say(name: string, leg: Fields): void {
    this.tell({ 'Event-Name': name, 'Event-Date-Timestamp': String(Math.round(this.now() * 1000)), ...leg });
  }

  private mine(): Fields {
    const { id, own, number, ordered } = this.plan;
    const gone = ordered && this.tries > 0;
    return {
      ...channel(id, `sofia/internal/${own}@10.0.0.7:5060`, this.taken),
      'Call-Direction': ordered ? 'outbound' : 'inbound',
      'Channel-HIT-Dialplan': ordered && !gone ? 'false' : 'true',
      'Caller-Destination-Number': ordered && !gone ? own : number,
      'Caller-Caller-ID-Number': ordered ? '0000000000' : own,
      'Caller-Context': 'default',
      ...(ordered
        ? { variable_origination_uuid: id, variable_dialed_user: own, 'Channel-Presence-ID': `${own}@pbx` }
        : { variable_user_name: own }),
    };
  }

  private theirs(): Fields {
    const { id, own, number, gateway } = this.plan;
    return {
      ...channel(this.other, `sofia/external/${number}`, this.talks),
      'Call-Direction': 'outbound',
      'Caller-Destination-Number': number,
      'Caller-Caller-ID-Number': own,
      'Caller-Context': 'default',
      'Other-Type': 'originator',
      'Other-Leg-Unique-ID': id,
      'Other-Leg-Destination-Number': number,
      variable_originator: id,
      ...(gateway === null ? { variable_dialed_user: number } : { variable_sip_gateway_name: gateway }),
    };
  }
}

/** @param answered ms; 0: not yet */
const channel = (uuid: string, name: string, answered: number): Fields => ({
  'Unique-ID': uuid,
  'Channel-Call-UUID': uuid,
  'Channel-Name': name,
  'Caller-Channel-Answered-Time': String(Math.round(answered * 1000)),
});
