// Which support categories can be chosen, and what are they called (domain.md 1.2, 1.5)?
import type { Bilingual, CategorySlug, Sourced } from './problem-type.ts';

export interface Category extends Sourced {
  readonly slug: CategorySlug;
  readonly name: Bilingual;
}

const SEEDS: Sourced = { sources: ['S1', 'C4'], verifiedOn: null, confidence: 'medium' };

export const CATEGORIES: readonly Category[] = [
  { slug: 'account_health', name: { zh: '账户状况', en: 'Account Health' }, ...SEEDS },
  { slug: 'products', name: { zh: '商品、商品信息或库存', en: 'Products, listings or inventory' }, ...SEEDS },
  { slug: 'orders', name: { zh: '订单/买家', en: 'Orders and customers' }, ...SEEDS },
  { slug: 'fba', name: { zh: '亚马逊物流/库存', en: 'FBA: shipments, inventory, removals' }, ...SEEDS },
  { slug: 'payments', name: { zh: '付款', en: 'Payments' }, ...SEEDS },
  { slug: 'account_settings', name: { zh: '账户设置', en: 'Account settings, tax, users' }, ...SEEDS },
  { slug: 'brand', name: { zh: '品牌', en: 'Brand' }, ...SEEDS },
  { slug: 'technical', name: { zh: '技术/报告', en: 'Reports, feeds, technical' }, ...SEEDS },
];

export const CATEGORY_BY_SLUG: ReadonlyMap<string, Category> = new Map(CATEGORIES.map((c) => [c.slug, c]));
