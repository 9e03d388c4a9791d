import { sentence } from '../../layout/form-language.rules';
import { answerBy, items, legalBasis, letter } from './letter-parts.rules';

const TT89 = 'Ban hành kèm theo TT số 89/2026/TT-BTC';

/** 01/CCTT-ĐĐTCQ: the tax office asks the sending body for what is missing or not valid, with all faults at once (M13). */
export const completionRequest = letter({
  id: 'letter/01-CCTT-DDTCQ',
  number: '01/CCTT-ĐĐTCQ',
  source: TT89,
  trust: 'found',
  validFrom: '2026-07-01',
  title: 'THÔNG BÁO',
  subtitle: 'Đề nghị bổ sung, hoàn chỉnh thông tin xác định nghĩa vụ tài chính',
  parts: [
    sentence(() => 'Thông tin, giấy tờ sau đây chưa đủ hoặc chưa đúng quy định:'),
    items('Nội dung cần bổ sung, hoàn chỉnh'),
    answerBy,
  ],
});

/** 01/CCTT-NVTC: the tax office asks the land office for data that did not come with a slip (T13). */
export const cadastralDataRequest = letter({
  id: 'letter/01-CCTT-NVTC',
  number: '01/CCTT-NVTC',
  source: TT89,
  trust: 'found',
  validFrom: '2026-07-01',
  title: 'PHIẾU ĐỀ NGHỊ',
  subtitle: 'Cung cấp thông tin địa chính để xác định nghĩa vụ tài chính',
  parts: [items('Thông tin đề nghị cung cấp'), answerBy],
});

/** 01/TB-BSTT-NNT: the tax office asks the taxpayer to explain or add (M14, T14). */
export const explanationRequest = letter({
  id: 'letter/01-TB-BSTT-NNT',
  number: '01/TB-BSTT-NNT',
  source: TT89,
  trust: 'found',
  validFrom: '2026-07-01',
  title: 'THÔNG BÁO',
  subtitle: 'Giải trình, bổ sung thông tin, tài liệu',
  parts: [items('Nội dung đề nghị giải trình, bổ sung'), answerBy],
});

/** 04/MGTH: no exemption is granted. */
export const exemptionRefusal = letter({
  id: 'letter/04-MGTH',
  number: '04/MGTH',
  source: TT89,
  trust: 'found',
  validFrom: '2026-07-01',
  title: 'THÔNG BÁO',
  subtitle: 'Không thuộc diện được miễn, giảm',
  parts: [legalBasis, items('Lý do không được miễn, giảm')],
});
