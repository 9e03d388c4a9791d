import { BIRTH } from './civil.mother';

const { residence, healthCard } = BIRTH.declaration;

const place = { maTinh: '75', maXa: '26041', dcChiTiet: 'Bệnh viện Thử Nghiệm' };
const home = { maTinh: '75', maXa: '26041', dcChiTiet: 'Số 1 đường Thử Nghiệm' };

/** The invented family of the contracts, as the interlinked software would have it (O §4.3, §4.4). */
export const fieldBirth = {
  maHoSo: 'LT-2026-000001',
  noiDangKy: '26041',
  soLuongBanSao: '2',
  maGCS: 'GCS-2026-000123',
  ngayCapGCS: '21.07.2026',
  nksHoTen: 'Nguyễn Lê An',
  nksGioiTinh: 'Nữ',
  nksNgaySinh: '20/07/2026 08:30:00',
  nksNoiSinh: place,
  nksQueQuan: 'Đồng Nai',
  nksDanToc: 'Kinh',
  nksQuocTich: 'Việt Nam',
  meHoTen: 'Lê Thị Thử',
  meNgaySinh: '11.02.1995',
  meDanToc: 'Kinh',
  meQuocTich: 'Việt Nam',
  meSoDDCN: '075195000003',
  meXacThucThongTin: '1',
  meNoiCuTru: home,
  chaHoTen: 'Nguyễn Văn Mẫu',
  chaNgaySinh: '30.06.1993',
  chaDanToc: 'Kinh',
  chaQuocTich: 'Việt Nam',
  chaSoDDCN: '075093000004',
  chaXacThucThongTin: '1',
  chaNoiCuTru: home,
  nycHoTen: 'Lê Thị Thử',
  nycQuanHe: 'Mẹ',
  nycSoGiayToTuyThan: '075195000003',
  nycSoDienThoai: '0912000003',
  dangKyThuongTru: residence,
  theBHYT: healthCard,
  fileDinhKem: [{ id: 'f1', loaiGiayTo: '1', tenGiayTo: 'Giấy chứng sinh', tenTepDinhKem: 'gcs.pdf' }],
};
