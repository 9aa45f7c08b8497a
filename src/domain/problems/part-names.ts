// What are the parts called that a document can lack, in both languages?
import type { Bilingual } from './problem-type.ts';

const PART_NAMES: Readonly<Record<string, Bilingual>> = {
  name: { zh: '名称', en: 'name' },
  address: { zh: '地址', en: 'address' },
  phone: { zh: '电话', en: 'phone' },
  website: { zh: '网址', en: 'website' },
  date: { zh: '日期', en: 'date' },
  issuer: { zh: '开票方', en: 'issuer' },
  buyer: { zh: '购买方', en: 'buyer' },
  rootCause: { zh: '根本原因', en: 'root cause' },
  corrective: { zh: '纠正措施', en: 'corrective actions' },
  preventive: { zh: '预防措施', en: 'preventive measures' },
};

/** Parameters `missingZh` and `missingEn` of a reason that lists what is not there. */
export function listMissing(parts: readonly string[]): {
  readonly missingZh: string;
  readonly missingEn: string;
} {
  return {
    missingZh: parts.map((part) => PART_NAMES[part]?.zh ?? part).join('、'),
    missingEn: parts.map((part) => PART_NAMES[part]?.en ?? part).join(', '),
  };
}
