import { Injectable, Logger } from '@nestjs/common';
import { TimedWork } from '@lienthong/service-host';
import { FileRemoval } from './file-removal';
import { FilesConfig } from './files.config';

/** Looks for files that have served: interrupted uploads, files that nobody named, files whose messages lost their payload. */
@Injectable()
export class FileRetention extends TimedWork {
  constructor(removal: FileRemoval, config: FilesConfig) {
    const logger = new Logger(FileRetention.name);
    super({
      name: 'files',
      everyMs: config.fileSweepMs,
      onFailure: (error) => logger.warn({ error: String(error), msg: 'files that have served go with the next sweep' }),
      work: async () => {
        const removed = await removal.sweep();
        if (removed > 0) logger.log({ removed, msg: 'files were removed' });
        return {};
      },
    });
  }
}
