import { renderPdf } from './render-pdf';

describe('rendering', () => {
  it('reads no other file and fetches nothing', async () => {
    await expect(renderPdf({ content: [{ image: '/etc/hostname' }] })).rejects.toThrow('resource access policy');
    await expect(
      renderPdf({ content: [{ image: 'picture' }], images: { picture: 'http://127.0.0.1:9/x.png' } }),
    ).rejects.toThrow('resource access policy');
  });
});
