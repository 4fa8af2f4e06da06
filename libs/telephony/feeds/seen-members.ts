import type { SeenMember } from '../data/line-states.js';
import { type AmiItem, eventName, field, numberField } from '../domain/ami/message.js';

const NAMING = new Set(['QueueMember', 'QueueMemberAdded', 'AgentCalled']);

/** Collects from the stream what no call event carries: which telephones there are, and how long the switchboard has run. */
export class SeenMembers {
  private readonly members = new Map<string, { name: string; queues: Set<string> }>();
  private uptime: number | null = null;

  hear(items: readonly AmiItem[]): void {
    for (const item of items) {
      if (item.kind !== 'event') continue;
      const event = eventName(item);
      if (event === 'FullyBooted') this.uptime = numberField(item, 'Uptime') ?? this.uptime;
      if (!NAMING.has(event)) continue;
      const address = field(item, 'Location') ?? field(item, 'Interface');
      const queue = field(item, 'Queue');
      if (!address || !queue) continue;
      const known = this.members.get(address) ?? { name: '', queues: new Set<string>() };
      known.name = field(item, 'MemberName') ?? field(item, 'Name') ?? address;
      this.members.set(address, { name: known.name, queues: known.queues.add(queue) });
    }
  }

  /** @returns what was heard since the last call */
  take(): SeenMember[] {
    const taken = [...this.members].map(([address, { name, queues }]) => ({
      address,
      name,
      queues: [...queues].sort(),
    }));
    this.members.clear();
    return taken;
  }

  takeUptime(): number | null {
    const uptime = this.uptime;
    this.uptime = null;
    return uptime;
  }
}
