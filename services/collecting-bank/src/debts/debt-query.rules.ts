import { jurisdictions, type Office, officeFor, offices } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { bankErrors } from '../collecting-bank.errors';

/** The tax office of the desk that gave the dossier its code; for a code of no desk any office answers, and knows nothing of it. */
export function taxOfficeOf(dossierCode: string, on: LocalDate): Office {
  const [unit] = /^.+(?=-\d{6}-\d+$)/.exec(dossierCode) ?? [''];
  const desk = offices.find(
    ({ member, unitCodes }) => member === 'intake' && unitCodes.some(({ code }) => code === unit),
  );
  const area = jurisdictions.find(({ member, office }) => member === 'intake' && office === desk?.id);
  const found = area && officeFor('tax', area.fromCommune, on);
  const office = found ?? offices.find(({ member }) => member === 'tax');
  if (!office) throw bankErrors.OFFICE_UNKNOWN({ code: 'tax' });
  return office;
}
