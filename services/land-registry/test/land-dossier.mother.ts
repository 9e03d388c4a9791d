import {
  DossierForwardedV1,
  ObligationFulfilledV1,
  PaymentNoticesIssuedV1,
  ProgressChangedV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
  TransferSlipSentV2,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { Register } from '../src/dossiers/check-dossier.rules';
import { obligationFulfilled, noticesArrived, receive } from '../src/dossiers/land-dossier.rules';
import type { LandDossier } from '../src/dossiers/land-dossier.state';
import { advance } from '../src/dossiers/land-procedure.rules';
import { newParcel } from '../src/parcels/register-parcels.rules';
import type { Parcel } from '../src/parcels/parcel.state';
import { type PricePosition, pricePositionKey } from '../src/prices/price-position.state';

/** The dossier of worked example W2 as the desk forwards it. */
export const W2 = messageOf(DossierForwardedV1).example;
export const sentSlip = messageOf(TransferSlipSentV2).example;
export const slipReceipt = messageOf(TransferSlipReceivedV1).example;
export const slipReturn = messageOf(TransferSlipReturnedV1).example;
export const issued = messageOf(PaymentNoticesIssuedV1).example;
export const fulfilled = messageOf(ObligationFulfilledV1).example;

export const at = new Date('2026-08-03T10:00:00+07:00');
export const byIntake = { at, by: 'intake/bien-hoa', messageId: '019fc562-94c0-7000-8000-00000000000b' };
export const byTax = { at, by: 'tax/bien-hoa', messageId: '019fc562-94c0-7000-8000-00000000000c' };
export const officer = { at, by: 'land-officer-bien-hoa' };
export const leader = { at, by: 'land-leader-bien-hoa' };

export function parcelOfW2(change: Partial<Parcel> = {}): Parcel {
  const [parcel] = W2.parcels;
  if (!parcel) throw new Error('the example has a parcel');
  const owners = W2.sellers.map(({ name, personalIdentificationNumber, share }) => ({
    name,
    personalIdentificationNumber,
    share,
  }));
  return { ...newParcel({ ...parcel, certificate: W2.certificate, owners }), ...change };
}

export function pricesOfW2(rows = sentSlip.parcels[0]?.priceRows ?? []): PricePosition {
  const { communeCode, purpose, position } = parcelOfW2();
  return { key: pricePositionKey(parcelOfW2()), communeCode, purpose, position, rows };
}

export function registerOf(parcels: readonly Parcel[], prices: readonly PricePosition[]): Register {
  return {
    parcels: new Map(parcels.map((parcel) => [parcel.key, parcel])),
    prices: new Map(prices.map((position) => [position.key, position])),
  };
}

export function receivedDossier(): LandDossier {
  return receive(
    W2,
    { office: 'bien-hoa', intakeOffice: 'bien-hoa', receiptNumber: '000001/2026/BN-BIEN-HOA' },
    byIntake,
  );
}

export function dossierWithDraft(): LandDossier {
  const { signature: _signature, ...slip } = sentSlip;
  const checked = advance(receivedDossier(), ProgressChangedV1, officer);
  return advance(checked, 'draft-slip', officer, { slip, taxOffice: 'bien-hoa' });
}

export function dossierWithSlip(): LandDossier {
  return advance(advance(dossierWithDraft(), TransferSlipSentV2, leader), TransferSlipReceivedV1, byTax);
}

export function fulfilledDossier(): LandDossier {
  return obligationFulfilled(noticesArrived(dossierWithSlip(), issued.notices, byTax), fulfilled, byTax);
}
