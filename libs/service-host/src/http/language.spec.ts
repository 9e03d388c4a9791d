import { preferredLanguage } from './language';

describe('the language of texts for people', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en;q=0.2, vi;q=0.7', 'vi'],
    ['vi;q=0, en', 'en'],
    ['fr, de', 'vi'],
    ['*', 'vi'],
    ['en;q=oops', 'en'],
  ])('for Accept-Language %p is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
