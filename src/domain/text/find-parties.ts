// Who are the parties of a document: by their labels, by the e-mail header, or by the company line at the top?
import type { FoundParty, PartyRole, RecogniseInput } from '../inspection.ts';
import type { TextLine } from './document-text.ts';
import { readLines, splitLineCells } from './document-text.ts';
import { toUpperAscii } from './normalise.ts';
import {
  COMPANY_ENDINGS,
  COMPANY_WORDS,
  DEFINED_PARTIES,
  GRANTS,
  HONORIFIC,
  PARTY_LABELS,
} from './party-labels.ts';
import { cleanName, isFieldWord, isPartyName } from './party-names.ts';

const MAX_LINES = 400;

/** Parties with their roles, surest first; names as printed, one line. */
export function findParties(input: RecogniseInput): FoundParty[] {
  const found: FoundParty[] = [...emailParties(input)];
  const lines = readLines(input.pages).slice(0, MAX_LINES);
  const hasClerks = lines.some((line) => /开票人|复核/.test(line.text));
  for (const line of lines) {
    // A fapiao's 收款人 is the clerk at the till, not the company that is paid.
    found.push(...labelledParties(lines, line).filter((party) => !hasClerks || !isClerk(party)));
  }
  found.push(...fapiaoParties(lines));
  found.push(...addressees(lines, found), ...definedParties(lines), ...grantees(lines, found));
  const issuer = issuerLine(lines, found);
  if (issuer !== undefined) found.push(issuer);
  const addressed = addressBlock(lines, found, issuer);
  if (addressed !== undefined) found.push(addressed);
  return dropDuplicates(found.filter((party) => isPartyName(party.name, party.role)));
}

function emailParties(input: RecogniseInput): FoundParty[] {
  const email = input.properties.email;
  if (email === undefined) return [];
  const reason = { code: 'partyEmailHeader' };
  const parties: FoundParty[] = [];
  if (email.from !== undefined)
    parties.push({ role: 'sender', name: email.from.trim(), confidence: 0.98, reason });
  for (const to of (email.to ?? []).slice(0, 5))
    parties.push({ role: 'recipient', name: to.trim(), confidence: 0.95, reason });
  return parties;
}

function labelledParties(lines: readonly TextLine[], line: TextLine): FoundParty[] {
  const found: FoundParty[] = [];
  const cells = splitLineCells(line.text);
  for (const [cellIndex, cell] of cells.entries()) {
    const upper = toUpperAscii(cell.text);
    const label = PARTY_LABELS.find((entry) => entry.pattern.test(upper));
    if (label === undefined) continue;
    const matched = label.pattern.exec(upper)?.groups?.rest ?? '';
    // "签收人 Signed by": the label in the other language, and the name elsewhere.
    const rest = isFieldWord(matched) ? '' : matched;
    const ownRest = cell.text.slice(cell.text.length - rest.length);
    const inCell = cleanName(ownRest);
    const name = inCell ?? (rest.trim() === '' ? nextCell(lines, line, cells, cellIndex) : undefined);
    if (name === undefined) continue;
    const labelText = cell.text
      .slice(0, cell.text.length - rest.length)
      .replace(/[:;\s]+$/, '')
      .slice(0, 40);
    found.push({
      role: label.role,
      name,
      page: line.page,
      confidence: inCell === undefined ? label.confidence - 0.1 : label.confidence,
      reason: { code: 'partyLabelled', params: { label: labelText } },
    });
  }
  return found;
}

function isClerk(party: FoundParty): boolean {
  return /^收款人/.test(String(party.reason.params?.['label'])) && !/公司|厂|行|店|中心/.test(party.name);
}

