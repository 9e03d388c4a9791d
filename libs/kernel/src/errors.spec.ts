import { AppError, errorCatalogue, isAppError } from './errors';

const errors = errorCatalogue('land-registry', {
  PARCEL_HELD: { kind: 'refusal', vi: 'Thửa đất đang do {heldBy} giữ.', en: 'The parcel is held by {heldBy}.' },
  DATABASE_AWAY: { kind: 'transient', vi: 'Thử lại sau.', en: 'Try again later.' },
  NOT_FOUND: { kind: 'input', status: 404, vi: 'Không tìm thấy.', en: 'Not found.' },
});

describe('an error catalogue', () => {
  it('makes errors with the code of their owner and texts filled from the facts', () => {
    const error = errors.PARCEL_HELD({ heldBy: 'H19-260803-0001' });
    expect(error).toBeInstanceOf(AppError);
    expect(error.code).toBe('land-registry.PARCEL_HELD');
    expect(error.text('vi')).toBe('Thửa đất đang do H19-260803-0001 giữ.');
    expect(error.text('en')).toBe('The parcel is held by H19-260803-0001.');
    expect(error.message).toBe('land-registry.PARCEL_HELD: The parcel is held by H19-260803-0001.');
  });

  it('takes the status from the kind unless the entry states one (house style §5)', () => {
    expect([errors.PARCEL_HELD(), errors.DATABASE_AWAY(), errors.NOT_FOUND()].map(({ status }) => status)).toEqual([
      409, 503, 404,
    ]);
  });

  it('keeps cause and faults', () => {
    const cause = new Error('socket closed');
    const faults = [{ path: 'sellers[0].share', rule: 'share', message: 'must be a share' }];
    const error = errors.DATABASE_AWAY({}, { cause, faults });
    expect(error.cause).toBe(cause);
    expect(error.faults).toBe(faults);
    expect('cause' in errors.NOT_FOUND()).toBe(false);
  });

  it('leaves a placeholder without a fact and joins lists', () => {
    expect(errors.PARCEL_HELD().text('en')).toBe('The parcel is held by {heldBy}.');
    expect(errors.PARCEL_HELD({ heldBy: ['a', 'b'] }).text('en')).toBe('The parcel is held by a, b.');
  });

  it('tells its own errors from others, and describes them for the reference page', () => {
    expect(isAppError(errors.NOT_FOUND())).toBe(true);
    expect(isAppError(new Error('no'))).toBe(false);
    expect(errors.NOT_FOUND.description).toMatchObject({ code: 'land-registry.NOT_FOUND', status: 404 });
  });
});
