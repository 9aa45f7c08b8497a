// What Amazon writes to sellers, in the wordings of several stores.
import type { Paper } from './paper.ts';

export const AMAZON_PAPERS: readonly Paper[] = [
  {
    name: 'deactivation, English',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: 'Action required: Your selling account has been deactivated',
      from: 'no-reply@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Hello HaiJiao,
Your Amazon seller account has been deactivated in accordance with section 3 of Amazon's Business Solutions Agreement. Your listings have been removed from our store.
Why is this happening?
We believe that your account has been used to sell items that may be inauthentic:
ASIN: B0C7KD92LM
Title: Stainless hook, 10 pack
How do I reactivate my account?
To reactivate your selling account, submit invoices issued in the last 365 days and a plan that explains the root cause.
What happens if I do not send the requested information?
Your account will remain deactivated. Funds will be held for 90 days.
Sincerely, Seller Performance Team`,
    identifiers: { asin: ['B0C7KD92LM'] },
  },
  {
    name: 'deactivation, German',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: 'Ihr Amazon-Verkäuferkonto wurde deaktiviert',
      from: 'seller-performance@amazon.de',
      to: ['shop@example.com'],
    },
    text: `Guten Tag,
wir haben Ihr Verkäuferkonto bei Amazon vorübergehend deaktiviert. Ihre Angebote sind derzeit nicht aktiv.
Warum ist das passiert?
Ihre Rate an Bestellmängeln hat den Grenzwert von 1 % überschritten.
So reaktivieren Sie Ihr Konto
Senden Sie uns einen Maßnahmenplan, aus dem die Ursache, die ergriffenen und die geplanten Maßnahmen hervorgehen. Sie haben dafür 17 Tage Zeit.
Ihr Kontostand wird während dieser Zeit einbehalten.
Freundliche Grüße
Ihr Amazon.de-Team für Verkäuferleistung`,
    identifiers: {},
  },
  {
    name: 'listing removal, Japanese',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: '出品アカウントに関する重要なお知らせ',
      from: 'notice@amazon.co.jp',
      to: ['shop@example.com'],
    },
    text: `出品者様
Amazonをご利用いただきありがとうございます。
お客様の出品権限が一時停止されたことをお知らせいたします。
【理由】
購入者様より、商品の真贋に関するご指摘をいただきました。
ASIN：B0C7KD92LM
【再開の手続き】
再開をご希望の場合は、根本原因、実施済みの是正措置、および再発防止策を記載した改善計画書と、仕入先の請求書をご提出ください。
Amazon出品者パフォーマンスチーム`,
    identifiers: { asin: ['B0C7KD92LM'] },
  },
  {
    name: 'listing removal, Chinese',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: '通知：您的部分商品信息已被移除',
      from: 'no-reply@amazon.com',
      to: ['shop@example.com'],
    },
    text: `尊敬的卖家，您好：
我们已移除您的以下商品信息，因为这些商品可能侵犯了他人的知识产权。
ASIN：B0C7KD92LM
侵权类型：商标
商标编号：6182937
投诉编号：14829103746
权利人联系邮箱：legal@example.org
我们为何会采取此措施？
我们收到了权利所有者的举报。
如何重新发布您的商品？
请提供授权书、许可协议或发票，证明您的商品不侵权。您可以在账户状况页面提交申诉。
亚马逊卖家绩效团队`,
    identifiers: { asin: ['B0C7KD92LM'], trademark_no: ['6182937'], complaint_id: ['14829103746'] },
  },
  {
    name: 'French policy warning',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: 'Avertissement concernant votre compte vendeur',
      from: 'notice-dispute@amazon.fr',
      to: ['shop@example.com'],
    },
    text: `Bonjour,
Nous avons retiré certaines de vos mises en vente, car elles ne respectent pas nos règles relatives à l'état des produits.
ASIN : B0C7KD92LM
Pourquoi avons-nous pris cette mesure ?
Des acheteurs nous ont signalé avoir reçu des articles d'occasion vendus comme neufs.
Comment réactiver mes offres ?
Envoyez-nous un plan d'action ainsi que des factures de votre fournisseur.
L'équipe Performance vendeur d'Amazon.fr`,
    identifiers: { asin: ['B0C7KD92LM'] },
  },
  {
    name: 'case reply',
    kind: 'case_correspondence',
    source: 'email',
    email: {
      subject: '[CASE 17482930165] Missing units in shipment FBA17ZKQ8M2X',
      from: 'merch.service05@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Hello from Amazon Selling Partner Support,
I understand that you would like us to look into 12 units of FNSKU X003K9D2LP missing from shipment FBA17ZKQ8M2X.
We have completed a physical count and could not locate further units. Please provide proof of delivery with the number of cartons and an invoice.
To view your case details or respond, please click here.
Case ID 17482930165
Were you satisfied with the support provided?
Maria S. | Selling Partner Support`,
    identifiers: { case_id: ['17482930165'], fba_shipment_id: ['FBA17ZKQ8M2X'], fnsku: ['X003K9D2LP'] },
  },
  {
    name: 'A-to-z mail, English',
    kind: 'atoz_record',
    source: 'email',
    email: {
      subject: 'A-to-z Guarantee claim received for order 112-4820193-7755120',
      from: 'atoz-guarantee-no-reply@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Hello,
A customer has filed an A-to-z Guarantee claim for order 112-4820193-7755120.
Claim amount: $24.99
Reason: Customer claims that the item was not received.
You have 3 days to respond. Respond by 04/15/2026.
If we do not receive your response, we will grant the claim and debit your account.`,
    identifiers: { order_id: ['112-4820193-7755120'] },
    dates: { deadline: '2026-04-15' },
  },
  {
    name: 'A-to-z mail, German',
    kind: 'atoz_record',
    source: 'email',
    email: {
      subject: 'Garantieantrag zu Ihrer Bestellung 305-4420918-6612733 eingegangen',
      from: 'atoz-guarantee-no-reply@amazon.de',
      to: ['shop@example.com'],
    },
    text: `Guten Tag,
ein Käufer hat einen Antrag im Rahmen der A-bis-z-Garantie gestellt.
Bestellnummer: 305-4420918-6612733
Erstattungsbetrag: EUR 31,90
Grund: Artikel nicht erhalten
Bitte antworten Sie bis zum 15.04.2026 im Bereich A-bis-z-Garantieanträge.`,
    identifiers: { order_id: ['305-4420918-6612733'] },
    dates: { deadline: '2026-04-15' },
  },
  {
    name: 'chargeback',
    kind: 'chargeback_notice',
    source: 'email',
    email: {
      subject: 'Chargeback received - order 112-4820193-7755120',
      from: 'cb-seller-notification@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Greetings from Amazon,
We were notified by the bank that the cardholder disputes the charge for order 112-4820193-7755120 in the amount of $24.99.
Please reply within 11 calendar days with the ship date, the carrier and the tracking number so that we can dispute the chargeback on your behalf.
Amazon Chargeback Team`,
    identifiers: { order_id: ['112-4820193-7755120'] },
  },
  {
    name: 'SAFE-T decision',
    kind: 'safet_record',
    source: 'email',
    email: {
      subject: 'Your SAFE-T claim 19284-73650-1827364 has been denied',
      from: 'safe-t@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Hello,
We have reviewed your SAFE-T claim 19284-73650-1827364 for order 112-4820193-7755120 and are unable to grant a reimbursement, because the return was delivered to you with a valid scan.
You can appeal this decision until 04/28/2026.
Amazon SAFE-T Team`,
    identifiers: { safet_claim_id: ['19284-73650-1827364'], order_id: ['112-4820193-7755120'] },
    dates: { deadline: '2026-04-28' },
  },
  {
    name: 'return authorised, English',
    kind: 'return_record',
    source: 'email',
    email: {
      subject: 'Return authorization notification for order 112-4820193-7755120',
      from: 'donotreply@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Dear HaiJiao,
This e-mail is being sent to you by Amazon to notify you that a return has been authorised for the item(s) listed below.
Order ID: # 112-4820193-7755120
Item: Stainless hook, 10 pack   ASIN: B0C7KD92LM
Qty: 1
Return reason: Defective
Return tracking: 1Z88V37E0391844609
RMA: DkR7fLqzRRMA`,
    identifiers: {
      order_id: ['112-4820193-7755120'],
      asin: ['B0C7KD92LM'],
      tracking_number: ['1Z88V37E0391844609'],
      rma_id: ['DkR7fLqzRRMA'],
    },
  },
  {
    name: 'refund issued, French',
    kind: 'refund_record',
    source: 'email',
    email: {
      subject: 'Remboursement effectué pour la commande 402-1829304-5566712',
      from: 'payments-messages@amazon.fr',
      to: ['shop@example.com'],
    },
    text: `Bonjour,
Nous vous informons que le remboursement demandé pour la commande 402-1829304-5566712 a été effectué.
Article : Planche à découper bambou
Quantité : 1
Montant remboursé : 21,49 €
Le montant sera déduit de votre solde.`,
    identifiers: { order_id: ['402-1829304-5566712'] },
  },
  {
    name: 'buyer message through the relay',
    kind: 'buyer_message',
    source: 'email',
    email: {
      subject: 'Inquiry from Amazon customer Jane (Order: 112-4820193-7755120)',
      from: 'Jane <k29dk38dmc8s2lw@marketplace.amazon.com>',
      to: ['shop@example.com'],
    },
    text: `Order ID 112-4820193-7755120:
# ASIN Product Name
1 B0C7KD92LM Stainless hook, 10 pack
Message:
Hi, the tracking says delivered but I can't find my parcel anywhere. Could you help?`,
    identifiers: {
      order_id: ['112-4820193-7755120'],
      asin: ['B0C7KD92LM'],
      buyer_alias: ['k29dk38dmc8s2lw@marketplace.amazon.com'],
    },
  },
  {
    name: 'order page print, German',
    kind: 'order_detail',
    text: `Bestelldetails
Bestellnummer: 305-4420918-6612733
Verkäufer-Bestellnummer: -
Zusammenfassung der Bestellung
Kaufdatum: Mi., 8. Apr. 2026, 21:14 MESZ
Versanddatum: 10.04.2026
Lieferung bis: 14.04.2026
Versand durch: Verkäufer
Versandservice: Standard
Lieferadresse: Petra Sommer, Lindenallee 22, 50968 Köln
Status  Bild  Produktname                          Menge  Stückpreis  Einnahmen
Versendet  ASIN: B0C7KD92LM  Edelstahlhaken 10er    1      31,90 €     Artikelsumme: 31,90 €
amazon seller central`,
    identifiers: { order_id: ['305-4420918-6612733'], asin: ['B0C7KD92LM'] },
    dates: { order: '2026-04-08' },
  },
  {
    name: 'order page print, Japanese',
    kind: 'order_detail',
    text: `注文の詳細
注文番号： 250-8827364-1029384
出荷予定日： 2026/04/10
お届け予定日： 2026/04/12 ～ 2026/04/13
注文日： 2026年4月8日水曜日 18:22 JST
出荷元： 出品者
お届け先: 佐藤 花子 東京都杉並区高円寺南4-1-1
ステータス　商品名　詳細情報　数量　単価　売上
未出荷　ステンレスフック 10個セット　ASIN: B0C7KD92LM　SKU: HJ-HOOK-6CM　1　￥1,980
商品の小計: ￥1,980　合計: ￥1,980
セラーセントラル`,
    identifiers: { order_id: ['250-8827364-1029384'], asin: ['B0C7KD92LM'] },
    more: ['sku'],
    dates: { order: '2026-04-08' },
  },
  {
    name: 'shipment contents page',
    kind: 'fba_shipment_summary',
    text: `Send to Amazon
Track shipment
FBA STA (03/02/2026 06:12)-ABE8
Shipment ID: FBA17ZKQ8M2X    Amazon reference ID: 4KD82LMQ    Status: Closed
Ship to: ABE8 - Florence, NJ
Contents
SKU           FNSKU        ASIN         Units expected   Units located   Discrepancy   Status
HJ-HOOK-6CM   X003K9D2LP   B0C7KD92LM   2400             2388            -12           Action required
HJ-HOOK-10CM  X003K9D2M3   B0C7KDB3QW   1800             1800            0
Seller Central`,
    identifiers: {
      fba_shipment_id: ['FBA17ZKQ8M2X'],
      asin: ['B0C7KD92LM', 'B0C7KDB3QW'],
      fnsku: ['X003K9D2LP', 'X003K9D2M3'],
      amazon_reference_id: ['4KD82LMQ'],
      fc_code: ['ABE8'],
    },
    more: ['sku'],
  },
  {
    name: 'account health page, Chinese screenshot',
    kind: 'account_health_screenshot',
    source: 'ocr',
    text: `账户状况
美国站
账户状况评级 248 良好
客户服务绩效                 卖家自配送
订单缺陷率  目标：低于1%      0.42%
负面反馈 0.12%  亚马逊商城交易保障索赔 0.30%  信用卡拒付索赔 0%
政策合规性
涉嫌侵犯知识产权 0
知识产权投诉 1
商品真实性买家投诉 0
商品状况买家投诉 2
配送绩效
迟发率 目标：低于4% 1.2%
配送前取消率 目标：低于2.5% 0.4%
有效追踪率 目标：高于95% 97.8%
亚马逊卖家平台`,
    identifiers: {},
  },
  {
    name: 'appeal draft, English',
    kind: 'poa_document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    source: 'office',
    text: `Dear Amazon Seller Performance Team,
we are writing about the removal of ASIN B0C7KD92LM.
1. What caused the issue
Our warehouse mixed returned units with new stock in February.
2. What we have done to resolve it
- removed all 214 units from sale on 3 March 2026
- refunded the three affected buyers
3. What we will do so that it does not happen again
- every return is graded and photographed before it is restocked
- a monthly audit by the owner
We kindly ask you to reinstate our listing.
Attached: invoices, photographs of the new process`,
    identifiers: { asin: ['B0C7KD92LM'] },
  },
  {
    name: 'appeal draft, Chinese',
    kind: 'poa_document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    source: 'office',
    text: `致亚马逊卖家绩效团队：
关于ASIN B0C7KD92LM被投诉真实性一事，我们的说明如下。
一、问题产生的根本原因
我司仓库在二月份将退货商品与新品混放。
二、我们已采取的纠正措施
1. 已于2026年3月3日移除全部214件库存；
2. 已向三位买家退款。
三、防止再次发生的预防措施
1. 所有退货须拍照、分级后方可入库；
2. 每月由负责人抽检。
恳请恢复我们的商品销售权限。
深圳市海角电子商务有限公司`,
    identifiers: { asin: ['B0C7KD92LM'] },
  },
  {
    name: 'removal order page',
    kind: 'unknown',
    text: `Removal order detail
Order ID: HJ-RM-0318A
Removal order type: Return to address
Status: Completed
Shipments
Tracking ID: 1Z88V37E0391844609   Carrier: UPS   Shipped quantity: 40   Date shipped: March 22, 2026
MSKU HJ-HOOK-6CM  FNSKU X003K9D2LP  Disposition: Unsellable  Requested 40  Shipped 40
amazon seller central`,
    identifiers: {
      tracking_number: ['1Z88V37E0391844609'],
      fnsku: ['X003K9D2LP'],
    },
    more: ['sku', 'removal_order_id'],
  },
];
