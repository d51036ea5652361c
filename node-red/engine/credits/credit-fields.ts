/** What the dialog of Check Credits keeps, besides its account; older flows may lack the newer fields. */
export interface CreditFields {
	/** Who is asked for the balance. */
	balanceFrom?: 'meta' | 'prepaid' | 'provider';
	/** Spend. */
	by?: 'country' | 'category' | 'day' | 'number';
	/** Spend and page: so many days back. */
	days?: number | string;
	/** Guard. */
	guardBy?: 'amount' | 'days' | 'planned';
	amount?: number | string;
	lastDays?: number | string;
	/** Most money a month, for accounts that pay afterwards. */
	budget?: number | string;
	whenUnknown?: 'low' | 'enough';
	/** Page. */
	title?: string;
	/** Page and health: `auto` is the language Node-RED was started in. */
	pageLanguage?: 'auto' | 'en' | 'ja';
	/** Price and estimate. */
	direction?: 'messages' | 'credits';
	creditPrice?: number | string;
	averagePrice?: number | string;
	currency?: string;
	taxPercent?: number | string;
	fee?: number | string;
	/** Meta's rate cards that did not come with the package. */
	cards?: Array<{ validFrom: string; source: string; text: string }>;
}

/** A number somebody typed; undefined for an empty field. */
export function typedNumber(value: unknown): number | undefined {
	const text = String(value ?? '').trim();
	const number = Number(text);
	return text === '' || !Number.isFinite(number) ? undefined : number;
}
