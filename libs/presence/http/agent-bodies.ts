import { ApiProperty } from '@nestjs/swagger';
import { cursorOf, keyOf, UnitBriefBody } from '@hotline/organization';
import { type Ear, EARS } from '../domain/ears.js';
import { COUNTS, type CountsAs, INTENTS, type Intent, SHOWN, type Shown } from '../domain/states.js';
import type { AgentKey } from '../data/agent-list.js';
import type { AgentPage } from '../use-cases/list-agents.js';
import { AgentCallBody, AimBody } from './presence-bodies.js';

export class AgentTelephoneBody {
  @ApiProperty({ example: '坐席8001' })
  name!: string;
  @ApiProperty({ example: 'PJSIP/8001' })
  address!: string;
}

export class AgentBody {
  @ApiProperty({ format: 'uuid' })
  accountId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  unit!: UnitBriefBody | null;
  @ApiProperty({ type: AgentTelephoneBody, nullable: true })
  telephone!: AgentTelephoneBody | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  signedInAt!: Date | null;
  @ApiProperty({ enum: SHOWN })
  shown!: Shown;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when this is shown; null for whoever has never signed in',
  })
  since!: Date | null;
  @ApiProperty({ enum: COUNTS })
  countsAs!: CountsAs;
  @ApiProperty({ enum: INTENTS })
  intent!: Intent;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
  @ApiProperty({ type: AgentCallBody, nullable: true })
  call!: AgentCallBody | null;
  @ApiProperty({ type: AimBody, nullable: true })
  next!: AimBody | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  wrapUpEndsAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  breakLimitAt!: Date | null;
  @ApiProperty()
  overLimit!: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When a screen was last open, to ten seconds',
  })
  lastSeenAt!: Date;
  @ApiProperty({
    enum: EARS,
    isArray: true,
    description: 'What my own telephone can do with the talk; empty while nobody talks there',
  })
  ears!: readonly Ear[];
  @ApiProperty()
  version!: number;
}

export class AgentPageBody {
  @ApiProperty({ type: [AgentBody] })
  items!: AgentBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
  @ApiProperty({ type: String, format: 'date-time', description: 'The server’s clock' })
  now!: Date;
}

const KEY = /^([a-z0-9]+\/)+ [0-9a-f-]{36}$/;

export const agentPageBody = ({ items, next, now }: AgentPage): AgentPageBody => ({
  items,
  nextCursor: cursorOf(next && `${next.path} ${next.accountId}`),
  now,
});

export function agentKey(cursor: string | undefined): AgentKey | undefined {
  const [path, accountId] = keyOf(cursor, KEY)?.split(' ') ?? [];
  return path && accountId ? { path, accountId } : undefined;
}
