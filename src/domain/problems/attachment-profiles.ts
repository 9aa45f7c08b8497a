// Which files does each channel accept as attachments: types, sizes, counts, names (domain.md 4.1)?
import { CHANNEL_BY_SLUG } from './channels.ts';
import type { Bilingual, Confidence, Sourced } from './problem-type.ts';

/** What a channel accepts. The first seven fields are what the pack builder reads. */
export interface AttachmentProfile extends Sourced {
  readonly slug: string;
  /** Lower-case extensions without dot. Empty: the channel takes no attachment. */
  readonly extensions: readonly string[];
  readonly maxFileBytes: number | null;
  readonly maxFiles: number | null;
  readonly maxTotalBytes: number | null;
  /** File names may only hold [A-Za-z0-9._-]. */
  readonly plainNamesOnly: boolean;
  /** A GIF that moves is refused (A14). */
  readonly stillOnly: boolean;
  /** False: the size is Casebinder's cautious default, Amazon's page names none (domain.md 9.1). */
  readonly sizeStated: boolean;
  readonly name: Bilingual;
  readonly note: Bilingual;
}

/** Decimal: fits a form that counts 1,000 kB to the megabyte as well as one that counts 1,024. */
const TEN_MB = 10_000_000;

interface Limits {
  readonly maxFileBytes?: number;
  readonly maxFiles?: number;
  readonly maxTotalBytes?: number;
  readonly sizeStated?: boolean;
  readonly stillOnly?: boolean;
}

function profile(
  slug: string,
  name: Bilingual,
  extensions: readonly string[],
  limits: Limits,
  note: Bilingual,
  confidence: Confidence,
  sources: readonly string[],
): AttachmentProfile {
  return {
    slug,
    name,
    extensions,
    note,
    sources,
    verifiedOn: null,
    confidence,
    maxFileBytes: limits.maxFileBytes ?? null,
    maxFiles: limits.maxFiles ?? null,
    maxTotalBytes: limits.maxTotalBytes ?? null,
    plainNamesOnly: true,
    stillOnly: limits.stillOnly ?? false,
    sizeStated: limits.sizeStated ?? false,
  };
}

