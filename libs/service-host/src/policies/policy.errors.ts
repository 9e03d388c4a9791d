import { errorCatalogue } from '@lienthong/kernel';

export const policyErrors = errorCatalogue('policies', {
  STEP_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có bước {step}; các bước: {known}.',
    en: 'There is no step {step}; the steps are: {known}.',
  },
});
