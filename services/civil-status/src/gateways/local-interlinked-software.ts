import type { FieldAnswer, FieldStatus } from './field-protocol.rules';
import { InterlinkedSoftware, type ListedDossier } from './interlinked-software';

const RECEIVED: FieldAnswer = { text: 'Hồ sơ đã được tiếp nhận' };
const NOT_SENT: FieldAnswer = { text: 'Hồ sơ chưa được gửi' };

/** Local stand-in for the national interlinked software: lists a dossier until it is acknowledged, and keeps each status. */
export class LocalInterlinkedSoftware<Detail> extends InterlinkedSoftware<Detail> {
  private readonly dossiers = new Map<string, Detail>();
  private readonly waiting = new Set<string>();
  private readonly statuses = new Map<string, readonly FieldStatus[]>();

  /** The portal pushes a dossier, for the first time or again. */
  push(code: string, detail: Detail): void {
    this.dossiers.set(code, detail);
    this.waiting.add(code);
  }

  statusesOf(code: string): readonly FieldStatus[] {
    return this.statuses.get(code) ?? [];
  }

  listNew(): Promise<readonly ListedDossier[]> {
    return Promise.resolve([...this.waiting].map((code) => ({ code })));
  }

  detail(code: string): Promise<Detail> {
    const found = this.dossiers.get(code);
    return found === undefined ? Promise.reject(new Error(`no dossier ${code}`)) : Promise.resolve(found);
  }

  acknowledge(code: string): Promise<FieldAnswer> {
    this.waiting.delete(code);
    return Promise.resolve(this.dossiers.has(code) ? RECEIVED : NOT_SENT);
  }

  sendStatus(code: string, status: FieldStatus): Promise<FieldAnswer> {
    if (!this.dossiers.has(code)) return Promise.resolve(NOT_SENT);
    this.statuses.set(code, [...this.statusesOf(code), status]);
    return Promise.resolve(RECEIVED);
  }
}