export const ATTACHMENT_PROFILES: readonly AttachmentProfile[] = [
  profile(
    'att_appeal',
    { zh: '账户与政策申诉', en: 'Account and policy appeal' },
    ['pdf', 'jpg', 'jpeg', 'png', 'gif'],
    { maxFileBytes: TEN_MB },
    {
      zh: '文件须真实、未经改动，不接受可编辑格式；合并为少量文件。',
      en: 'Authentic and unaltered, no editable format; merge into few files.',
    },
    'medium',
    ['B1', 'C30', 'C63', 'K'],
  ),
  profile(
    'att_ip',
    { zh: '知识产权申诉', en: 'Intellectual property appeal' },
    ['jpeg', 'jpg', 'pjpeg', 'gif', 'png', 'tiff'],
    { maxFileBytes: TEN_MB },
    {
      zh: '只接受图片，不接受 PDF、外部链接或转发的撤诉；表单可能已变化，PDF 版本请一并保留。',
      en: 'Images only: no PDF, external links or forwarded retractions; the form may differ, so keep the PDF as well.',
    },
    'high',
    ['B13', 'C40'],
  ),
  profile(
    'att_identity',
    { zh: '身份验证', en: 'Identity verification' },
    ['gif', 'png', 'jpg', 'jpeg', 'pdf', 'docx'],
    { maxFileBytes: TEN_MB - 1, sizeStated: true },
    {
      zh: '每个文件小于 10 MB；彩色、整页、正反面，不接受截图；多页合并为一个文件。',
      en: 'Under 10 MB each; colour, full page, front and back, no screenshot; several pages in one file.',
    },
    'high',
    ['A24', 'C21'],
  ),
  profile(
    'att_utility',
    { zh: '二审账单', en: 'Utility bill' },
    ['pdf', 'png', 'gif'],
    { maxFileBytes: TEN_MB },
    {
      zh: '90 天内的彩色原件，无标记，不接受截图。',
      en: 'Colour original of the last 90 days, no marks, no screenshot.',
    },
    'medium',
    ['C18', 'C19'],
  ),
  profile(
    'att_message',
    { zh: '买家消息', en: 'Buyer-Seller Messages' },
    ['pdf', 'doc', 'docx', 'jpg', 'jpeg', 'png', 'gif', 'txt'],
    { maxTotalBytes: TEN_MB, sizeStated: true, stillOnly: true },
    {
      zh: '每条消息附件合计 10 MB；只附必要内容，不接受 GIF 动画。',
      en: '10 MB in total per message; only what is needed, no GIF animation.',
    },
    'medium',
    ['A14', 'C64', 'K'],
  ),
  profile(
    'att_atoz',
    { zh: 'A-to-Z 申诉与拒付', en: 'A-to-z appeal and chargeback' },
    ['pdf', 'jpg', 'jpeg', 'png', 'gif'],
    { maxFileBytes: TEN_MB },
    {
      zh: '申诉表单可上传签收证明等文件。',
      en: 'The appeal form takes proof of delivery and other documents.',
    },
    'medium',
    ['A1', 'A3', 'K'],
  ),
  profile(
    'att_atoz_response',
    { zh: 'A-to-Z 答复框', en: 'A-to-z response box' },
    [],
    {},
    {
      zh: '答复框不能上传附件：请在买家消息中发送并在答复中注明。',
      en: 'The response box takes no attachment: send them in Buyer-Seller Messages and say so.',
    },
    'high',
    ['A2'],
  ),
  profile(
    'att_safet',
    { zh: 'SAFE-T 索赔', en: 'SAFE-T claim' },
    ['pdf', 'jpg', 'jpeg', 'png'],
    { maxFileBytes: TEN_MB, maxFiles: 10 },
    { zh: '只在索赔记录内沟通。', en: 'Communicate only inside the claim thread.' },
    'low',
    ['A15', 'A16', 'K'],
  ),
  profile(
    'att_fba',
    { zh: 'FBA 赔偿与入库', en: 'FBA reimbursement and inbound' },
    ['pdf', 'jpg', 'jpeg', 'png'],
    { maxFileBytes: TEN_MB, maxFiles: 10 },
    {
      zh: '每个索赔只写一个问题；发票、签收证明、装箱单分开；移除商品每件一组照片。',
      en: 'One issue per claim; invoices, delivery proof and packing list as separate files; one photo set per removed unit.',
    },
    'medium',
    ['C65', 'A5', 'A7', 'K'],
  ),
  profile(
    'att_compliance',
    { zh: '合规文件', en: 'Compliance documents' },
    ['pdf', 'jpg', 'jpeg', 'png'],
    { maxFileBytes: TEN_MB },
    { zh: '真实商品照片，检测报告完整。', en: 'Real product images, complete test report.' },
    'medium',
    ['A17', 'A18', 'K'],
  ),
  profile(
    'att_case',
    { zh: '普通案件', en: 'Ordinary case' },
    ['pdf', 'jpg', 'jpeg', 'png', 'gif', 'docx', 'xlsx', 'txt', 'csv'],
    { maxFileBytes: TEN_MB, maxFiles: 5 },
    { zh: '附件须与提到它的留言一起发送。', en: 'Attachments go with the message that mentions them.' },
    'low',
    ['K'],
  ),
  profile(
    'att_none',
    { zh: '不接受附件', en: 'No attachments' },
    [],
    {},
    { zh: '该渠道没有附件。', en: 'This channel takes no attachment.' },
    'high',
    ['A13'],
  ),
];

export const PROFILE_BY_SLUG: ReadonlyMap<string, AttachmentProfile> = new Map(
  ATTACHMENT_PROFILES.map((p) => [p.slug, p]),
);

/** The profile of a channel; of A-to-z it is the appeal form unless the response box is meant. Unknown: none. */
export function profileForChannel(
  channel: string,
  stage: 'appeal' | 'response' = 'appeal',
): AttachmentProfile {
  const slug = CHANNEL_BY_SLUG.get(channel)?.attachmentProfile ?? 'att_none';
  const wanted =
    slug === 'att_atoz' && channel === 'atoz' && stage === 'response' ? 'att_atoz_response' : slug;
  const found = PROFILE_BY_SLUG.get(wanted);
  if (found === undefined) throw new Error(`attachment profile ${wanted} is not in the table`);
  return found;
}
