import { errorCatalogue } from '@lienthong/kernel';

/** Two people at one piece of work. */
export const deskErrors = errorCatalogue('desk', {
  VERSION_MISSING: {
    kind: 'input',
    status: 428,
    vi: 'Thiếu tiêu đề If-Match: hãy nêu phiên bản hồ sơ đã xem. Hiện là {etag}, trạng thái {state}.',
    en: 'The header If-Match is missing: name the version that you looked at. It is {etag} now, in the state {state}.',
  },
  CHANGED_MEANWHILE: {
    kind: 'refusal',
    status: 412,
    vi: 'Hồ sơ đã thay đổi sau khi được xem (bởi {by}, lúc {at}). Hiện là {etag}, trạng thái {state}.',
    en: 'It was changed after you looked at it (by {by}, at {at}). It is {etag} now, in the state {state}.',
  },
  CLAIMED_BY_ANOTHER: {
    kind: 'refusal',
    vi: 'Việc này do {holderName} ({holder}) nhận từ {at}.',
    en: 'This work is held by {holderName} ({holder}) since {at}.',
  },
  NOT_CLAIMED: {
    kind: 'refusal',
    vi: 'Việc này chưa có ai nhận.',
    en: 'Nobody has claimed this work.',
  },
  NOTHING_WAITS: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có việc nào đang chờ với mã {kind} {key}.',
    en: 'No work waits under {kind} {key}.',
  },
  PERSON_UNFIT: {
    kind: 'refusal',
    vi: 'Không giao việc {step} cho {person} được: đơn vị {office} không biết người này với vai trò {roles}.',
    en: 'The step {step} is not given to {person}: the office {office} knows no such person with one of the roles {roles}.',
  },
  SUBJECT_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Cơ quan này không có lịch sử của {subject}.',
    en: 'This agency has no history of {subject}.',
  },
  PERSONAL_DATA: {
    kind: 'access',
    vi: 'Tra cứu theo cá nhân cần một trong các vai trò: {allowed}.',
    en: 'Looking persons up needs one of the roles: {allowed}.',
  },
});
