import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role, UnitBriefBody } from '@hotline/organization';

/** Somebody at a post; who has posts in two of the units is there twice. */
export class RecusablePersonBody {
  @ApiProperty({ format: 'uuid' })
  accountId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: Role[];
}

export class RecusalChoicesBody {
  @ApiProperty({ type: [UnitBriefBody], description: 'Units this reader may withdraw as a whole' })
  units!: UnitBriefBody[];
  @ApiProperty({ type: [RecusablePersonBody], description: 'People this reader may order out of the case' })
  people!: RecusablePersonBody[];
}
