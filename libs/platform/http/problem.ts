import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiResponse } from '@nestjs/swagger';

export class ProblemFieldBody {
  @ApiProperty({ description: 'Dotted path of the field' })
  field!: string;
  @ApiProperty({ description: 'Stable code of the complaint' })
  code!: string;
  @ApiProperty({ description: 'What to do, in the reader’s language' })
  detail!: string;
  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    description: 'Row at fault, counted from 1; null: the whole',
  })
  row?: number | null;
}

/** The body of every error: `application/problem+json` (RFC 9457). */
export class ProblemBody {
  @ApiProperty({ description: 'urn:hotline:problem:<code>' })
  type!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty()
  status!: number;
  @ApiProperty({ description: 'Stable refusal code' })
  code!: string;
  @ApiProperty({ description: 'What to do, in the reader’s language' })
  detail!: string;
  @ApiPropertyOptional({ description: 'Dotted path of the field, when one field is to blame' })
  field?: string;
  @ApiPropertyOptional({ type: [ProblemFieldBody] })
  errors?: ProblemFieldBody[];
  @ApiProperty({ description: 'Quote this when asking for help' })
  requestId!: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'The newer copy, for stale-version',
  })
  current?: Record<string, unknown>;
}

const MEANING: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  401: 'Not signed in, or the session is over.',
  403: 'Visible but not allowed.',
  404: 'Absent or not visible.',
  409: 'The state has moved on, or the version is stale.',
  413: 'Too large.',
  422: 'The input is wrong; `field` or `errors` say where.',
  429: 'Too many requests; see Retry-After.',
  503: 'Temporarily unavailable; try again.',
};

/** Documents the problem answers of a route. */
export function Problems(...statuses: number[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: MEANING[status] ?? 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemBody' } } },
      }),
    ),
  );
}
