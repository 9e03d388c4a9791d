/** What is paid under a budget sub-item (tiểu mục), in the words of the list (L §2.6.3). */
export const budgetWords: Readonly<Record<string, string>> = {
  '1006': 'Thuế thu nhập cá nhân từ chuyển nhượng bất động sản',
  '1401': 'Tiền sử dụng đất được Nhà nước giao',
  '2801': 'Lệ phí trước bạ nhà đất',
};
