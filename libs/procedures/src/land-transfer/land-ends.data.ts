import type { ProcedureEnd } from '../procedure';

/** How a land dossier can end. */
export const landEnds: readonly ProcedureEnd[] = [
  { id: 'returned', state: 10, name: { vi: 'Đã trả kết quả', en: 'Result returned' } },
  { id: 'stopped', state: 8, name: { vi: 'Dừng xử lý', en: 'Processing stopped, with a written notice' } },
  { id: 'refiled', state: 8, name: { vi: 'Nộp lại đúng thủ tục', en: 'Filed anew under the right code' } },
];
