import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsUUID, Matches, Max, Min } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Nested, Omissible, Text } from '@hotline/platform';
import { LOG_SYSTEMS } from '../domain/queue-log/table.js';
import { HOOK_VENDORS, type HookVendor } from '../domain/webhook/vendors.js';
import { type SourceKind, SOURCE_KINDS } from '../data/source-registry.js';

/** Kinds that are added by a form. */
export const ADDED_KINDS = ['ami', 'esl', 'webhook'] as const;

const HOST = /^[A-Za-z0-9]([A-Za-z0-9._:-]{0,251}[A-Za-z0-9])?$/;
/** A name of a database, as Asterisk and its scripts make them. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

export class LogTableBody {
  @ApiPropertyOptional({
    enum: LOG_SYSTEMS,
    description: 'Whose database it is; `mysql` is MariaDB too. PostgreSQL where left out',
  })
  @Omissible()
  @IsIn(LOG_SYSTEMS)
  system?: (typeof LOG_SYSTEMS)[number];

  @ApiProperty({ example: '10.12.35.12', description: 'Name or address of the database server' })
  @Matches(HOST)
  host!: string;

  @ApiProperty({ minimum: 1, maximum: 65_535, example: 5432, description: 'PostgreSQL 5432, MySQL 3306' })
  @IsInt()
  @Min(1)
  @Max(65_535)
  port!: number;

  @ApiProperty({ example: 'asterisk' })
  @Matches(NAME)
  database!: string;

  @ApiProperty({ description: 'Account that may only read', example: 'hotline_reader' })
  @Matches(NAME)
  username!: string;

  @ApiProperty({
    description: 'With its schema where that is not `public`, or its database where that is another',
    example: 'queue_log',
  })
  @Matches(/^([A-Za-z_][A-Za-z0-9_]{0,62}\.)?[A-Za-z_][A-Za-z0-9_]{0,62}$/)
  table!: string;

  @ApiProperty({ description: 'Encrypted, and the certificate checked' })
  @IsBoolean()
  tls!: boolean;
}

export class LineSettingsBody {
  @ApiProperty({ example: '10.12.35.10', description: 'Name or address of the switchboard' })
  @Matches(HOST)
  host!: string;

  @ApiProperty({ minimum: 1, maximum: 65_535, example: 5038, description: 'AMI 5038, event socket 8021' })
  @IsInt()
  @Min(1)
  @Max(65_535)
  port!: number;

  @ApiProperty({
    description:
      'Account of manager.conf; of a FreeSWITCH `user@domain`, or empty for the event socket’s own password',
    example: 'hotline',
  })
  @Matches(/^[A-Za-z0-9._@-]{0,129}$/)
  username!: string;

  @ApiProperty({ description: 'Encrypted, and the certificate checked' })
  @IsBoolean()
  tls!: boolean;

  @ApiPropertyOptional({
    description:
      'Path of Asterisk’s queue_log where the listening process can read it; without it a hole is never mended',
    example: '/var/log/asterisk/queue_log',
  })
  @Omissible()
  @Matches(/^\/[\x21-\x7e]{1,250}$/)
  queueLog?: string;

  @ApiPropertyOptional({
    type: LogTableBody,
    description: 'The table queue_log is written to, instead of a file',
  })
  @Omissible()
  @Nested(() => LogTableBody)
  queueLogTable?: LogTableBody;

  @ApiPropertyOptional({
    description: 'Context of the dialplan for calls of agents',
    example: 'from-internal',
  })
  @Omissible()
  @Matches(/^[A-Za-z0-9._-]{1,80}$/)
  outboundContext?: string;

  @ApiPropertyOptional({ description: 'Supervisors may listen to talks; needs `originate` in manager.conf' })
  @Omissible()
  @IsBoolean()
  listen?: boolean;

  @ApiPropertyOptional({ description: 'Supervisors may join talks' })
  @Omissible()
  @IsBoolean()
  bargeIn?: boolean;
}

export class HookSettingsBody {
  @ApiProperty({ enum: HOOK_VENDORS, description: 'Whose format of call records is delivered' })
  @IsIn(HOOK_VENDORS)
  vendor!: HookVendor;
}

const SECRET = /^[\x20-\x7e]{1,200}$/;

export class AddSourceBody {
  @ApiProperty({ maxLength: 60, example: '广州话务中心' })
  @Text(60)
  name!: string;

  @ApiProperty({ enum: ADDED_KINDS })
  @IsIn(ADDED_KINDS)
  kind!: (typeof ADDED_KINDS)[number];

  @ApiProperty({ format: 'uuid', description: 'The unit whose hotline it carries' })
  @IsUUID()
  unitId!: string;

  @ApiPropertyOptional({
    type: LineSettingsBody,
    description: 'Of the kinds `ami` and `esl`, and only there',
  })
  @Omissible()
  @Nested(() => LineSettingsBody)
  settings?: LineSettingsBody;

  @ApiPropertyOptional({ type: HookSettingsBody, description: 'Of kind `webhook`, and only there' })
  @Omissible()
  @Nested(() => HookSettingsBody)
  hook?: HookSettingsBody;

  @ApiProperty({
    maxLength: 200,
    description: 'Stored sealed and never given back; of a webhook 24 characters or more',
  })
  @Matches(SECRET)
  secret!: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'Of the account of `queueLogTable`; never given back' })
  @Omissible()
  @Matches(SECRET)
  logSecret?: string;
}

export class ChangeSourceBody {
  @ApiPropertyOptional({ maxLength: 60 })
  @Omissible()
  @Text(60)
  name?: string;

  @ApiPropertyOptional({ type: LineSettingsBody, description: 'All of them, as they are to be' })
  @Omissible()
  @Nested(() => LineSettingsBody)
  settings?: LineSettingsBody;

  @ApiPropertyOptional({ type: HookSettingsBody })
  @Omissible()
  @Nested(() => HookSettingsBody)
  hook?: HookSettingsBody;

  @ApiPropertyOptional({ description: 'False hangs up and stays away' })
  @Omissible()
  @IsBoolean()
  enabled?: boolean;

  @ApiPropertyOptional({
    maxLength: 200,
    description:
      'Kept when left out; needed with another address, port or account, or without the encryption it had',
  })
  @Omissible()
  @Matches(SECRET)
  secret?: string;

  @ApiPropertyOptional({
    maxLength: 200,
    description: 'Kept when left out; needed with another server, database or account of `queueLogTable`',
  })
  @Omissible()
  @Matches(SECRET)
  logSecret?: string;
}

/** What every view of a source says. */
export class SourceHeadBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: SOURCE_KINDS })
  kind!: SourceKind;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: LineSettingsBody, nullable: true, description: 'Null where records are delivered' })
  settings!: LineSettingsBody | null;
  @ApiProperty({ type: HookSettingsBody, nullable: true, description: 'Null where a line is held' })
  hook!: HookSettingsBody | null;
  @ApiProperty()
  hasSecret!: boolean;
  @ApiProperty()
  enabled!: boolean;
  @ApiProperty({ description: 'For If-Match' })
  version!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  changedAt!: Date;
  @ApiProperty({ description: 'You may change it' })
  editable!: boolean;
}
