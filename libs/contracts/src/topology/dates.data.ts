/** QCVN 102:2016 in force: the first day for which the reference topology has unit codes. */
export const firstDay = '2016-04-01';

/** Two-tier local government: districts end, communes are regrouped, unit codes take the form of QĐ 20/2020. */
export const reform = '2025-07-01';

export const lastDayBeforeReform = '2025-06-30';
