import { Injectable } from '@nestjs/common';
import type { FieldAnswer, FieldStatus } from './field-protocol.rules';
import { InterlinkedSoftware, type ListedDossier, type ToldStatus } from './interlinked-software';

const RECEIVED: FieldAnswer = { text: 'Hồ sơ đã được tiếp nhận' };
const NEW = 1;
const NOT_SENT: FieldAnswer = { text: 'Hồ sơ chưa được gửi' };

/** Local stand-in for the national interlinked software: lists a dossier until it is acknowledged, and keeps what it is told. */
@Injectable()
export class LocalInterlinkedSoftware extends InterlinkedSoftware {
  private readonly dossiers = new Map<string, unknown>();
  private readonly waiting = new Set<string>();
  private readonly told = new Map<string, readonly ToldStatus[]>();

  /** The portal pushes a dossier, for the first time or again. */
  push(code: string, detail: unknown): void {
    this.dossiers.set(code, detail);
    this.waiting.add(code);
  }

  statusesOf(code: string): readonly FieldStatus[] {
    return this.toldOf(code).map(({ status }) => status);
  }

  toldOf(code: string): readonly ToldStatus[] {
    return this.told.get(code) ?? [];
  }

  listNew(): Promise<readonly ListedDossier[]> {
    return Promise.resolve([...this.waiting].map((code) => ({ code })));
  }

  detail(code: string): Promise<unknown> {
    const found = this.dossiers.get(code);
    return found === undefined ? Promise.reject(new Error(`no dossier ${code}`)) : Promise.resolve(found);
  }

  acknowledge(code: string): Promise<FieldAnswer> {
    this.waiting.delete(code);
    return Promise.resolve(this.dossiers.has(code) ? RECEIVED : NOT_SENT);
  }

  sendStatus(code: string, told: ToldStatus): Promise<FieldAnswer> {
    if (told.status === NEW && !this.dossiers.has(code)) this.dossiers.set(code, {});
    if (!this.dossiers.has(code)) return Promise.resolve(NOT_SENT);
    this.told.set(code, [...this.toldOf(code), told]);
    return Promise.resolve(RECEIVED);
  }
}
