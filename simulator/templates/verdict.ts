import { componentOf, type RejectionInfo, type Template } from '../template.ts';

/** What a review by rules finds. */
export type Verdict =
	{ approved: true } | { approved: false; reason: string; info?: RejectionInfo };

/** Words of a sale, in the languages of the pack. Rough on purpose: Meta's own test is not public. */
const PROMOTION =
	/\b(discount|% off|sale|special offer|limited offer|coupon|promo(tion)?|buy now|deal|descuento|oferta|promoci[oó]n|desconto|promo[cç][aã]o|cupom)|割引|セール|クーポン|特典|キャンペーン/iu;

const SCAM = /\b(lottery|you (have )?won|prize money|wire transfer|western union)\b/i;

/** Whether a template advertises: as utility it would be moved to marketing. */
export function isPromotional(template: Template): boolean {
	return PROMOTION.test(textOf(template));
}

/**
 * Reviews a template by the rules Meta has published, as far as a program can.
 *
 * @param others the account's other templates
 */
export function verdictOn(template: Template, others: readonly Template[]): Verdict {
	const body = componentOf(template, 'BODY')?.text ?? '';
	if (/\}\}\s*\{\{/.test(body)) {
		return invalid(
			'Your template has parameters placed next to each other (like {{1}}{{2}}) without text or ' +
				'punctuation between them.',
			'Separate parameters with descriptive text and ensure each parameter is clearly contextualized.',
		);
	}
	if (SCAM.test(textOf(template))) return { approved: false, reason: 'SCAM' };
	const double = others.find(
		(other) =>
			other.id !== template.id &&
			body !== '' &&
			!['REJECTED', 'PENDING_DELETION'].includes(other.status) &&
			componentOf(other, 'BODY')?.text === body &&
			componentOf(other, 'FOOTER')?.text === componentOf(template, 'FOOTER')?.text,
	);
	if (double !== undefined) {
		return invalid(
			`Your template has the same body and footer as ${double.name} (${double.language}).`,
			'Change the wording, or use the template that is there.',
		);
	}
	return { approved: true };
}

function invalid(reason: string, recommendation: string): Verdict {
	return { approved: false, reason: 'INVALID_FORMAT', info: { reason, recommendation } };
}

function textOf(template: Template): string {
	const buttons = componentOf(template, 'BUTTONS')?.buttons ?? [];
	return [...template.components, ...buttons].map((part) => part.text ?? '').join('\n');
}
