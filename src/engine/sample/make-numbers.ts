// How are sample numbers made that carry a valid check digit and yet are plainly synthetic?

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Completes 17 characters to a unified social credit code (GB 32100-2015; domain.md 3.4). */
export function makeUscc(first17: string): string {
  if (first17.length !== 17) throw new RangeError(`USCC body needs 17 characters: ${first17}`);
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = USCC_ALPHABET.indexOf(first17[i] as string);
    if (value < 0) throw new RangeError(`Not in the USCC alphabet: ${first17[i]}`);
    sum += value * (USCC_WEIGHTS[i] as number);
  }
  return first17 + USCC_ALPHABET[(31 - (sum % 31)) % 31];
}

/** A UPS number under the carrier's own documentation shipper 999AA1 (domain.md 3.3). */
export function makeUps(serial: number, service = '03'): string {
  const body = `999AA1${service}${String(serial).padStart(7, '0')}`;
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    const value = code >= 65 ? (code - 63) % 10 : code - 48;
    sum += i % 2 === 1 ? value * 2 : value;
  }
  return `1Z${body}${(10 - (sum % 10)) % 10}`;
}

/** The mod-10 check digit with weights 3, 1 from the right (GTIN, USPS IMpb). */
export function makeMod10CheckDigit(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

/** A 22-digit USPS number with a mailer id of zeros. */
export function makeUsps(serial: number): string {
  const body = `94001000000000${String(serial).padStart(7, '0')}`;
  return body + makeMod10CheckDigit(body);
}

/** A postal item number by UPU S10: weights 8 6 4 2 3 5 9 7. */
export function makeS10(prefix: string, serial: number, country: string): string {
  const digits = String(90000000 + serial);
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const rest = 11 - (sum % 11);
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return `${prefix}${digits}${check}${country}`;
}

/** A container number by ISO 6346 with an invented owner code. */
export function makeContainerNumber(owner: string, serial: number): string {
  const body = `${owner}U${String(serial).padStart(6, '0')}`;
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    let value = code - 48;
    if (code >= 65) {
      value = code - 55;
      // Values skip the multiples of eleven: A is 10, B is 12, L is 23, V is 34.
      if (value >= 11) value += 1;
      if (value >= 22) value += 1;
      if (value >= 33) value += 1;
    }
    sum += value * 2 ** i;
  }
  return body + String((sum % 11) % 10);
}

/** A fully digital fapiao number: year, province 44, channel 2, fifteen digits that start with zeros. */
export function makeFapiaoNumber(isoDate: string, province: string, serial: number): string {
  return `${isoDate.slice(2, 4)}${province}2${String(serial).padStart(15, '0')}`;
}

/** YunExpress: YT and sixteen digits, no check digit. */
export function makeYunExpress(serial: number): string {
  return `YT26${String(serial).padStart(14, '0')}`;
}

/** 4PX: 4PX, thirteen digits, CN; no check digit. */
export function makeFourPx(serial: number): string {
  return `4PX3${String(serial).padStart(12, '0')}CN`;
}
