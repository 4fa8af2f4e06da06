import { ApiProperty } from '@nestjs/swagger';
import { MaxLength, MinLength } from 'class-validator';
import { IsCleanText } from '@hotline/platform';
import { type Permission, PERMISSIONS, type Role, ROLES } from '../domain/actor.js';
import { UnitBriefBody } from './unit-bodies.js';

export class SignInBody {
  @ApiProperty({ maxLength: 100 })
  @IsCleanText()
  @MinLength(1)
  @MaxLength(100)
  name!: string;

  // Bounded because hashing costs time; never trimmed.
  @ApiProperty({ maxLength: 200, format: 'password' })
  @IsCleanText()
  @MinLength(1)
  @MaxLength(200)
  password!: string;
}

export class SessionAccountBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ description: 'Sign-in name' })
  name!: string;
  @ApiProperty()
  displayName!: string;
}

export class MembershipBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: ROLES })
  role!: Role;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
}

export class SessionBody {
  @ApiProperty({ type: SessionAccountBody })
  account!: SessionAccountBody;
  @ApiProperty({ type: [MembershipBody] })
  memberships!: MembershipBody[];
  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true, description: 'Of all memberships together' })
  permissions!: Permission[];
  @ApiProperty({ description: 'True on made-up data' })
  demo!: boolean;
  @ApiProperty({ type: String, format: 'date-time' })
  serverTime!: Date;
}

export class DemoAccountBody {
  @ApiProperty()
  name!: string;
  @ApiProperty()
  password!: string;
  @ApiProperty()
  displayName!: string;
  @ApiProperty({ enum: ROLES })
  role!: Role;
  @ApiProperty()
  unitName!: string;
}
