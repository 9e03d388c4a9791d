import type { Provider } from '@nestjs/common';
import { ConfigError } from '@lienthong/service-host';
import { IntegrationBusConfig } from '../integration-bus.config';
import { FileBytes } from './file-bytes';
import { FileProof } from './file-proof';
import { FileReadings } from './file-readings';
import { FileRemoval } from './file-removal';
import { FileRepository } from './file.repository';
import { FileStore } from './file-store';
import { FilesConfig } from './files.config';
import { FilesController } from './files.controller';
import { FilesQuery } from './files.query';
import { FilesystemFileStore } from './filesystem-file-store';
import { GetFileContentController } from './get-file-content.controller';
import { S3FileStore } from './s3-file-store';
import { Transfers } from './transfers';
import { TusGuard } from './tus.guard';
import { Uploads } from './uploads';
import { UploadsController } from './uploads.controller';

export const fileControllers = [UploadsController, GetFileContentController, FilesController];

/** The file store of the bus; `FileRetention` is one of the bus's background parts. */
export const fileProviders: Provider[] = [
  FileBytes,
  FileProof,
  FileReadings,
  FileRemoval,
  FileRepository,
  FilesQuery,
  Transfers,
  TusGuard,
  Uploads,
  { provide: FilesConfig, useExisting: IntegrationBusConfig },
  { provide: FileStore, inject: [FilesConfig], useFactory: fileStoreOf },
];

/** @throws ConfigError when the settings of an object store are missing */
export function fileStoreOf(config: FilesConfig): FileStore {
  if (config.fileStore === 'filesystem') return new FilesystemFileStore(config.filesFolder);
  const { fileS3Endpoint: endpoint, fileS3AccessKey: accessKeyId, fileS3SecretKey: secretAccessKey } = config;
  if (!endpoint || !accessKeyId || !secretAccessKey) {
    const variables = ['FILE_S3_ENDPOINT', 'FILE_S3_ACCESS_KEY', 'FILE_S3_SECRET_KEY'];
    throw new ConfigError(variables.map((variable) => ({ variable, message: 'is needed with FILE_STORE=s3' })));
  }
  const { fileS3Bucket: bucket, fileS3Region: region } = config;
  return new S3FileStore({ endpoint, bucket, region, accessKeyId, secretAccessKey });
}
