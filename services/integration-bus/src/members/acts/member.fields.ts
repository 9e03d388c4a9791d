import { applyDecorators } from '@nestjs/common';
import { IsDateString, IsString, Matches, MaxLength, MinLength } from 'class-validator';

const MEMBER = /^[a-z][a-z0-9-]{1,59}$/;
const OFFICE = /^[a-z0-9][a-z0-9-]{0,59}$/;
const TYPE = /^vn\.lienthong\.[a-z][a-z0-9-]{1,59}\.[a-z][a-z0-9-]{1,79}\.v[1-9]\d{0,3}$/;
const KID = /^[A-Za-z0-9._:-]{1,100}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const IsMemberCode = (): PropertyDecorator => Matches(MEMBER);
export const IsOfficeId = (): PropertyDecorator => Matches(OFFICE);
export const IsMessageType = (): PropertyDecorator => Matches(TYPE);
export const IsKid = (): PropertyDecorator => Matches(KID);

/** An instant with offset, exact to the millisecond. */
export const IsInstant = (): PropertyDecorator => applyDecorators(IsDateString({ strict: true }), Matches(INSTANT));
export const IsDay = (): PropertyDecorator => applyDecorators(IsDateString({ strict: true }), Matches(DATE));

/** One line for people: no personal data, since the log keeps it for good. */
export const IsWords = (max: number): PropertyDecorator =>
  applyDecorators(IsString(), MinLength(2), MaxLength(max), Matches(/^[^\p{Cc}]*$/u));
