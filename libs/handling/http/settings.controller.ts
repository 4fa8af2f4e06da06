import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { type Actor, CurrentActor, Permit } from '@hotline/organization';
import { IfMatch, Problems, Text } from '@hotline/platform';
import { HandlingSettingsBook } from '../use-cases/handling-settings.js';

export class ChangeHandlingSettingsBody {
  @ApiProperty({ minimum: 0, maximum: 5, description: 'Returns a unit may ask for of one ticket' })
  @IsInt()
  @Min(0)
  @Max(5)
  returnCap!: number;

  @ApiProperty({
    minimum: 1,
    maximum: 100,
    description: 'Longest extension in percent of the promised limit',
  })
  @IsInt()
  @Min(1)
  @Max(100)
  extensionPercent!: number;

  @ApiProperty({ minimum: 1, maximum: 40, description: 'Longest pause in working days' })
  @IsInt()
  @Min(1)
  @Max(40)
  pauseWorkingDays!: number;

  @ApiProperty({ minLength: 2, maxLength: 500 })
  @Text(500, 2)
  reason!: string;
}

export class HandlingSettingsVersionBody {
  @ApiProperty({ description: 'For If-Match' })
  version!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true })
  by!: string | null;
  @ApiProperty()
  returnCap!: number;
  @ApiProperty()
  extensionPercent!: number;
  @ApiProperty()
  pauseWorkingDays!: number;
  @ApiProperty()
  reason!: string;
}

export class HandlingSettingsBody extends HandlingSettingsVersionBody {
  @ApiProperty({ description: 'This reader may change them' })
  editable!: boolean;
  @ApiProperty({ type: [HandlingSettingsVersionBody], description: 'What was before, newest first' })
  history!: HandlingSettingsVersionBody[];
}

@ApiTags('requests')
@Controller('api/handling-settings')
export class HandlingSettingsController {
  constructor(private readonly settings: HandlingSettingsBook) {}

  @Get()
  @Permit('unit.read')
  @ApiOperation({
    operationId: 'ShowHandlingSettings',
    summary: 'How many returns, how long an extension or a pause',
  })
  @ApiOkResponse({ type: HandlingSettingsBody })
  @Problems(401, 403, 503)
  show(@CurrentActor() actor: Actor): Promise<HandlingSettingsBody> {
    return this.settings.show(actor);
  }

  @Put()
  @Permit('unit.manage')
  @ApiOperation({
    operationId: 'ChangeHandlingSettings',
    summary: 'A new dated version; the root’s administrator only',
  })
  @ApiOkResponse({ type: HandlingSettingsBody })
  @Problems(401, 403, 409, 422)
  change(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: ChangeHandlingSettingsBody,
  ): Promise<HandlingSettingsBody> {
    return this.settings.change(actor, version, body);
  }
}