/** A label alone in its cell: the name is the cell to the right, or the cell of the same column below. */
function nextCell(
  lines: readonly TextLine[],
  line: TextLine,
  cells: readonly { readonly text: string }[],
  cellIndex: number,
): string | undefined {
  const right = cells[cellIndex + 1];
  if (right !== undefined && !isLabel(right.text)) {
    const name = cleanName(right.text);
    // "付款人户名  A  收款人户名  B": label and name by turns.
    const after = cells[cellIndex + 2];
    if (name !== undefined && (cells.length === 2 || after === undefined || isLabel(after.text))) return name;
  }
  const column = cellIndex;
  for (let step = 1; step <= 5; step++) {
    const below = lines[line.index + step];
    if (below === undefined || below.page !== line.page) return undefined;
    const belowCells = splitLineCells(below.text);
    const cell =
      belowCells.length === cells.length
        ? belowCells[column]
        : belowCells[Math.min(column, belowCells.length - 1)];
    if (cell === undefined || (step === 1 && isLabel(cell.text) && !isKeyValue(cell.text))) return undefined;
    const named = /^(?:NAME|FIRMA|COMPANY|名称|公司) ?: ?(?<name>.+)$/i.exec(cell.text)?.groups?.name;
    if (named !== undefined) return cleanName(named);
    if (!isKeyValue(cell.text)) return cleanName(cell.text);
  }
  return undefined;
}

/** "Number: 549910", "VAT: DE…": details between a label and its name. */
function isKeyValue(text: string): boolean {
  return /^[^:]{2,30}: ?.*\d/.test(text) || /^(?:NAME|FIRMA|COMPANY|名称|公司) ?:/i.test(text);
}

function isLabel(text: string): boolean {
  const upper = toUpperAscii(text);
  return PARTY_LABELS.some((label) => label.pattern.test(upper)) || /[:：]$/.test(text);
}

/** 数电票 and VAT fapiao write 名称 twice: buyer first, seller second. */
function fapiaoParties(lines: readonly TextLine[]): FoundParty[] {
  const isFapiao =
    lines.some((line) => line.text.includes('发票')) &&
    lines.some((line) => /购买方|购买|销售方|开票日期/.test(line.text));
  if (!isFapiao) return [];
  const names: { readonly name: string; readonly page: number }[] = [];
  for (const line of lines) {
    for (const match of line.text.matchAll(
      /名称 ?[:：] ?(?<name>[^:：]{2,60}?)(?=(?: {2}| ?[购销](?: |$)|名称|销$|售$|方$|密$|$))/g,
    )) {
      const name = cleanName(match.groups?.name ?? '');
      if (name !== undefined) names.push({ name, page: line.page });
    }
    // One field to a line: the name stands below its label.
    const below = /^名称 ?[:：]?$/.test(line.text) ? lines[line.index + 1] : undefined;
    if (below !== undefined && !/[:：]|代码|识别号/.test(below.text)) {
      const name = cleanName(below.text);
      if (name !== undefined) names.push({ name, page: below.page });
    }
  }
  if (names.length === 0) {
    // Text layers that hold the values without their labels: the buyer's company stands above the seller's.
    for (const line of lines) {
      if (/^[^\d:]{4,40}(?:公司|厂|商行|经营部|中心)$/.test(line.text))
        names.push({ name: line.text, page: line.page });
    }
    if (names.length < 2) return [];
  }
  const roles: readonly PartyRole[] = ['buyer', 'seller'];
  return names.slice(0, 2).map((entry, index) => ({
    role: roles[index] ?? 'seller',
    name: entry.name,
    page: entry.page,
    confidence: 0.88,
    reason: { code: 'partyLabelled', params: { label: '名称' } },
  }));
}

