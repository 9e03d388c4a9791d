import { DateText, DossierCode, Message, Personal, Text } from '@lienthong/envelope';
import { SUB_DOSSIER_CODE } from '../civil/civil-patterns';
import { exampleBranch, exampleResidenceRequest } from '../civil/civil.example';
import { COMMUNE_CODE } from '../patterns';

const example: ResidenceRegisteredV1 = {
  ...exampleBranch('residence'),
  noticeNumber: '00045/TB-CA',
  registeredOn: '2026-08-04',
  communeCode: '26041',
  address: exampleResidenceRequest.address,
  householdHeadName: exampleResidenceRequest.householdHeadName,
};

/** Ends branch 5a well. */
@Message({
  owner: 'residence',
  name: 'residence-registered',
  version: 1,
  summary: 'The permanent residence is registered (đã đăng ký thường trú).',
  example,
})
export class ResidenceRegisteredV1 {
  @DossierCode()
  readonly dossierCode: string;

  @Text({ max: 100, pattern: SUB_DOSSIER_CODE })
  readonly subDossierCode: string;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @DateText()
  readonly registeredOn: string;

  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly communeCode: string;

  @Personal()
  @Text({ max: 300 })
  readonly address: string;

  @Personal()
  @Text({ max: 120 })
  readonly householdHeadName: string;
}
