import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID, ValidateIf } from 'class-validator';
import { Code, Omissible, Text } from '@hotline/platform';
import type { TelephoneKey } from '../domain/keys.js';
import type { Aim } from '../domain/presence.js';
import type { Press } from '../use-cases/use-telephone.js';

const CHOICES = ['ready', 'break', 'training', 'outbound'] as const;
const NEXT_CHOICES = [...CHOICES, 'signed-out'] as const;
const notNull = (_: object, value: unknown): boolean => value !== null && value !== undefined;

export class ChooseStateBody {
  @ApiProperty({ enum: CHOICES })
  @IsIn(CHOICES)
  intent!: (typeof CHOICES)[number];

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Code of the list; for break and training',
  })
  @ValidateIf(notNull)
  @Code()
  reason?: string | null;
}

export class ChooseNextBody {
  @ApiProperty({ type: String, enum: NEXT_CHOICES, nullable: true, description: 'Null takes it back' })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsIn(NEXT_CHOICES)
  intent!: (typeof NEXT_CHOICES)[number] | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @ValidateIf(notNull)
  @Code()
  reason?: string | null;
}

export class TelephoneKeyBody {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description:
      'The call that is on the screen, so that no other one is met; left out only to stop dialling',
  })
  @ValidateIf(notNull)
  @IsUUID()
  callId?: string | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'The screen; the one that answers has the call' })
  @Omissible()
  @IsUUID()
  screenId?: string;
}

export class TakeScreenBody {
  @ApiProperty({ format: 'uuid', description: 'A name this screen has given itself' })
  @IsUUID()
  screenId!: string;

  @ApiPropertyOptional({ description: 'Takes it from the screen that has it' })
  @Omissible()
  @IsBoolean()
  takeOver?: boolean;
}

export class ScreenTakenBody {
  @ApiProperty({ description: 'Whether this screen has the call; else another one of mine' })
  here!: boolean;
}

export class DialBody {
  @ApiPropertyOptional({ format: 'uuid', description: 'The ticket whose worker is called back' })
  @Omissible()
  @IsUUID()
  callBackOf?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The missed call that is returned; this or a ticket' })
  @Omissible()
  @IsUUID()
  missedCall?: string;
}

export class DialledBody {
  @ApiProperty({ format: 'uuid', description: 'The dialling; the record of the call names it' })
  dialId!: string;
}

export class ListenBody {
  @ApiProperty({ minLength: 2, maxLength: 500 })
  @Text(500, 2)
  reason!: string;
}

export const pressOf = (key: TelephoneKey, { callId, screenId }: TelephoneKeyBody): Press => ({
  key,
  callId: callId ?? null,
  screenId: screenId ?? null,
});

/** A reason left out is none. */
export const aimOf = ({ intent, reason }: ChooseStateBody): Aim => ({ intent, reason: reason ?? null });

export const nextOf = ({ intent, reason }: ChooseNextBody): Aim | null =>
  intent === null ? null : { intent, reason: reason ?? null };
