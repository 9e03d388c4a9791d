/** Text shapes that several messages share; each is a data rule of the domain reference, none is parsed further. */

/** Statistics code of a commune (mã ĐVHC cấp xã), five digits. */
export const COMMUNE_CODE = '^[0-9]{5}$';
/** Code of a collecting authority (mã cơ quan quản lý thu), seven digits. */
export const TAX_OFFICE_CODE = '^[0-9]{7}$';
/** Code of a treasury office (SHKB), four digits. */
export const TREASURY_CODE = '^[0-9]{4}$';
/** Administrative-area code of the budget line (mã ĐBHC), five digits. */
export const AREA_CODE = '^[0-9]{5}$';
/** Revenue account of the budget, four digits: 7111 = state budget revenue. */
export const REVENUE_ACCOUNT = '^[0-9]{4}$';
/** Budget sub-item (tiểu mục, NDKT), four digits. */
export const BUDGET_SUB_ITEM = '^[0-9]{4}$';
/** Budget chapter (chương), three digits. */
export const BUDGET_CHAPTER = '^[0-9]{3}$';
/** Reference of a payment (số tham chiếu): unit 4, year 4, number 10, kind of making 2. */
export const PAYMENT_REFERENCE = '^[0-9A-Z]{4}20[0-9]{2}[0-9]{10}[0-9]{2}$';
/** Phone number, national or E.164. */
export const PHONE = '^(0[0-9]{9,10}|\\+[0-9]{8,15})$';
/** Kind of land purpose (mã loại đất): ODT, ONT, CLN … */
export const LAND_PURPOSE = '^[A-Z]{3}$';
/** Ed25519 signature in base64url: 64 bytes, so the last character carries no stray bits. */
export const ED25519_SIGNATURE = '^[A-Za-z0-9_-]{85}[AQgw]$';
/** Kinds of revenue that a slip may ask the tax office to determine. */
export const REVENUE_KIND = '^(personal-income-tax|registration-fee)$';
/** Bank code (mã ngân hàng), eight digits. */
export const BANK_CODE = '^[0-9]{8}$';
/** Who takes land as security: tax code of 10 or 13 digits, or personal identification number of 12. */
export const MORTGAGEE_NUMBER = '^([0-9]{10}(-?[0-9]{3})?|[0-9]{12})$';
/** Tax code (mã số thuế): 10 digits, or 13 with a hyphen. */
export const TAX_CODE = '^[0-9]{10}(-[0-9]{3})?$';
/** Origin of land use (nguồn gốc sử dụng đất): `DG-CTT`, `CNQ-KTT`, `DT-TML` … */
export const LAND_ORIGIN = '^[A-Z]{2,3}-[A-Z]{3}$';
/** Kinds of revenue that a slip of any change may ask for (`SLIP_REVENUES`). */
export const SLIP_REVENUE = '^(personal-income-tax|registration-fee|land-use-fee|land-rent|non-agricultural-land-tax)$';