/** The seller where one is labelled; else the first company-looking line near the top, else the first wordy line. */
function issuerLine(lines: readonly TextLine[], found: readonly FoundParty[]): FoundParty | undefined {
  if (found.some((party) => party.role === 'issuer' && isPartyName(party.name, 'issuer'))) return undefined;
  const seller = found.find((party) => party.role === 'seller');
  if (seller !== undefined)
    return { ...seller, role: 'issuer', confidence: Math.round((seller.confidence - 0.05) * 100) / 100 };
  if (found.some((party) => party.role === 'sender')) return undefined;
  const top = lines.filter((line) => line.page === lines[0]?.page).slice(0, 25);
  const others = new Set(found.filter((party) => party.role !== 'sender').map((party) => party.name));
  for (const line of top) {
    for (const cell of splitLineCells(line.text)) {
      if (!looksLikeCompany(cell.text)) continue;
      const name = cleanName(cell.text);
      if (name === undefined || others.has(name) || isLabel(name) || !isPartyName(name, 'issuer')) continue;
      const isFirst = line.index < 8;
      return {
        role: 'issuer',
        name,
        page: line.page,
        confidence: isFirst ? 0.75 : 0.55,
        reason: { code: 'partyCompanyLine' },
      };
    }
  }
  return firstWordyLine(top.slice(0, 3));
}

const TITLE_WORDS =
  /INVOICE|RECEIPT|STATEMENT|RECHNUNG|FACTURE|FATTURA|FACTURA|FACTUUR|FAKTURA|WELCOME|THANK|PAGE|SEITE|COPY|ORIGINAL|DATE|REPORT|CERTIFICATE|PACKING|ORDER|发票|收据|合同|报告|证书|清单|单$|书$|表$/;

function isSentence(text: string): boolean {
  return /[.!?。！？]$/.test(text) && text.split(/\s+/).length >= 4;
}

/** Shops without a company ending print their name first. */
function firstWordyLine(top: readonly TextLine[]): FoundParty | undefined {
  for (const line of top) {
    const cell = splitLineCells(line.text)[0];
    if (
      cell === undefined ||
      TITLE_WORDS.test(line.upper) ||
      line.text.length > 40 ||
      /\d{3}|[:@]/.test(cell.text)
    )
      continue;
    const name = cleanName(cell.text);
    // What begins with its title has no shop's name above it; what follows is text.
    if (name !== undefined && !isPartyName(name, 'issuer')) return undefined;
    if (name === undefined || isSentence(name)) continue;
    if (name.replace(/[^\p{L}]/gu, '').length >= name.length * 0.6) {
      return { role: 'issuer', name, page: line.page, confidence: 0.45, reason: { code: 'partyFirstLine' } };
    }
  }
  return undefined;
}

/** "御中" and "様" follow the name of the one who is written to. */
function addressees(lines: readonly TextLine[], found: readonly FoundParty[]): FoundParty[] {
  if (found.some((party) => party.role === 'buyer')) return [];
  for (const line of lines.slice(0, 40)) {
    for (const cell of splitLineCells(line.text)) {
      const name = cleanName(HONORIFIC.exec(cell.text)?.groups?.name ?? '');
      if (name === undefined) continue;
      const reason = { code: 'partyHonorific' };
      return [{ role: 'buyer', name, page: line.page, confidence: 0.85, reason }];
    }
  }
  return [];
}

