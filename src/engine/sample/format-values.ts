// How do sample documents write dates and amounts of money?

const DAY_MS = 86_400_000;

/** Adds days to an ISO date. */
export function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 2026年07月25日 */
export function writeChineseDate(isoDate: string): string {
  return `${isoDate.slice(0, 4)}年${isoDate.slice(5, 7)}月${isoDate.slice(8, 10)}日`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** July 25, 2026 */
export function writeLongDate(isoDate: string): string {
  return `${LONG_MONTHS[Number(isoDate.slice(5, 7)) - 1]} ${Number(isoDate.slice(8, 10))}, ${isoDate.slice(0, 4)}`;
}

/** 25 Jul 2026 */
export function writeDayMonthYear(isoDate: string): string {
  return `${isoDate.slice(8, 10)} ${MONTHS[Number(isoDate.slice(5, 7)) - 1]} ${isoDate.slice(0, 4)}`;
}

/** 07/25/2026 */
export function writeUsDate(isoDate: string): string {
  return `${isoDate.slice(5, 7)}/${isoDate.slice(8, 10)}/${isoDate.slice(0, 4)}`;
}

/** Sat, 25 Jul 2026 09:12:00 +0800 as in an RFC 5322 Date header. */
export function writeMailDate(isoDate: string, time: string, zone: string): string {
  const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][
    new Date(`${isoDate}T00:00:00Z`).getUTCDay()
  ];
  return `${weekday}, ${Number(isoDate.slice(8, 10))} ${MONTHS[Number(isoDate.slice(5, 7)) - 1]} ${isoDate.slice(0, 4)} ${time} ${zone}`;
}

/** 20260725 */
export function writeCompactDate(isoDate: string): string {
  return isoDate.replaceAll('-', '');
}

/** Cents as 12,345.60 */
export function writeMoney(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const absolute = Math.abs(cents);
  const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${String(absolute % 100).padStart(2, '0')}`;
}

/** Cents as 12345.60 */
export function writePlainMoney(cents: number): string {
  return writeMoney(cents).replaceAll(',', '');
}

const CAPITALS = '零壹贰叁肆伍陆柒捌玖';
const GROUP_UNITS = ['', '万', '亿'];

/** Cents as 壹万贰仟叁佰肆拾伍圆陆角整, the form on a fapiao. */
export function writeMoneyInCapitals(cents: number): string {
  let whole = Math.floor(cents / 100);
  const jiao = Math.floor(cents / 10) % 10;
  const fen = cents % 10;
  let text = '';
  let group = 0;
  while (whole > 0) {
    const part = whole % 10_000;
    const written = writeFourDigits(part);
    if (part > 0) text = written + GROUP_UNITS[group] + text;
    whole = Math.floor(whole / 10_000);
    // A group below 1000 is announced by a zero when something stands before it.
    if (whole > 0 && part > 0 && part < 1000) text = `零${text}`;
    group++;
  }
  if (text === '') text = '零';
  text += '圆';
  if (jiao === 0 && fen === 0) return `${text}整`;
  text += jiao > 0 ? `${CAPITALS[jiao]}角` : '零';
  return fen > 0 ? `${text}${CAPITALS[fen]}分` : `${text}整`;
}

function writeFourDigits(value: number): string {
  const units = ['', '拾', '佰', '仟'];
  let text = '';
  let pendingZero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      pendingZero = text !== '';
      continue;
    }
    if (pendingZero) text += '零';
    pendingZero = false;
    text += `${CAPITALS[digit]}${units[place]}`;
  }
  return text;
}
