import type { SeenMember } from '../data/line-states.js';
import type { EslAnswer } from '../domain/esl/lists.js';
import { agentOf, type EslAgent } from '../domain/esl/telephones.js';

const SECOND_US = 1_000_000;

/** Who the agents of a FreeSWITCH are, on which queues, and how long it has run; from its lists. */
export class SeenAgents {
  all: readonly EslAgent[] = [];
  private readonly queues = new Map<string, string[]>();
  private news = false;
  private uptime: number | null = null;

  hear(answer: EslAnswer): void {
    if (answer.kind === 'status') this.uptime = Math.floor(answer.uptimeUs / SECOND_US);
    if (answer.kind === 'agents') {
      this.all = answer.rows.map(agentOf).filter((agent) => agent !== null);
      this.news = true;
    }
    if (answer.kind !== 'tiers') return;
    this.queues.clear();
    for (const row of answer.rows) {
      const agent = row.get('agent') ?? '';
      this.queues.set(agent, [...(this.queues.get(agent) ?? []), row.get('queue') ?? '']);
    }
  }

  /** The agent whose telephone has this address, in whatever domain. */
  at(address: string): EslAgent | null {
    const extension = (address.split('/').at(-1) ?? '').split('@')[0];
    return this.all.find((agent) => agent.extension === extension) ?? null;
  }

  queuesOf(agent: string): readonly string[] {
    return this.queues.get(agent) ?? [];
  }

  /** @returns telephones of agents on some queue, when the lists came since the last call */
  take(): SeenMember[] {
    if (!this.news) return [];
    this.news = false;
    return this.members();
  }

  takeUptime(): number | null {
    const uptime = this.uptime;
    this.uptime = null;
    return uptime;
  }

  private members(): SeenMember[] {
    return this.all.flatMap(({ name, address }) => {
      const queues = this.queues.get(name) ?? [];
      return queues.length > 0 ? [{ address, name, queues: [...queues].sort() }] : [];
    });
  }
}
