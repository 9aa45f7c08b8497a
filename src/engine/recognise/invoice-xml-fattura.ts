// Where does an Italian FatturaPA keep its fields?
import type { InvoiceFields } from './invoice-fields.ts';
import { isNode, listAt, textAt, type XmlNode } from './xml-fields.ts';

/** FatturaPA TipoDocumento of credit notes. */
const CREDIT_NOTES = new Set(['TD04', 'TD08']);

/** Null when `tree` is no FatturaPA. A file with several bodies is a batch; the first invoice is read. */
export function readFatturaPa(tree: XmlNode): InvoiceFields | null {
  const root = tree['FatturaElettronica'] ?? tree['FatturaElettronicaSemplificata'];
  if (!isNode(root)) return null;
  const header = listAt(root, 'FatturaElettronicaHeader')[0];
  const body = listAt(root, 'FatturaElettronicaBody')[0];
  const general = listAt(body, 'DatiGenerali/DatiGeneraliDocumento')[0];
  const currency = textAt(general, 'Divisa');
  const type = textAt(general, 'TipoDocumento') ?? '';
  const net = sumAt(body, 'DatiBeniServizi/DatiRiepilogo/ImponibileImporto');
  const tax = sumAt(body, 'DatiBeniServizi/DatiRiepilogo/Imposta');
  return {
    format: 'FatturaPA',
    identifiers: [
      { type: 'invoice_no', value: textAt(general, 'Numero'), field: 'Numero' },
      {
        type: 'po_no',
        value: textAt(body, 'DatiGenerali/DatiOrdineAcquisto/IdDocumento'),
        field: 'DatiOrdineAcquisto',
      },
      {
        type: 'contract_no',
        value: textAt(body, 'DatiGenerali/DatiContratto/IdDocumento'),
        field: 'DatiContratto',
      },
      {
        type: 'vat_no',
        value: readVat(header, 'CedentePrestatore'),
        field: 'CedentePrestatore/IdFiscaleIVA',
      },
      {
        type: 'vat_no',
        value: readVat(header, 'CessionarioCommittente'),
        field: 'CessionarioCommittente/IdFiscaleIVA',
      },
      { type: 'bank_account', value: textAt(body, 'DatiPagamento/DettaglioPagamento/IBAN'), field: 'IBAN' },
    ],
    dates: [
      { role: 'issue', value: textAt(general, 'Data'), field: 'Data' },
      {
        role: 'due',
        value: textAt(body, 'DatiPagamento/DettaglioPagamento/DataScadenzaPagamento'),
        field: 'DataScadenzaPagamento',
      },
    ],
    amounts: [
      {
        role: 'total',
        value: textAt(general, 'ImportoTotaleDocumento') ?? addDecimals(net, tax),
        field: 'ImportoTotaleDocumento',
      },
      { role: 'net', value: net, field: 'ImponibileImporto' },
      { role: 'tax', value: tax, field: 'Imposta' },
    ],
    parties: [
      { role: 'seller', name: readName(header, 'CedentePrestatore'), field: 'CedentePrestatore' },
      { role: 'buyer', name: readName(header, 'CessionarioCommittente'), field: 'CessionarioCommittente' },
    ],
    ...(currency === undefined ? {} : { currency }),
    ...(CREDIT_NOTES.has(type) ? { typeCode: '381' } : {}),
  };
}

function readName(header: unknown, role: string): string | undefined {
  const registry = `${role}/DatiAnagrafici/Anagrafica`;
  const company = textAt(header, `${registry}/Denominazione`);
  if (company !== undefined) return company;
  const person = [textAt(header, `${registry}/Nome`), textAt(header, `${registry}/Cognome`)].filter(
    (part) => part !== undefined,
  );
  return person.length === 0 ? undefined : person.join(' ');
}

function readVat(header: unknown, role: string): string | undefined {
  const id = `${role}/DatiAnagrafici/IdFiscaleIVA`;
  const code = textAt(header, `${id}/IdCodice`);
  return code === undefined ? undefined : `${textAt(header, `${id}/IdPaese`) ?? ''}${code}`;
}

/** Sum in hundredths, so that binary fractions can't blur the cents; undefined when nothing is stated. */
function sumAt(body: unknown, path: string): string | undefined {
  const values = listAt(body, path).map((value) => textAt({ value }, 'value'));
  if (values.length === 0) return undefined;
  const cents = values.reduce((sum, value) => sum + Math.round(Number(value ?? '0') * 100), 0);
  return Number.isSafeInteger(cents) ? (cents / 100).toFixed(2) : undefined;
}

function addDecimals(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  return ((Math.round(Number(a) * 100) + Math.round(Number(b) * 100)) / 100).toFixed(2);
}
