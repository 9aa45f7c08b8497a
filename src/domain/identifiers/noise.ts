// Which digit groups are certainly no identifier, so that no rule may match inside them (domain.md 3.5)?

/** Each removes one family of false positives; on upper-cased masked text. */
export const NOISE_PATTERNS: readonly RegExp[] = [
  // 8: UUIDs and hex hashes.
  /(?<![0-9A-Z])[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}(?![0-9A-Z])/g,
  /(?<![0-9A-Z])(?=[0-9A-F]{0,40}[A-F])(?=[A-F]{0,40}\d)[0-9A-F]{32,128}(?![0-9A-Z])/g,
  // 13: numbers destroyed by Excel.
  /\d(?:[.,]\d+)?E\+\d{1,3}(?!\d)/g,
  // 2, 3: phones next to their label; Chinese mobiles with separators.
  /(?:TEL(?:EPHONE|EFON|EFAX)?|PHONE|MOBILE|CELL|FAX|HOTLINE|FON|HANDY|WHATSAPP|电话|手机|传真|热线|联系方式|座机|電話)[^0-9A-Z\n+(]{0,8}(?:NO\.?[ :]*)?\(?\+?\(?\d[\d ()\-./]{5,20}\d/g,
  /(?<![\dA-Z])\+\d{1,3}[ -]?\(?\d[\d ()-]{5,14}\d(?!\d)/g,
  /(?<![\dA-Z])1[3-9]\d[ -]\d{4}[ -]\d{4}(?!\d)/g,
  /(?<![\dA-Z])[48]00-\d{3,4}-?\d{3,4}(?![\d-])/g,
  // 4: QQ and WeChat.
  /(?:QQ|微信|WECHAT|企鹅)[^0-9A-Z\n]{0,6}\d{5,12}(?!\d)/g,
  // 7: check codes and serials that look like fapiao numbers or long tracking numbers.
  /校验码[^0-9\n]{0,6}\d(?:[ ]?\d){5,19}(?!\d)/g,
  // 1: timestamps.
  /(?<![\dA-Z])(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])[ T]+\d{1,2}:\d{2}(?::\d{2})?/g,
  // "FV/2024/05/12" is a number of its own, not a date after a slash.
  /(?<![\dA-Z]|[A-Z]\/)(?:19|20)\d{2}[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  /(?<![\dA-Z])20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?!\d)/g,
];
