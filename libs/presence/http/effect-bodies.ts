import { ApiProperty } from '@nestjs/swagger';
import { BREAK_CHANGES, RULE_FIELDS, type BreakChange, type RuleField } from '../domain/settings-effect.js';
import { SettingsApartBody } from './settings-bodies.js';

export class PresenceRuleChangeBody {
  @ApiProperty({ enum: RULE_FIELDS })
  field!: RuleField;
  @ApiProperty()
  from!: number;
  @ApiProperty()
  to!: number;
}

export class PresenceBreakChangeBody implements BreakChange {
  @ApiProperty({ example: 'meal' })
  reason!: string;
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
  @ApiProperty({ enum: BREAK_CHANGES, description: '`moved`: between breaks and training' })
  change!: (typeof BREAK_CHANGES)[number];
  @ApiProperty({ type: Number, nullable: true, description: 'Limit in seconds; null: none' })
  from!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  to!: number | null;
  @ApiProperty({ description: 'People in it now' })
  onNow!: number;
  @ApiProperty({ description: 'Of those, whose break would be marked as too long at once' })
  overNow!: number;
}

/** What a change would change, and for whom. */
export class PresenceSettingsEffectBody {
  @ApiProperty({ type: [PresenceRuleChangeBody] })
  rules!: PresenceRuleChangeBody[];
  @ApiProperty({ type: [PresenceBreakChangeBody] })
  breaks!: PresenceBreakChangeBody[];
  @ApiProperty({ description: 'Agents for whom it holds' })
  agents!: number;
  @ApiProperty({ description: 'Of those, signed in now' })
  atLine!: number;
  @ApiProperty({ description: 'Wrap-ups that run now and keep their end' })
  wrapUpsRunning!: number;
  @ApiProperty({
    type: [SettingsApartBody],
    description: 'Units below with their own, for whom nothing changes',
  })
  apart!: SettingsApartBody[];
}
