// Is this text a name at all, or a label, a title, a place, a code?

/** Words that stand beside a party on forms and are no party: heads of columns, fields of a label, marks. */
const FIELD_WORDS =
  /^(?:signed(?: for)?(?: by)?|received by|left (?:at|with)|delivered (?:to|on)|applicant|consignee|shipper|sender|receiver|recipient|from|to|ship (?:from|to)|name|company|address|phone|tel|fax|e-?mail|date|signature|true|false|yes|no|none|null|n\/a|tbd|unknown|status|location|description|quantity|total|amount|currency)$/i;

/** What a Chinese form calls its fields, whatever stands before: 付款人账号, 开户银行, 签收时间. */
const ZH_FIELDS =
  /(?:[账帐]号|户名|开户行|开户银行|地址|电话|日期|时间|编号|号码|金额|税号|识别号|名称|信息|签名|签字|盖章|备注|摘要|用途|币种|查询|截图|明细)$/;

/** What a page calls itself. Such a line is not the name of whoever made it. */
const TITLES =
  /^(?:(?:ups|usps|fedex|dhl|4px|yanwen|yunexpress|ems|china post|royal mail|evri|dpd|gls|hermes|amazon) )?(?:tracking(?: (?:history|details|results|information|number))?|shipment (?:details|history)|proof of delivery|delivery (?:confirmation|details)|plan of action|root cause|corrective actions?|preventive (?:actions?|measures?)|order details|account health)(?: [\u4e00-\u9fff]+)?$|(?:物流|轨迹|签收证明|妥投证明|缴费通知|交易明细|对账单|报价单|送货单|申诉信|行动计划|根本原因|纠正措施|预防措施)/i;

/** "RENO NV 89501", "DENVER, CO": a place, not a person. */
const US_PLACE =
  /^[A-Z][A-Za-z .'-]{1,30},? (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?: \d{5}(?:-\d{4})?)?$/;

/** False for what cannot be a person's or company's name. */
export function isPartyName(name: string): boolean {
  const plain = name.trim();
  if (FIELD_WORDS.test(plain) || ZH_FIELDS.test(plain) || TITLES.test(plain)) return false;
  // Country and language codes, and single words of a switch.
  if (/^[A-Z]{1,3}$/.test(plain) && !/^(?:UPS|DHL|SGS|TNT|DPD|GLS|EMS|IBM|BSI|TÜV|3M)$/.test(plain)) return false;
  // The end of a name whose beginning stood on the line before.
  if (/^(?:co|ltd|limited|inc|llc|corp|gmbh)\b\.?[ ,.()a-z]*$/i.test(plain)) return false;
  return true;
}

/** True for a town with its state: fit for whom a parcel went to, for nobody else. */
export function isPlace(name: string): boolean {
  return US_PLACE.test(name.trim());
}

/** Takes off what forms print around a name: a second label in the other language, the title behind it, the next field. */
export function trimFormWords(name: string): string {
  return name
    .replace(/^[A-Za-z][A-Za-z /.]{1,24}[:：]\s*(?=\p{Script=Han})/u, '')
    .replace(/^[\p{Script=Han}]{2,8}[:：]\s*(?=[A-Za-z])/u, '')
    .replace(/(?<=(?:公司|厂|商行|经营部|中心|集团))\s+(?:购买方|销售方|采购方|供货方|甲方|乙方|买方|卖方|付款|收款|[\p{Script=Han}]{0,8}(?:通知单|对账单|清单|发票|合同|证明|报告)).*$/u, '')
    .trim();
}
