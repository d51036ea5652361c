/** The categories of templates, as Meta writes them. */
export const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;

export type Category = (typeof CATEGORIES)[number];

/** What somebody worked out by hand: see `how` in by-hand.json. */
export interface ByHand {
	currency: string;
	validFrom: string;
	rows: ByHandRow[];
	messages: number;
	total: number;
	midnight: {
		validFrom: string;
		zones: Array<{ timeZone: string; timezoneId: string; before: string; after: string }>;
		rows: MidnightRow[];
		totalBefore: number;
		totalAfter: number;
		/** What the simulator is told; the client reads second-card.csv. */
		simulatorCard: unknown;
	};
}

export type ByHandRow = { country: string; firstNumber: string } & Record<Category, Cell>;

export interface Cell {
	messages: number;
	price: number;
	total: number;
}

export interface MidnightRow {
	country: string;
	firstNumber: string;
	category: Category;
	messages: number;
	before: Omit<Cell, 'messages'>;
	after: Omit<Cell, 'messages'>;
}

/** One message to be sent. */
export interface Planned {
	to: string;
	country: string;
	category: Category;
}

/** The messages of a country and category: each to somebody of their own. */
export function planned(
	{ country, firstNumber }: { country: string; firstNumber: string },
	category: Category,
	messages: number,
): Planned[] {
	return Array.from({ length: messages }, (_, i) => ({
		to: `+${BigInt(firstNumber) + BigInt(i)}`,
		country,
		category,
	}));
}
