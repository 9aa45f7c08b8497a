// How is money written: "USD 1,234.50"?

/** Amounts stay decimal strings; only the thousands are set apart. */
export function formatMoney(money: { readonly amount: string; readonly currency: string }): string {
  const [whole = '0', cents] = money.amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${money.currency} ${grouped}${cents === undefined ? '' : `.${cents.padEnd(2, '0')}`}`;
}
