import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsISO8601, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsCleanText, Omissible, Text } from '@hotline/platform';
import { ACCOUNT_NAME } from '../domain/account-rules.js';
import { type Role, ROLES } from '../domain/actor.js';
import { MembershipBody } from './session-bodies.js';
import { PageQuery } from './unit-bodies.js';

export const ACCOUNT_KINDS = ['person', 'machine'] as const;
type AccountKind = (typeof ACCOUNT_KINDS)[number];

export class TokenBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  label!: string;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt!: string | null;
}

export class AccountBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ description: 'Sign-in name' })
  name!: string;
  @ApiProperty()
  displayName!: string;
  @ApiProperty({ enum: ACCOUNT_KINDS, description: 'A machine signs in by tokens only' })
  kind!: AccountKind;
  @ApiProperty()
  active!: boolean;
  @ApiProperty({ description: 'For If-Match' })
  version!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSignInAt!: Date | null;
  @ApiProperty({ type: [MembershipBody] })
  memberships!: MembershipBody[];
  @ApiProperty({ type: [TokenBody] })
  tokens!: TokenBody[];
}

export class ChangedAccountBody extends AccountBody {
  @ApiProperty({ type: String, nullable: true, description: 'A new one-time password, shown this once' })
  initialPassword!: string | null;
}

export class AccountPageBody {
  @ApiProperty({ type: [AccountBody] })
  items!: AccountBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class AccountsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the sign-in name or of the displayed name' })
  @Omissible()
  @IsCleanText()
  @MaxLength(60)
  q?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'With a role in this unit or below it' })
  @Omissible()
  @IsUUID()
  unitId?: string;
}

export class GrantMembershipBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  unitId!: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role!: Role;
}

export class AddAccountBody extends GrantMembershipBody {
  @ApiProperty({ pattern: ACCOUNT_NAME.source, description: 'Sign-in name, unique in the tree' })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().toLowerCase() : value,
  )
  @Matches(ACCOUNT_NAME)
  name!: string;

  @ApiProperty({ maxLength: 40 })
  @Text(40)
  displayName!: string;

  @ApiPropertyOptional({ enum: ACCOUNT_KINDS, default: 'person' })
  @Omissible()
  @IsIn(ACCOUNT_KINDS)
  kind?: AccountKind;
}

export class ChangeAccountBody {
  @ApiPropertyOptional({ maxLength: 40 })
  @Omissible()
  @Text(40)
  displayName?: string;

  @ApiPropertyOptional({ description: 'False closes the account and ends its sessions at once' })
  @Omissible()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({ description: 'True gives a person a new one-time password and ends his sessions' })
  @Omissible()
  @IsBoolean()
  resetPassword?: boolean;
}

export class IssueTokenBody {
  @ApiProperty({ maxLength: 60, description: 'What the token is for' })
  @Text(60)
  label!: string;

  @ApiProperty({ format: 'date-time', description: 'At most a year ahead' })
  @IsISO8601({ strict: true })
  @MaxLength(40)
  expiresAt!: string;
}

export class IssuedTokenBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ description: 'Shown this once; send it as `Authorization: Bearer …`' })
  token!: string;
}

export class RevokeMembershipQuery {
  @ApiPropertyOptional({
    minLength: 2,
    maxLength: 500,
    description: 'Why a handler leaves open work behind without a hand-over; goes into the audit log',
  })
  @Omissible()
  @Text(500, 2)
  forceReason?: string;
}
