import { wantedBytes } from './byte-range.rules';

describe('the part of a file of ten bytes that is wanted', () => {
  it.each([
    ['all of it without a header', undefined, { from: 0, to: 9, isPart: false }],
    ['from a byte to the end', 'bytes=4-', { from: 4, to: 9, isPart: true }],
    ['from a byte to a byte', 'bytes=4-6', { from: 4, to: 6, isPart: true }],
    ['up to the end when more is asked for', 'bytes=4-600', { from: 4, to: 9, isPart: true }],
    ['the last bytes', 'bytes=-3', { from: 7, to: 9, isPart: true }],
    ['all of it when more last bytes are asked for', 'bytes=-30', { from: 0, to: 9, isPart: true }],
    ['all of it for several ranges', 'bytes=0-1,4-5', { from: 0, to: 9, isPart: false }],
    ['all of it for another unit', 'pages=1-2', { from: 0, to: 9, isPart: false }],
    ['all of it for a range that runs backwards', 'bytes=6-4', { from: 0, to: 9, isPart: false }],
    ['nothing behind the end', 'bytes=10-', undefined],
    ['nothing of no last bytes', 'bytes=-0', undefined],
  ])('is %s', (_, header, wanted) => {
    expect(wantedBytes(header, 10)).toEqual(wanted);
  });
});
