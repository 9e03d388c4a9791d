/** Vietnamese words of the slip for print; a code that has none is printed as it is. */
export const changeKindWords: Readonly<Record<string, string>> = {
  transfer: 'Chuyển nhượng',
  gift: 'Tặng cho',
  inheritance: 'Thừa kế',
  exchange: 'Chuyển đổi',
  'capital-contribution': 'Góp vốn',
  'purpose-change': 'Chuyển mục đích sử dụng đất',
  'first-certificate': 'Cấp giấy chứng nhận lần đầu',
  extension: 'Gia hạn sử dụng đất',
  'split-or-merge': 'Tách thửa, hợp thửa',
};

export const submissionKindWords: Readonly<Record<string, string>> = {
  first: 'Lần đầu',
  supplement: 'Bổ sung',
  replacement: 'Thay thế',
  withdrawal: 'Thu hồi',
};

export const revenueWords: Readonly<Record<string, string>> = {
  'personal-income-tax': 'Thuế thu nhập cá nhân',
  'registration-fee': 'Lệ phí trước bạ',
  'land-use-fee': 'Tiền sử dụng đất',
  'land-rent': 'Tiền thuê đất',
  'non-agricultural-land-tax': 'Thuế sử dụng đất phi nông nghiệp',
};

export const personKindWords: Readonly<Record<string, string>> = {
  individual: 'Cá nhân',
  household: 'Hộ gia đình',
  organisation: 'Tổ chức',
  community: 'Cộng đồng dân cư',
};

export const claimGroundWords: Readonly<Record<string, string>> = {
  'close-kin': 'Chuyển giao giữa những người có quan hệ được miễn',
  divorce: 'Chia tài sản khi ly hôn',
  'sole-home': 'Nhà ở, đất ở duy nhất',
  'state-allocation': 'Đất được Nhà nước giao',
  'farm-land-exchange': 'Chuyển đổi đất nông nghiệp',
  'registration-fee': 'Miễn lệ phí trước bạ',
};

/** Mục đích sử dụng đất (L §2.6.5, short list). */
export const purposeWords: Readonly<Record<string, string>> = {
  ODT: 'Đất ở tại đô thị',
  ONT: 'Đất ở tại nông thôn',
  CLN: 'Đất trồng cây lâu năm',
  LUC: 'Đất chuyên trồng lúa',
  LUK: 'Đất trồng lúa còn lại',
  BHK: 'Đất bằng trồng cây hằng năm khác',
  HNK: 'Đất trồng cây hằng năm khác',
  NTS: 'Đất nuôi trồng thủy sản',
  RSX: 'Đất rừng sản xuất',
  TMD: 'Đất thương mại, dịch vụ',
  SKC: 'Đất cơ sở sản xuất phi nông nghiệp',
  DGT: 'Đất giao thông',
};
