/** Why Meta rejects, in its code → what that means and what to do. Source: Meta, template `rejected_reason`. */
const REASONS: Readonly<Record<string, { explanation: string; recommendation: string }>> = {
	ABUSIVE_CONTENT: {
		explanation: 'The text looks abusive, threatening or hateful to WhatsApp',
		recommendation: 'Rewrite it in plain, friendly words.',
	},
	INCORRECT_CATEGORY: {
		explanation: 'The text does not fit the category it was submitted in',
		recommendation:
			'Submit it as Marketing, or take out everything that is not about what the person did.',
	},
	INVALID_FORMAT: {
		explanation: 'The form is wrong: variables, samples, braces, languages or links',
		recommendation:
			'Correct what Check finds. If it finds nothing, the Templates output of Business Trigger and WhatsApp Manager say more.',
	},
	PROMOTIONAL: {
		explanation: 'The text promotes something, and was not submitted as marketing',
		recommendation: 'Take the promotion out, or submit it as Marketing.',
	},
	SCAM: {
		explanation: 'The text looks like a scam to WhatsApp',
		recommendation:
			'Say who writes and why, link to your own site, and ask for no money, codes or card numbers.',
	},
	TAG_CONTENT_MISMATCH: {
		explanation: 'The language or the category does not match the text',
		recommendation: 'Submit the text under the language it is written in.',
	},
	CATEGORY_NOT_AVAILABLE: {
		explanation: 'The category is not available to this account',
		recommendation: 'Choose another category.',
	},
};

export interface Rejection {
	/** Meta's code: `INVALID_FORMAT`. */
	reason: string;
	explanation: string;
	recommendation: string;
}

/**
 * @param reason Meta's `rejected_reason`; `NONE` and nothing mean that it is not rejected
 * @param told what Meta's webhook says beside it, where it says something
 */
export function rejectionOf(
	reason: string | undefined,
	told: { explanation?: string; recommendation?: string } = {},
): Rejection | undefined {
	if (!reason || reason === 'NONE') return undefined;
	const known = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
	return {
		reason,
		explanation: told.explanation ?? known?.explanation ?? `WhatsApp gave the reason ${reason}`,
		recommendation:
			told.recommendation ?? known?.recommendation ?? 'Look at the template in WhatsApp Manager.',
	};
}
