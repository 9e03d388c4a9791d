import { join } from 'node:path';
import { MAX_FILE_BYTES } from '@lienthong/envelope';
import { ServiceConfig } from '@lienthong/service-host';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const DAY_S = 86_400;

/** Settings of the file store: where bodies lie, what may be stored, and for how long. */
export class FilesConfig extends ServiceConfig {
  /** `filesystem`: a folder that all instances of the bus share; `s3`: an S3-compatible object store. */
  @IsIn(['filesystem', 's3'])
  readonly fileStore: string = 'filesystem';

  /** Folder of the `filesystem` store; by default `files` in the home folder. */
  @IsOptional()
  @MaxLength(1_000)
  readonly fileFolder?: string;

  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  readonly fileS3Endpoint?: string;

  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
  readonly fileS3Bucket: string = 'lienthong-files';

  @Matches(/^[a-z0-9-]{1,40}$/)
  readonly fileS3Region: string = 'us-east-1';

  @IsOptional()
  @MaxLength(200)
  readonly fileS3AccessKey?: string;

  @IsOptional()
  @MaxLength(200)
  readonly fileS3SecretKey?: string;

  @IsInt()
  @Min(1)
  @Max(MAX_FILE_BYTES)
  readonly fileLimitBytes: number = MAX_FILE_BYTES;

  /** What may be stored; the bytes are looked at, the name is not. */
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Matches(/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/, { each: true })
  readonly fileContentTypes: string[] = [
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/xml',
    'image/jpeg',
    'image/png',
    'image/tiff',
  ];

  /** Uploads and downloads that one instance serves at a time; each holds at most one piece in memory. */
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly fileTransfers: number = 64;

  /** Of these, so many of one member: a slow line of one leaves room for the others. */
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly fileTransfersPerMember: number = 16;

  /** An upload that stood still for so long is removed. */
  @IsInt()
  @Min(1)
  @Max(30 * DAY_S)
  readonly fileUploadIdleSeconds: number = DAY_S;

  /** A whole file that no message names is removed after so long. */
  @IsInt()
  @Min(1)
  @Max(365 * DAY_S)
  readonly fileUnnamedSeconds: number = 14 * DAY_S;

  /** How often files that have served are looked for. */
  @IsInt()
  @Min(50)
  @Max(86_400_000)
  readonly fileSweepMs: number = 600_000;

  /** The folder of the `filesystem` store. */
  get filesFolder(): string {
    return this.fileFolder ?? join(this.home, 'files');
  }
}
