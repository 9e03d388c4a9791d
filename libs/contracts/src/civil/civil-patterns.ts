/** Text shapes of civil status messages; each is a data rule of the domain reference (O §4.3), none is parsed further. */

/** Code of a province, two digits of the statistics list. */
export const PROVINCE_CODE = '^[0-9]{2}$';
/** A date, or the year alone where a paper names no more. */
export const DATE_OR_YEAR = '^[0-9]{4}(-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$';
/** Hour and minute, 24 hours. */
export const TIME_OF_DAY = '^([01][0-9]|2[0-3]):[0-5][0-9]$';
/** Code of a sub-dossier: the parent's code and the branch. */
export const SUB_DOSSIER_CODE = '^[0-9A-Z.-]{10,60}/[a-z]+(-[a-z]+)*$';
/** Branch of a chain. */
export const BRANCH = '^[a-z]+(-[a-z]+)*$';
/** Health card number: 15 characters until 2020 (QĐ 1351/QĐ-BHXH), the ten digits of the social insurance number since. */
export const HEALTH_CARD_NUMBER = '^([A-Z]{2}[1-5][0-9]{12}|[0-9]{10})$';
/** E-mail address, as far as it can be told from its shape. */
export const EMAIL = '^[^@ ]{1,64}@[^@ ]{1,50}[.][^@ .]{2,10}$';
