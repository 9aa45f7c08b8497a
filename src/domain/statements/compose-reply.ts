// How do a follow-up in the same case and an answer to a buyer's claim read (domain.md 4.5)?
import type { Bilingual, ProblemType } from '../problems/problem-type.ts';
import type { Section } from './section.ts';
import { bothSides, gap, HEADINGS } from './section.ts';
import type { AuthoredText, StatementInput, StatementOrder } from './statement-input.ts';
import {
  introduce,
  listFacts,
  signOff,
  writeAttachments,
  writeRequest,
  writeTimeline,
} from './statement-parts.ts';

function written(text: AuthoredText | undefined, zh: string, en: string): Bilingual {
  return text === undefined || text.en.trim() === '' ? gap(zh, en) : bothSides(text);
}

/** "Add message": the date of the last message, what is new, the one question. Never "any update?" alone. */
export function composeFollowUp(input: StatementInput): readonly Section[] {
  const last = input.followUp?.lastMessageOn;
  const id = input.caseId ?? input.complaintId;
  const opening: Bilingual = {
    zh: `关于${id === undefined ? '本案件' : `案件 ${id}`}${last === undefined ? '' : `，${last} 的留言`}：`,
    en: `Regarding ${id === undefined ? 'this case' : `case ${id}`}${last === undefined ? '' : ` and the message of ${last}`}:`,
  };
  const sections: Section[] = [
    {
      lines: [
        last === undefined
          ? {
              zh: `${opening.zh}${gap('上次留言日期', '').zh}`,
              en: `${opening.en} ${gap('', 'date of the last message').en}`,
            }
          : opening,
        written(input.followUp?.news, '新的情况', 'what is new'),
        written(input.followUp?.question, '一个具体问题', 'the one question'),
      ],
    },
  ];
  if (input.exhibits.length > 0) sections.push(writeAttachments(input));
  return [...sections, signOff(input)];
}

function describeOrder(order: StatementOrder): Bilingual {
  const zh = [`订单 ${order.orderId}`];
  const en = [`Order ${order.orderId}`];
  if (order.shippedOn !== undefined) {
    zh.push(`${order.shippedOn} 发货`);
    en.push(`shipped on ${order.shippedOn}`);
  }
  if (order.trackingNumber !== undefined) {
    zh.push(`${order.carrier ?? '承运人'} ${order.trackingNumber}`);
    en.push(`${order.carrier ?? 'carrier'} tracking number ${order.trackingNumber}`);
  }
  if (order.deliveredOn !== undefined) {
    zh.push(`${order.deliveredOn} 送达${order.deliveredTo === undefined ? '' : `（${order.deliveredTo}）`}`);
    en.push(
      `delivered on ${order.deliveredOn}${order.deliveredTo === undefined ? '' : ` to ${order.deliveredTo}`}`,
    );
  }
  return { zh: `${zh.join('，')}。`, en: `${en.join(', ')}.` };
}

/** Answer to an A-to-z claim, chargeback or SAFE-T claim: the order's facts first, then what happened and the proof. */
export function composeClaimResponse(input: StatementInput, problem: ProblemType): readonly Section[] {
  const own =
    input.background !== undefined && input.background.en.trim() !== '' ? [bothSides(input.background)] : [];
  const orders = (input.orders ?? []).map(describeOrder);
  const sent: readonly Bilingual[] =
    input.sentToBuyerOn === undefined
      ? []
      : [
          {
            zh: `以上文件已于 ${input.sentToBuyerOn} 通过买家消息发送。`,
            en: `These documents were sent through Buyer-Seller Messages on ${input.sentToBuyerOn}.`,
          },
        ];
  const boxTakesNone = input.channel === 'atoz' && input.stage === 'response' && sent.length === 0;
  const attachments = writeAttachments(input);
  return [
    {
      heading: HEADINGS.background,
      lines: [introduce(input, problem), ...own, ...listFacts({ ...input, orders: [] })],
    },
    { heading: HEADINGS.delivery, lines: orders.length > 0 ? orders : [gap('订单号', 'order ID')] },
    writeTimeline(input),
    writeRequest(input, problem),
    {
      ...attachments,
      lines: [
        ...attachments.lines,
        ...sent,
        ...(boxTakesNone
          ? [
              gap(
                '在买家消息中发送附件的日期',
                'date on which the attachments were sent in Buyer-Seller Messages',
              ),
            ]
          : []),
      ],
    },
    signOff(input),
  ];
}
