export { type FieldDeclaration, fieldsOf } from './field-registry';
export {
  DossierCode,
  HashText,
  IdText,
  MemberCode,
  OfficeId,
  PersonalNumber,
  ProcedureCode,
  ShareText,
} from './identifier-fields';
export { DateText, InstantText } from './time-fields';
export { DecimalText, DongAmount, Flag, Whole } from './number-fields';
export { Optional, Personal } from './marks';
export { ListOf, ListOfText, Part } from './part-fields';
export { OneOf, Text } from './text-fields';
