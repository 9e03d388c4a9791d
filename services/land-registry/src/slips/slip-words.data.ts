/** How the paper form says the words of the slip; a word that is not listed is printed as it is. */
export const slipWords: Readonly<Record<string, string>> = {
  transfer: 'Chuyển nhượng',
  gift: 'Tặng cho',
  inheritance: 'Thừa kế',
  exchange: 'Chuyển đổi',
  'capital-contribution': 'Góp vốn',
  'purpose-change': 'Chuyển mục đích sử dụng đất',
  'first-certificate': 'Cấp giấy chứng nhận lần đầu',
  extension: 'Gia hạn sử dụng đất',
  'split-or-merge': 'Tách thửa, hợp thửa',
  individual: 'Cá nhân',
  household: 'Hộ gia đình',
  organisation: 'Tổ chức',
  community: 'Cộng đồng dân cư',
  first: 'Lần đầu',
  supplement: 'Bổ sung',
  replacement: 'Thay thế',
  withdrawal: 'Thu hồi',
  'personal-income-tax': 'Thuế thu nhập cá nhân',
  'registration-fee': 'Lệ phí trước bạ',
  'land-use-fee': 'Tiền sử dụng đất',
  'land-rent': 'Tiền thuê đất',
  'non-agricultural-land-tax': 'Thuế sử dụng đất phi nông nghiệp',
  'close-kin': 'Chuyển giao giữa những người có quan hệ được miễn',
  divorce: 'Chia tài sản khi ly hôn',
  'sole-home': 'Nhà ở, đất ở duy nhất',
  'state-allocation': 'Đất được Nhà nước giao',
  'farm-land-exchange': 'Chuyển đổi đất nông nghiệp',
  province: 'Giá của tỉnh',
  ministry: 'Suất vốn của Bộ Xây dựng',
  contract: 'Hợp đồng',
  certificate: 'Giấy chứng nhận',
  consent: 'Văn bản đồng ý',
};

export function inWords(word: string): string {
  return slipWords[word] ?? word;
}
