/**
 * The communes of the province since 01/07/2025 (NQ 202/2025/QH15, codes QĐ 19/2025/QĐ-TTg), each with those of before that went
 * into it: 270 became 95, one of them in two parts. Compiled from dvhcvn/20250701 (MIT, copyright (c) 2025 dvhcvn); the
 * licence text is in `libs/contracts/NOTICE.md`.
 */
// prettier-ignore
const rows: readonly (readonly [code: string, name: string, from: string])[] = [
  ['25195', 'Phường Bình Phước', '25195 Phường Tân Phú; 25198 Phường Tân Đồng; 25201 Phường Tân Bình; 25204 Phường Tân Xuân; 25205 Phường Tân Thiện; 25213 Xã Tiến Hưng'],
  ['25210', 'Phường Đồng Xoài', '25207 Xã Tân Thành; 25210 Phường Tiến Thành'],
  ['25217', 'Phường Phước Long', '25216 Phường Thác Mơ; 25217 Phường Long Thủy; 25237 Phường Sơn Giang; 25249 Xã Phước Tín'],
  ['25220', 'Phường Phước Bình', '25219 Phường Phước Bình; 25220 Phường Long Phước; 25245 Xã Long Giang; 25244 Xã Bình Sơn'],
  ['25222', 'Xã Bù Gia Mập', '25222 Xã Bù Gia Mập'],
  ['25225', 'Xã Đăk Ơ', '25225 Xã Đak Ơ'],
  ['25231', 'Xã Đa Kia', '25231 Xã Đa Kia; 25232 Xã Phước Minh; 25234 Xã Bình Thắng'],
  ['25246', 'Xã Bình Tân', '25240 Xã Long Bình; 25243 Xã Bình Tân; 25246 Xã Long Hưng'],
  ['25252', 'Xã Phú Riềng', '25252 Xã Bù Nho; 25264 Xã Phú Riềng'],
  ['25255', 'Xã Long Hà', '25255 Xã Long Hà; 25258 Xã Long Tân'],
  ['25261', 'Xã Phú Trung', '25250 Xã Phước Tân; 25261 Xã Phú Trung'],
  ['25267', 'Xã Phú Nghĩa', '25228 Xã Đức Hạnh; 25229 Xã Phú Văn; 25267 Xã Phú Nghĩa'],
  ['25270', 'Xã Lộc Ninh', '25270 Thị trấn Lộc Ninh; 25288 Xã Lộc Thuận; 25297 Xã Lộc Thái'],
  ['25279', 'Xã Lộc Tấn', '25279 Xã Lộc Tấn; 25285 Xã Lộc Thiện'],
  ['25280', 'Xã Lộc Thạnh', '25273 Xã Lộc Hòa; 25280 Xã Lộc Thạnh'],
  ['25292', 'Xã Lộc Quang', '25282 Xã Lộc Hiệp; 25291 Xã Lộc Quang; 25292 Xã Lộc Phú'],
  ['25294', 'Xã Lộc Thành', '25294 Xã Lộc Thành; 25305 Xã Lộc Thịnh'],
  ['25303', 'Xã Lộc Hưng', '25300 Xã Lộc Điền; 25303 Xã Lộc Hưng; 25306 Xã Lộc Khánh'],
  ['25308', 'Xã Thiện Hưng', '25308 Thị trấn Thanh Bình; 25312 Xã Thiện Hưng; 25315 Xã Thanh Hòa'],
  ['25309', 'Xã Hưng Phước', '25309 Xã Hưng Phước; 25310 Xã Phước Thiện'],
  ['25318', 'Xã Tân Tiến', '25276 Xã Lộc An; 25318 Xã Tân Thành; 25321 Xã Tân Tiến'],
  ['25326', 'Phường Bình Long', '25320 Phường Hưng Chiến; 25324 Phường An Lộc; 25326 Phường Phú Đức; 25354 Xã Thanh Bình'],
  ['25333', 'Phường An Lộc', '25325 Phường Phú Thịnh; 25333 Xã Thanh Lương; 25336 Xã Thanh Phú'],
  ['25345', 'Xã Tân Hưng', '25327 Xã Thanh An; 25330 Xã An Khương; 25345 Xã Tân Hưng'],
  ['25349', 'Xã Minh Đức', '25339 Xã An Phú; 25348 Xã Minh Đức; 25349 Xã Minh Tâm'],
  ['25351', 'Xã Tân Quan', '25342 Xã Tân Lợi; 25351 Xã Phước An; 25438 Xã Tân Quan; 25439 Xã Quang Minh'],
  ['25357', 'Xã Tân Khai', '25357 Thị trấn Tân Khai; 25360 Xã Đồng Nơ; 25361 Xã Tân Hiệp'],
  ['25363', 'Xã Đồng Phú', '25363 Thị trấn Tân Phú; 25381 Xã Tân Lập; 25393 Xã Tân Tiến'],
  ['25378', 'Xã Tân Lợi', '25375 Xã Tân Hưng; 25378 Xã Tân Lợi; 25384 Xã Tân Hòa'],
  ['25387', 'Xã Thuận Lợi', '25366 Xã Thuận Lợi; 25387 Xã Thuận Phú'],
  ['25390', 'Xã Đồng Tâm', '25369 Xã Đồng Tâm; 25372 Xã Tân Phước; 25390 Xã Đồng Tiến'],
  ['25396', 'Xã Bù Đăng', '25396 Thị trấn Đức Phong; 25408 Xã Minh Hưng; 25411 Xã Đoàn Kết'],
  ['25399', 'Xã Đak Nhau', '25398 Xã Đường 10; 25399 Xã Đak Nhau'],
  ['25402', 'Xã Thọ Sơn', '25400 Xã Phú Sơn; 25402 Xã Thọ Sơn; 25414 Xã Đồng Nai'],
  ['25405', 'Xã Bom Bo', '25404 Xã Bình Minh; 25405 Xã Bom Bo'],
  ['25417', 'Xã Nghĩa Trung', '25417 Xã Đức Liễu; 25423 Xã Nghĩa Trung; 25424 Xã Nghĩa Bình'],
  ['25420', 'Xã Phước Sơn', '25420 Xã Thống Nhất; 25426 Xã Đăng Hà; 25429 Xã Phước Sơn'],
  ['25432', 'Phường Chơn Thành', '25432 Phường Hưng Long; 25433 Phường Thành Tâm; 25447 Phường Minh Thành'],
  ['25441', 'Phường Minh Hưng', '25441 Phường Minh Hưng; 25444 Phường Minh Long'],
  ['25450', 'Xã Nha Bích', '25435 Xã Minh Lập; 25450 Xã Nha Bích; 25453 Xã Minh Thắng'],
  ['25993', 'Phường Trảng Dài', '25993 Phường Trảng Dài; 26191 Xã Thiện Tân'],
  ['26005', 'Phường Hố Nai', '26005 Phường Tân Hòa; 26272 Xã Hố Nai 3'],
  ['26017', 'Phường Tam Hiệp', '26008 Phường Tân Hiệp; 26014 Phường Tân Mai; 26017 Phường Tam Hiệp; 26047 Phường Bình Đa'],
  ['26020', 'Phường Long Bình', '25999 Phường Tân Biên; 26002 Phường Hố Nai; 26020 Phường Long Bình'],
  ['26041', 'Phường Trấn Biên', '26011 Phường Bửu Long; 26023 Phường Quang Vinh; 26029 Phường Thống Nhất; 26041 Phường Trung Dũng; 26050 Phường An Bình; 26065 Phường Hiệp Hòa'],
  ['26068', 'Phường Biên Hòa', '26053 Phường Bửu Hòa; 26059 Phường Tân Vạn; 26062 Phường Tân Hạnh; 26068 Phường Hóa An'],
  ['26080', 'Phường Long Khánh', '26077 Phường Xuân Bình; 26080 Phường Xuân An; 26083 Phường Xuân Hoà; 26086 Phường Phú Bình; 26107 Xã Bàu Trâm'],
  ['26089', 'Phường Bình Lộc', '26089 Xã Bình Lộc; 26095 Phường Suối Tre; 26323 Xã Xuân Thiện'],
  ['26098', 'Phường Bảo Vinh', '26092 Xã Bảo Quang; 26098 Phường Bảo Vinh'],
  ['26104', 'Phường Xuân Lập', '26101 Phường Xuân Lập; 26104 Phường Bàu Sen'],
  ['26113', 'Phường Hàng Gòn', '26110 Phường Xuân Tân; 26113 Xã Hàng Gòn'],
  ['26116', 'Xã Tân Phú', '26116 Thị trấn Tân Phú; 26149 Xã Phú Xuân; 26152 Xã Phú Lộc; 26161 Xã Phú Thanh; 26164 Xã Trà Cổ'],
  ['26119', 'Xã Đak Lua', '26119 Xã Dak Lua'],
  ['26122', 'Xã Nam Cát Tiên', '26122 Xã Nam Cát Tiên; 26125 Xã Phú An'],
  ['26134', 'Xã Tà Lài', '26131 Xã Tà Lài; 26134 Xã Phú Lập; 26140 Xã Phú Thịnh'],
  ['26158', 'Xã Phú Lâm', '26143 Xã Thanh Sơn; 26146 Xã Phú Sơn; 26155 Xã Phú Lâm; 26158 Xã Phú Bình'],
  ['26170', 'Xã Trị An', '26170 Thị trấn Vĩnh An; 26176 Xã Trị An; 26200 Xã Mã Đà'],
  ['26173', 'Xã Phú Lý', '26173 Xã Phú Lý'],
  ['26179', 'Xã Tân An', '26179 Xã Tân An; 26182 Xã Vĩnh Tân'],
  ['26188', 'Phường Tân Triều', '25996 Phường Tân Phong; 26185 Xã Bình Lợi; 26188 Xã Thạnh Phú; 26194 Xã Tân Bình'],
  ['26206', 'Xã Định Quán', '26206 Thị trấn Định Quán; 26224 Xã Ngọc Định; 26230 Xã Gia Canh; 26233 Xã Phú Ngọc'],
  ['26209', 'Xã Thanh Sơn', '26209 Xã Thanh Sơn'],
  ['26215', 'Xã Phú Vinh', '26212 Xã Phú Tân; 26215 Xã Phú Vinh'],
  ['26221', 'Xã Phú Hòa', '26167 Xã Phú Điền; 26218 Xã Phú Lợi; 26221 Xã Phú Hòa'],
  ['26227', 'Xã La Ngà', '26227 Xã La Ngà; 26239 Xã Túc Trưng'],
  ['26248', 'Xã Trảng Bom', '26248 Thị trấn Trảng Bom; 26263 Xã Sông Trầu; 26290 Xã Quảng Tiến; 26293 Xã Giang Điền'],
  ['26254', 'Xã Bàu Hàm', '26251 Xã Thanh Bình; 26254 Xã Cây Gáo; 26257 Xã Bàu Hàm; 26260 Xã Sông Thao'],
  ['26278', 'Xã Bình Minh', '26269 Xã Bắc Sơn; 26278 Xã Bình Minh'],
  ['26281', 'Xã Hưng Thịnh', '26266 Xã Đông Hoà; 26275 Xã Tây Hoà; 26281 Xã Trung Hoà; 26287 Xã Hưng Thịnh'],
  ['26296', 'Xã An Viễn', '26284 Xã Đồi 61; 26296 Xã An Viễn'],
  ['26299', 'Xã Thống Nhất', '26236 Xã Phú Cường; 26242 Xã Phú Túc; 26299 Xã Gia Tân 1; 26302 Xã Gia Tân 2'],
  ['26311', 'Xã Gia Kiệm', '26305 Xã Gia Tân 3; 26308 Xã Gia Kiệm; 26311 Xã Quang Trung'],
  ['26326', 'Xã Dầu Giây', '26314 Xã Bàu Hàm 2; 26317 Xã Hưng Lộc; 26320 Xã Lộ 25; 26326 Thị trấn Dầu Giây'],
  ['26332', 'Xã Xuân Quế', '26329 Xã Sông Nhạn; 26332 Xã Xuân Quế'],
  ['26341', 'Xã Cẩm Mỹ', '26335 Xã Nhân Nghĩa; 26341 Thị trấn Long Giao; 26344 Xã Xuân Mỹ; 26350 Xã Bảo Bình'],
  ['26347', 'Xã Xuân Đường', '26338 Xã Xuân Đường; 26347 Xã Thừa Đức; 26401 Xã Cẩm Đường'],
  ['26359', 'Xã Xuân Đông', '26356 Xã Xuân Tây; 26359 Xã Xuân Đông; 26449 Xã Xuân Tâm (part)'],
  ['26362', 'Xã Sông Ray', '26362 Xã Sông Ray; 26365 Xã Lâm San'],
  ['26368', 'Xã Long Thành', '26368 Thị trấn Long Thành; 26392 Xã Lộc An; 26395 Xã Bình Sơn; 26404 Xã Long An'],
  ['26374', 'Phường Tam Phước', '26374 Phường Tam Phước'],
  ['26377', 'Phường Phước Tân', '26377 Phường Phước Tân'],
  ['26380', 'Phường Long Hưng', '26056 Phường Long Bình Tân; 26371 Phường An Hòa; 26380 Xã Long Hưng'],
  ['26383', 'Xã An Phước', '26383 Xã An Phước; 26398 Xã Tam An'],
  ['26389', 'Xã Bình An', '26386 Xã Bình An; 26389 Xã Long Đức'],
  ['26413', 'Xã Long Phước', '26410 Xã Bàu Cạn; 26413 Xã Long Phước'],
  ['26422', 'Xã Phước Thái', '26416 Xã Phước Bình; 26419 Xã Tân Hiệp; 26422 Xã Phước Thái'],
  ['26425', 'Xã Xuân Lộc', '26425 Thị trấn Gia Ray; 26437 Xã Xuân Thọ; 26440 Xã Xuân Trường; 26452 Xã Suối Cát; 26455 Xã Xuân Hiệp'],
  ['26428', 'Xã Xuân Bắc', '26245 Xã Suối Nho; 26428 Xã Xuân Bắc'],
  ['26434', 'Xã Xuân Thành', '26431 Xã Suối Cao; 26434 Xã Xuân Thành'],
  ['26446', 'Xã Xuân Hòa', '26443 Xã Xuân Hòa; 26446 Xã Xuân Hưng; 26449 Xã Xuân Tâm (part)'],
  ['26458', 'Xã Xuân Phú', '26458 Xã Xuân Phú; 26467 Xã Lang Minh'],
  ['26461', 'Xã Xuân Định', '26353 Xã Xuân Bảo; 26461 Xã Xuân Định; 26464 Xã Bảo Hoà'],
  ['26485', 'Xã Nhơn Trạch', '26470 Xã Phước Thiền; 26473 Xã Long Tân; 26479 Thị trấn Hiệp Phước; 26485 Xã Phú Hội; 26488 Xã Phú Thạnh'],
  ['26491', 'Xã Đại Phước', '26476 Xã Đại Phước; 26482 Xã Phú Hữu; 26491 Xã Phú Đông; 26500 Xã Phước Khánh'],
  ['26503', 'Xã Phước An', '26494 Xã Long Thọ; 26497 Xã Vĩnh Thanh; 26503 Xã Phước An'],
];

export interface MergedCommune {
  readonly code: string;
  readonly name: string;
  readonly isPart: boolean;
}

export interface CommuneMerger {
  readonly code: string;
  readonly name: string;
  readonly from: readonly MergedCommune[];
}

export const communeMergers2025: readonly CommuneMerger[] = rows.map(([code, name, from]) => ({
  code,
  name,
  from: from.split('; ').map((text) => {
    const [, old = '', oldName = '', part] = /^(\d+) (.+?)( \(part\))?$/.exec(text) ?? [];
    return { code: old, name: oldName, isPart: part !== undefined };
  }),
}));
