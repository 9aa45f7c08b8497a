// What are the parts called that a document can lack, and the signs that make a reviewer doubt it, in both languages?
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
  email: { zh: '邮箱', en: 'e-mail' },
  contact: { zh: '联系人及职务', en: 'contact person and title' },
  made_by_editor: { zh: '由编辑软件生成', en: 'made by an editing program' },
  image_edited: { zh: '图片经编辑软件保存', en: 'picture saved by an editing program' },
  changed_after_creation: { zh: '生成后被修改', en: 'changed after it was made' },
  saved_again: { zh: '生成后又另存', en: 'saved again after it was made' },
  sum_differs: { zh: '金额加总不符', en: 'sums do not add up' },
  capitals_differ: { zh: '大小写金额不一致', en: 'figures and words differ' },
  barcode_differs: { zh: '条码与印刷文字不一致', en: 'code and print differ' },
  product: { zh: '产品', en: 'product' },
  regulation: { zh: '引用的法规', en: 'safety rules cited' },
  importer: { zh: '进口商或制造商', en: 'importer or manufacturer' },
  madeAt: { zh: '生产日期和地点', en: 'date and place of manufacture' },
  testedAt: { zh: '测试日期和地点', en: 'date and place of testing' },
  laboratory: { zh: '检测实验室', en: 'laboratory' },
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

/** The same names under the parameters `foundZh` and `foundEn`. */
export function nameParts(parts: readonly string[]): { readonly foundZh: string; readonly foundEn: string } {
  const { missingZh, missingEn } = listMissing(parts);
  return { foundZh: missingZh, foundEn: missingEn };
}
