// Which roles can a date, an amount or a party have, in the order in which they are offered to a person?
import type { AmountRole, DateRole, PartyRole } from './inspection.ts';

export const DATE_ROLES = [
  'issue',
  'order',
  'ship',
  'delivered',
  'received',
  'signed',
  'due',
  'deadline',
  'valid_from',
  'valid_to',
  'period_start',
  'period_end',
  'sent',
  'taken',
  'printed',
  'birth',
  'other',
] as const satisfies readonly DateRole[];

export const AMOUNT_ROLES = [
  'total',
  'net',
  'tax',
  'shipping',
  'discount',
  'refund',
  'claim',
  'unit',
  'other',
] as const satisfies readonly AmountRole[];

export const PARTY_ROLES = [
  'seller',
  'buyer',
  'issuer',
  'shipper',
  'consignee',
  'carrier',
  'signer',
  'grantor',
  'grantee',
  'applicant',
  'sender',
  'recipient',
] as const satisfies readonly PartyRole[];
