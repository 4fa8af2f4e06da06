import type { Instant } from '@hotline/kernel';
import { AGENT_SUMS, type AgentSum, isNothing, nothingOf, plus, type Sums } from './sums.js';

export interface AgentKey {
  readonly accountId: string;
  readonly at: Instant;
}

export interface AgentLoad extends AgentKey {
  readonly sums: Sums<AgentSum>;
}

export const agentKey = ({ accountId, at }: AgentKey): string => `${accountId}|${at.getTime()}`;

export const emptyAgentLoad = ({ accountId, at }: AgentKey): AgentLoad => ({
  accountId,
  at,
  sums: nothingOf(AGENT_SUMS),
});

export const addAgentLoad = <T extends AgentLoad>(a: T, b: AgentLoad, sign: 1 | -1 = 1): T => ({
  ...a,
  sums: plus(AGENT_SUMS, a.sums, b.sums, sign),
});

export const isEmptyAgentLoad = (load: AgentLoad): boolean => isNothing(AGENT_SUMS, load.sums);
