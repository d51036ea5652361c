const NAMESPACE = '@whatsapp-events/node-red/whatsapp-notification:';

/** A text of Notification's own catalogue, in the language of the editor. */
export const n = (key: string, values: Record<string, unknown> = {}): string =>
	RED._(NAMESPACE + key, values);

export const count = (value: number): string =>
	new Intl.NumberFormat(RED.i18n.lang()).format(value);

export const money = (amount: number, currency: string): string =>
	new Intl.NumberFormat(RED.i18n.lang(), { style: 'currency', currency }).format(amount);
