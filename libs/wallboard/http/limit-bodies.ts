import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Nested } from '@hotline/platform';

export class WallLimitsBody {
  @ApiProperty({ minimum: 1, maximum: 9_999, description: 'Callers waiting from which the tile warns' })
  @IsInt()
  @Min(1)
  @Max(9_999)
  waiting!: number;
  @ApiProperty({
    minimum: 5,
    maximum: 3_600,
    description: 'Seconds of the longest wait; twice as many are grave',
  })
  @IsInt()
  @Min(5)
  @Max(3_600)
  waitSeconds!: number;
  @ApiProperty({ minimum: 1, maximum: 100, description: 'Percent of the connection rate' })
  @IsInt()
  @Min(1)
  @Max(100)
  connection!: number;
  @ApiProperty({ minimum: 1, maximum: 100, description: 'Percent of the service level' })
  @IsInt()
  @Min(1)
  @Max(100)
  service!: number;
}

/** Limits and whose word they are; without a unit: as shipped. */
export class OwnedWallLimitsBody {
  @ApiProperty({ type: WallLimitsBody })
  limits!: WallLimitsBody;
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'Null: as shipped' })
  unit!: UnitBriefBody | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  at!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'Who set them' })
  by!: string | null;
}

export class WallLimitsInForceBody extends OwnedWallLimitsBody {
  @ApiProperty({ type: UnitBriefBody, description: 'Whose wall they are for' })
  of!: UnitBriefBody;
  @ApiProperty({ description: 'Newest version of the unit itself; 0 while it never had one' })
  version!: number;
  @ApiProperty({ description: 'The unit has its own now' })
  own!: boolean;
  @ApiProperty({ type: OwnedWallLimitsBody, description: 'What would hold without its own' })
  above!: OwnedWallLimitsBody;
  @ApiProperty({ description: 'This reader may set them' })
  editable!: boolean;
}

export class SetWallLimitsBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  unitId!: string;
  @ApiProperty({
    minimum: 0,
    maximum: 2_147_483_647,
    description: 'The newest version of the unit you saw; 0 for none',
  })
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  basedOn!: number;
  @ApiProperty({
    type: WallLimitsBody,
    nullable: true,
    description: 'Null: give them back and follow the unit above',
  })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @Nested(() => WallLimitsBody)
  limits!: WallLimitsBody | null;
}
