// Does the check digit of a number fit? One pure function per published algorithm.

const ALPHABET_36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - 48;
}

/**
 * Mod 10 with multipliers for even and odd 0-based positions; letters count as (ASCII − 3) mod 10.
 * Used by UPS, FedEx Ground, USPS, Canada Post and OnTrac with different multipliers (tracking_number_data).
 */
export function checkMod10(
  serial: string,
  checkDigit: string,
  evensMultiplier: number,
  oddsMultiplier: number,
  fromRight = false,
): boolean {
  let total = 0;
  for (let i = 0; i < serial.length; i++) {
    const code = serial.charCodeAt(fromRight ? serial.length - 1 - i : i);
    const value = code >= 48 && code <= 57 ? code - 48 : (code - 3) % 10;
    total += value * (i % 2 === 0 ? evensMultiplier : oddsMultiplier);
  }
  return (10 - (total % 10)) % 10 === digitAt(checkDigit, 0);
}

/** Mod 7 of the serial as an integer (DHL Express, air waybills, Japanese parcels). */
export function checkMod7(serial: string, checkDigit: string): boolean {
  let remainder = 0;
  for (let i = 0; i < serial.length; i++) remainder = (remainder * 10 + digitAt(serial, i)) % 7;
  return remainder === digitAt(checkDigit, 0);
}

/** UPU S10: weights 8 6 4 2 3 5 9 7, c = 11 − Σ mod 11, 10 → 0, 11 → 5. */
export function checkS10(serial: string, checkDigit: string): boolean {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  let total = 0;
  for (let i = 0; i < 8; i++) total += digitAt(serial, i) * (weights[i] ?? 0);
  const rest = 11 - (total % 11);
  const expected = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return expected === digitAt(checkDigit, 0);
}

/** Σ digit × weight, mod `modulo1`, mod `modulo2` (FedEx Express). */
export function checkWeightedModulo(
  serial: string,
  checkDigit: string,
  weights: readonly number[],
  modulo1: number,
  modulo2: number,
): boolean {
  let total = 0;
  for (let i = 0; i < serial.length; i++) total += digitAt(serial, i) * (weights[i] ?? 0);
  return (total % modulo1) % modulo2 === digitAt(checkDigit, 0);
}

/** Luhn over the serial and its check digit (bank cards, Old Dominion, Purolator). */
export function checkLuhn(serial: string, checkDigit: string): boolean {
  let total = 0;
  for (let i = 0; i < serial.length; i++) {
    let value = digitAt(serial, serial.length - 1 - i);
    if (i % 2 === 0) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    total += value;
  }
  return (10 - (total % 10)) % 10 === digitAt(checkDigit, 0);
}

/** ISO 7064 mod 37,36 (DPD). */
export function checkMod3736(serial: string, checkCharacter: string): boolean {
  let product = 36;
  for (const character of serial) {
    let sum = (product + ALPHABET_36.indexOf(character)) % 36;
    if (sum === 0) sum = 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET_36[(37 - product) % 36] === checkCharacter;
}

/** GS1 mod 10 over a whole UPC, EAN or GTIN: weights 3,1,3,1… from the right without the check digit. */
export function checkGtin(digits: string): boolean {
  return checkMod10(digits.slice(0, -1), digits.slice(-1), 3, 1, true);
}

/** ISBN-10: Σ (10−i)·dᵢ ≡ 0 mod 11, X = 10. */
export function checkIsbn10(isbn: string): boolean {
  let total = 0;
  for (let i = 0; i < 10; i++) total += (isbn[i] === 'X' ? 10 : digitAt(isbn, i)) * (10 - i);
  return total % 11 === 0;
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100-2015, unified social credit code. */
export function checkUscc(code: string): boolean {
  let total = 0;
  for (let i = 0; i < 17; i++) {
    const value = USCC_ALPHABET.indexOf(code[i] ?? '');
    if (value < 0) return false;
    total += value * (USCC_WEIGHTS[i] ?? 0);
  }
  return USCC_ALPHABET[(31 - (total % 31)) % 31] === code[17];
}

const CN_ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999, citizen identity number: check character and a birth date that exists. */
export function checkCnId(id: string): boolean {
  let total = 0;
  for (let i = 0; i < 17; i++) total += digitAt(id, i) * (CN_ID_WEIGHTS[i] ?? 0);
  return '10X98765432'[total % 11] === id[17] && isBirthDate(id.slice(6, 14));
}

function isBirthDate(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO 6346 freight container: letters from 10 skipping multiples of 11, × 2^i, mod 11 mod 10. */
export function checkContainer(code: string): boolean {
  let total = 0;
  for (let i = 0; i < 10; i++) {
    const character = code.charCodeAt(i);
    let value = character - 48;
    if (character >= 65) {
      value = character - 55;
      value += Math.floor((value - 1) / 10);
    }
    total += value * 2 ** i;
  }
  return (total % 11) % 10 === digitAt(code, 10);
}

/** ISO 13616 IBAN mod 97. */
export function checkIban(iban: string): boolean {
  const rearranged = iban.slice(4) + iban.slice(0, 4);
  let remainder = 0;
  for (const character of rearranged) {
    const value = ALPHABET_36.indexOf(character);
    if (value < 0) return false;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** German VAT id, ISO 7064 mod 11,10 over nine digits. */
export function checkMod1110(digits: string): boolean {
  let product = 10;
  for (let i = 0; i < digits.length - 1; i++) {
    let sum = (digitAt(digits, i) + product) % 10;
    if (sum === 0) sum = 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === digitAt(digits, digits.length - 1);
}

/** Japan's corporate number: 13 digits, the first one 9 minus the weighted sum (1 and 2 from the right) modulo 9. */
export function checkJapaneseCorporation(number: string): boolean {
  if (!/^\d{13}$/.test(number)) return false;
  let total = 0;
  for (let i = 1; i < 13; i++) total += digitAt(number, 13 - i) * (i % 2 === 1 ? 1 : 2);
  return digitAt(number, 0) === 9 - (total % 9);
}
