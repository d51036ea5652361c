import { pricesOf, type PriceDifference } from '../../credits/price-difference';

/** Asked for one category, and Meta says another. */
export interface CategoryDrift {
	/** What it was made or defined as. */
	asked: string;
	/** What Meta says now, or will say. */
	now: string;
	/** ISO time at which Meta will change it, where it is only announced. */
	announced?: true;
	message: string;
	/** What a message costs before and after. */
	prices?: PriceDifference;
}

export interface CategoryFacts {
	category?: string;
	previousCategory?: string;
	correctCategory?: string;
}

/**
 * Whether Meta moved a template to another category, or has announced it, and what it costs.
 *
 * @param facts what Meta says: `category`, `previous_category`, `correct_category`
 * @param asked the category of the definition, where there is one
 * @param country two letters: prices of this country; otherwise the range over all markets
 */
export function categoryDrift(
	facts: CategoryFacts,
	asked: string | undefined,
	country?: string,
): CategoryDrift | undefined {
	const { category, previousCategory, correctCategory } = facts;
	if (!category) return undefined;
	const wanted = asked ?? previousCategory;
	if (wanted && wanted !== category) return drift(wanted, category, country);
	if (correctCategory && correctCategory !== category) {
		return { ...drift(category, correctCategory, country, true), announced: true };
	}
	return undefined;
}

function drift(
	asked: string,
	now: string,
	country: string | undefined,
	announced = false,
): CategoryDrift {
	const prices = pricesOf(asked, now, country);
	const what = announced
		? `WhatsApp will move it from ${wordOf(asked)} to ${wordOf(now)}`
		: `Asked for as ${wordOf(asked)}, WhatsApp has it as ${wordOf(now)}`;
	return {
		asked,
		now,
		message: prices ? `${what}: ${prices.text}` : what,
		...(prices && { prices }),
	};
}

const wordOf = (category: string): string => category.toLowerCase();