/** Names that a contract defines: "Lumen Works Ltd, a company … (“the Supplier”)". */
function definedParties(lines: readonly TextLine[]): FoundParty[] {
  const found: FoundParty[] = [];
  for (const line of lines.slice(0, 60)) {
    if (!/["“„«(']/.test(line.text)) continue;
    const quoted =
      /["“„«'(]\s?(?:THE |DER |DIE |LE |LA |L'|EL |IL )?(?<word>[A-ZÄÖÜÉ]{5,20})\s?["”“»')]/.exec(line.upper);
    const word = quoted?.groups?.word;
    if (word === undefined || quoted === null) continue;
    const role = DEFINED_PARTIES.find((entry) => new RegExp(`^${entry.word.source}$`).test(word))?.role;
    const before = line.text
      .slice(0, quoted.index)
      .replace(
        /^(?:\(?\d{1,2}[).]|\([a-z]\)|between|and|zwischen|und|entre|et|e|y|de una parte|de otra parte|d'une part|d'autre part|da una parte|dall'altra|einerseits|andererseits)[:,\s]+/i,
        '',
      )
      .split(/[(–]|, (?=[a-z])| - | with |, mit |, dont |, con /)[0];
    const name = cleanName(before ?? '');
    if (role === undefined || name === undefined) continue;
    found.push({
      role,
      name,
      page: line.page,
      confidence: 0.82,
      reason: { code: 'partyLabelled', params: { label: word } },
    });
  }
  return found;
}

/** Cheap to look for before the sentences are. */
const GRANT_WORDS =
  /AUTHORI|CONFIRM|CERTIF|PERMIT|APPOINT|BEST[ÄA]TIG|AUTORIS|AUTORIZ|BERECHT|ATTEST|授权|授予|兹证明/;

/** The one whom a letter of authorisation lets sell. */
function grantees(lines: readonly TextLine[], found: readonly FoundParty[]): FoundParty[] {
  if (found.some((party) => party.role === 'grantee')) return [];
  for (const line of lines.slice(0, 60)) {
    if (!GRANT_WORDS.test(line.upper)) continue;
    for (const pattern of GRANTS) {
      const name = cleanName(pattern.exec(line.text)?.groups?.name ?? '');
      if (name === undefined || !(COMPANY_WORDS.test(toUpperAscii(name)) || COMPANY_ENDINGS.test(name)))
        continue;
      return [{ role: 'grantee', name, page: line.page, confidence: 0.75, reason: { code: 'partyGranted' } }];
    }
  }
  return [];
}

const POSTCODE =
  /(?<!\d)(?:[A-Z]{1,2}-)?\d{4,6}(?!\d) ?[\p{L}]|[\p{L}]{2,},? (?:[A-Z]{2} )?\d{5}(?!\d)|(?<![A-Z0-9])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![A-Z])/u;

/** Letters without labels: the second company of the page's head, with an address below it, is the one who pays. */
function addressBlock(
  lines: readonly TextLine[],
  found: readonly FoundParty[],
  issuer: FoundParty | undefined,
): FoundParty | undefined {
  if (issuer === undefined || issuer.confidence < 0.7) return undefined;
  if (found.some((party) => party.role === 'buyer' || party.role === 'recipient' || party.role === 'sender'))
    return undefined;
  const top = lines.filter((line) => line.page === lines[0]?.page).slice(0, 20);
  for (const [index, line] of top.entries()) {
    for (const cell of splitLineCells(line.text)) {
      const name = looksLikeCompany(cell.text) ? cleanName(cell.text) : undefined;
      if (name === undefined || name === issuer.name || isLabel(name) || name.includes(issuer.name)) continue;
      const below = top.slice(index + 1, index + 5).some((next) => POSTCODE.test(next.text));
      if (!below || found.some((party) => party.name === name)) continue;
      return {
        role: 'buyer',
        name,
        page: line.page,
        confidence: 0.55,
        reason: { code: 'partyAddressBlock' },
      };
    }
  }
  return undefined;
}

/** A company ending, no money, no units, no sentence. */
function looksLikeCompany(text: string): boolean {
  // "Consignatario: …", "Importer: …" are somebody else; "。" ends a sentence.
  const isOther = /^[^:]{2,40}: ?\S/.test(text) && !/^(?:名称|户名|NAME|FIRMA|COMPANY|公司) ?:/i.test(text);
  if (isOther || /[。；，]/.test(text) || HONORIFIC.test(text)) return false;
  if (text.length > 90 || /^\d|\d[.,]\d{2}(?!\d)|[$€£]/.test(text)) return false;
  return COMPANY_WORDS.test(toUpperAscii(text)) || COMPANY_ENDINGS.test(text);
}

function dropDuplicates(found: readonly FoundParty[]): FoundParty[] {
  const byKey = new Map<string, FoundParty>();
  for (const party of found) {
    const key = `${party.role}:${party.name}`;
    const known = byKey.get(key);
    if (known === undefined || party.confidence > known.confidence) byKey.set(key, party);
  }
  return [...byKey.values()].sort((a, b) => b.confidence - a.confidence);
}
