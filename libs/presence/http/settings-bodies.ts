import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Nested, Text } from '@hotline/platform';
import type { SettingsVersion } from '../domain/settings-in-force.js';
import type {
  HeldSettings,
  PresenceSettingsChange,
  ShownPresenceSettings,
} from '../use-cases/presence-settings-book.js';
import { PresenceRulesBody } from './rules-body.js';

export class PresenceSettingsQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Your highest unit when left out' })
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class PreviewPresenceSettingsBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  unitId!: string;

  @ApiProperty({
    type: PresenceRulesBody,
    nullable: true,
    description: 'Null: the unit gives its own back and follows the unit above',
  })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @Nested(() => PresenceRulesBody)
  settings!: PresenceRulesBody | null;
}

export class ChangePresenceSettingsBody
  extends PreviewPresenceSettingsBody
  implements PresenceSettingsChange
{
  @ApiProperty({
    minimum: 0,
    maximum: 2_147_483_647,
    description: 'The newest version of the unit you saw; 0 for none',
  })
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  basedOn!: number;

  @ApiProperty({ minLength: 2, maxLength: 500, description: 'Why it is changed' })
  @Text(500, 2)
  because!: string;
}

class SettingsVersionHeadBody {
  @ApiProperty()
  version!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true, description: 'Null: as shipped' })
  by!: string | null;
  @ApiProperty()
  because!: string;
}

export class PresenceSettingsVersionBody extends SettingsVersionHeadBody {
  @ApiProperty({ type: PresenceRulesBody, nullable: true, description: 'Null: given back' })
  settings!: PresenceRulesBody | null;
}

export class HeldPresenceSettingsBody extends SettingsVersionHeadBody {
  @ApiProperty({ type: UnitBriefBody, description: 'Whose settings these are' })
  unit!: UnitBriefBody;
  @ApiProperty({ type: PresenceRulesBody })
  settings!: PresenceRulesBody;
}

export class SettingsApartBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  agents!: number;
}

export class PresenceSettingsBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ description: 'Newest version of the unit itself, for `basedOn`; 0 while it never had one' })
  version!: number;
  @ApiProperty({ description: 'The unit has its own now' })
  own!: boolean;
  @ApiProperty({ type: HeldPresenceSettingsBody, description: 'What holds' })
  held!: HeldPresenceSettingsBody;
  @ApiProperty({
    type: HeldPresenceSettingsBody,
    nullable: true,
    description: 'What would hold without its own; null for the root',
  })
  above!: HeldPresenceSettingsBody | null;
  @ApiProperty({ description: 'This reader may change them' })
  editable!: boolean;
  @ApiProperty({ description: 'Agents for whom the settings of this unit hold, or would' })
  agents!: number;
  @ApiProperty({ type: [SettingsApartBody], description: 'Units below with their own' })
  apart!: SettingsApartBody[];
  @ApiProperty({ type: [PresenceSettingsVersionBody], description: 'The unit’s own versions, newest first' })
  history!: PresenceSettingsVersionBody[];
}

const versionBody = ({
  version,
  at,
  by,
  because,
  settings,
}: SettingsVersion): PresenceSettingsVersionBody => ({
  version,
  at,
  by,
  because,
  settings: settings && { ...settings, breaks: [...settings.breaks] },
});

const heldBody = ({ unit, version, settings }: HeldSettings): HeldPresenceSettingsBody => ({
  ...versionBody(version),
  unit,
  settings: { ...settings, breaks: [...settings.breaks] },
});

export const presenceSettingsBody = (shown: ShownPresenceSettings): PresenceSettingsBody => ({
  ...shown,
  held: heldBody(shown.held),
  above: shown.above && heldBody(shown.above),
  history: shown.history.map(versionBody),
});
