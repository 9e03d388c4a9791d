import { errorCatalogue } from '@lienthong/kernel';

/** Faults of the reference topology itself. */
export const topologyErrors = errorCatalogue('contracts', {
  UNIT_CODE_MISSING: {
    kind: 'bug',
    vi: 'Đơn vị {member}/{office} không có mã định danh cho ngày {on}.',
    en: 'The office {member}/{office} has no unit code for {on}.',
  },
});
