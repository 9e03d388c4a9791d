import { askService } from './ask-service';
import type { CliConfig } from './cli.config';

/** Who asks the bus in the local run. */
export const BUS_OPERATOR = {
  person: 'bus-operator-centre',
  member: 'integration-bus',
  office: 'centre',
  roles: ['bus-operator'],
};

export interface BusQuestion {
  readonly path: string;
  /** Body of a POST; without it the question is a GET. */
  readonly post?: object;
  readonly idempotencyKey?: string;
  /** Where the bus answers, when it is not the local run. */
  readonly url?: string;
}

/** Asks the bus as its operator: of the running stack, or at `--url` with LIENTHONG_TOKEN. @throws CommandFailed with what to do next */
export function askBus<T>(config: CliConfig, { path, post, idempotencyKey, url }: BusQuestion): Promise<T> {
  return askService<T>(config, {
    ...{ service: 'integration-bus', person: BUS_OPERATOR, path },
    ...(post ? { post } : {}),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(url === undefined ? {} : { url }),
  });
}

/** `?a=1&b=2` of what is given; nothing when nothing is. */
export function queryText(wanted: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(wanted).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
