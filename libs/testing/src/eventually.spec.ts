import { eventually } from './eventually';

describe('eventually', () => {
  it('asks again until the probe answers', async () => {
    const answers = [undefined, false as const, 'there'];
    expect(await eventually(() => answers.shift())).toBe('there');
  });

  it('takes 0, null and empty text for answers', async () => {
    expect(await eventually(() => 0)).toBe(0);
    expect(await eventually(() => null)).toBeNull();
    expect(await eventually(() => '')).toBe('');
  });

  it('asks again after a probe that throws', async () => {
    let tries = 0;
    const probe = (): string => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
      return 'there';
    };
    expect(await eventually(probe)).toBe('there');
  });

  it('fails with what was awaited and what it last saw', async () => {
    const failure = eventually(() => Promise.reject(new Error('state is 4')), {
      timeoutMs: 60,
      describe: async () => 'dossier in state 10; its trace: …',
    });
    await expect(failure).rejects.toThrow(
      /not seen within 60 ms: dossier in state 10; its trace: …\nlast seen: state is 4/,
    );
  });
});
