import { registryErrors } from '../registry.errors';

/** A webhook has an address, the other transports have none. @throws integration-bus.TRANSPORT_URL_WRONG */
export function checkedUrl({ transport, url }: { readonly transport: string; readonly url?: string }): {
  readonly webhookUrl?: string;
} {
  if ((transport === 'webhook') !== (url !== undefined)) throw registryErrors.TRANSPORT_URL_WRONG();
  return url === undefined ? {} : { webhookUrl: url };
}
