import { httpErrors } from './http.errors';
import { problemOf } from './problem';

const faults = [
  { path: 'sellers[0].share', rule: 'share', message: 'must be a share above 0 and at most 1, such as 1/2' },
  { path: 'title', rule: 'text', message: 'must be a text of 1 to 20 characters' },
  { path: 'own', rule: 'own', message: 'a sentence nobody translated' },
];
const context = { path: '/dossiers', requestId: 'request-1' };

describe('a problem document', () => {
  it('has a stable type and code, and tells people what is wrong in Vietnamese', () => {
    const problem = problemOf(httpErrors.INPUT_INVALID({ count: 3 }, { faults }), { language: 'vi', ...context });
    expect(problem).toEqual({
      type: 'urn:lienthong:error:http.INPUT_INVALID',
      title: 'Dữ liệu không hợp lệ',
      status: 400,
      code: 'http.INPUT_INVALID',
      detail: 'Dữ liệu gửi lên có 3 chỗ sai; xem từng chỗ trong "faults".',
      faults: [
        { path: 'sellers[0].share', rule: 'share', message: 'phải là tỷ lệ lớn hơn 0 và không quá 1, như 1/2' },
        { path: 'title', rule: 'text', message: 'phải là văn bản dài từ 1 đến 20 ký tự' },
        { path: 'own', rule: 'own', message: 'a sentence nobody translated' },
      ],
      instance: '/dossiers',
      requestId: 'request-1',
    });
  });

  it('speaks English when asked to, with the same code', () => {
    const problem = problemOf(httpErrors.INPUT_INVALID({ count: 3 }, { faults }), { language: 'en', ...context });
    expect(problem).toMatchObject({ code: 'http.INPUT_INVALID', title: 'Invalid input', faults });
  });

  it('tells a fault of a rule in the words that the rule has for each language', () => {
    const ruled = [
      { path: 'child.birthDate', rule: 'under-six', message: 'is six or older', messageVi: 'đã đủ 6 tuổi' },
    ];
    const inWords = (language: 'vi' | 'en') =>
      problemOf(httpErrors.INPUT_INVALID({ count: 1 }, { faults: ruled }), { language, ...context }).faults;
    expect(inWords('vi')).toEqual([{ path: 'child.birthDate', rule: 'under-six', message: 'đã đủ 6 tuổi' }]);
    expect(inWords('en')).toEqual([{ path: 'child.birthDate', rule: 'under-six', message: 'is six or older' }]);
  });
});
