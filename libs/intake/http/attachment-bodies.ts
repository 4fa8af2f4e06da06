import { ApiProperty } from '@nestjs/swagger';
import { Text } from '@hotline/platform';

export class AttachmentBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ description: 'Cleaned by the server' })
  name!: string;
  @ApiProperty({ description: 'By content, not by name' })
  mediaType!: string;
  @ApiProperty({ description: 'Bytes' })
  size!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  uploadedAt!: Date;
}

export class UploadQuery {
  @ApiProperty({ description: 'File name with its ending', maxLength: 300 })
  @Text(300)
  name!: string;
}
