import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { PageQuery } from '@hotline/organization';
import { IsInstant, Omissible, Text } from '@hotline/platform';
import { TELEPHONE_KINDS, type TelephoneKind } from '../domain/sources/telephones.js';

export class TelephoneHolderBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  displayName!: string;
}

export class TelephoneBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: TelephoneHolderBody })
  account!: TelephoneHolderBody;
  @ApiProperty({ enum: TELEPHONE_KINDS })
  kind!: TelephoneKind;
  @ApiProperty({ example: 'PJSIP/8001' })
  address!: string;
  @ApiProperty({ example: '坐席8001' })
  name!: string;
  @ApiProperty({ type: [String] })
  queues!: readonly string[];
  @ApiProperty({ type: String, format: 'date-time' })
  validFrom!: Date;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Null: until somebody ends it',
  })
  validTo!: Date | null;
}

export class TelephonePageBody {
  @ApiProperty({ type: [TelephoneBody] })
  items!: TelephoneBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class TelephonesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Also those of the past' })
  @Omissible()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  past?: boolean;
}

export class GiveTelephoneBody {
  @ApiProperty({ format: 'uuid', description: 'An agent of your units' })
  @IsUUID()
  accountId!: string;

  @ApiProperty({ enum: TELEPHONE_KINDS })
  @IsIn(TELEPHONE_KINDS)
  kind!: TelephoneKind;

  @ApiProperty({ example: 'PJSIP/8001', description: 'The device, as QueueAdd takes it' })
  @Matches(/^[A-Za-z0-9]{1,16}\/[A-Za-z0-9@/._+-]{1,80}$/)
  address!: string;

  @ApiProperty({
    maxLength: 60,
    description: 'What the queues call it (MemberName); queue_log knows agents by it alone',
  })
  @Matches(/^[^|,"\r\n]*$/)
  @Text(60)
  name!: string;

  @ApiProperty({
    type: [String],
    description: 'Queues the person signs in to; none for a telephone that only dials or listens',
  })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^[A-Za-z0-9@._-]{1,80}$/, { each: true })
  queues!: string[];

  @ApiPropertyOptional({ format: 'date-time', description: 'Now when left out' })
  @Omissible()
  @IsInstant()
  @MaxLength(40)
  validFrom?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @Omissible()
  @IsInstant()
  @MaxLength(40)
  validTo?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'A telephone of this source that ends when this one begins',
  })
  @Omissible()
  @IsUUID()
  replaces?: string;
}
