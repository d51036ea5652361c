import { refusedStatus, type TemplateRefusal } from './sendable';
import type { MessageTemplate } from './template';

export type { TemplateRefusal } from './sendable';

export type TemplateChoice =
	{ ok: true; template: MessageTemplate } | ({ ok: false } & TemplateRefusal);

/**
 * Which translation of a template is sent. The wanted language wins, then its base language
 * (`pt_PT` → `pt`) or a regional form of it (`en` → `en_US`); without a wish, the only approved one.
 * Never another language than asked: nobody should be greeted in a language picked by chance.
 */
export function chooseTemplate(
	name: string,
	translations: MessageTemplate[],
	language?: string,
): TemplateChoice {
	if (translations.length === 0) {
		return refuse(
			'template_unknown',
			`There is no template “${name}” in this account`,
			'Choose a template from the list, or create it in WhatsApp Manager.',
		);
	}
	const wish = language?.trim();
	const found = wish ? inLanguage(translations, wish) : withoutWish(translations);
	if (!found) {
		const languages = translations.map((t) => t.language).join(', ');
		return wish
			? refuse(
					'template_language',
					`“${name}” has no translation in ${wish} (there is: ${languages})`,
					'Choose one of these languages, or add the translation.',
				)
			: refuse(
					'template_language',
					`“${name}” exists in several languages: ${languages}`,
					'Set the option Language.',
				);
	}
	return approvedOnly(found);
}

function inLanguage(translations: MessageTemplate[], wish: string): MessageTemplate | undefined {
	const wanted = wish.replace('-', '_').toLowerCase();
	const base = wanted.split('_')[0] as string;
	const matches = (test: (language: string) => boolean) =>
		approvedFirst(translations.filter((t) => test(t.language.toLowerCase())))[0];
	return (
		matches((language) => language === wanted) ??
		matches((language) => language === base) ??
		// A bare language is happy with any region; a region never with another region (zh_CN, zh_TW).
		(wanted === base ? matches((language) => language.startsWith(`${base}_`)) : undefined)
	);
}

function withoutWish(translations: MessageTemplate[]): MessageTemplate | undefined {
	const approved = translations.filter((t) => t.status === 'APPROVED');
	if (approved.length === 1) return approved[0];
	return translations.length === 1 ? translations[0] : undefined;
}

function approvedFirst(translations: MessageTemplate[]): MessageTemplate[] {
	return [...translations].sort(
		(a, b) => Number(b.status === 'APPROVED') - Number(a.status === 'APPROVED'),
	);
}

function approvedOnly(template: MessageTemplate): TemplateChoice {
	const refusal = refusedStatus(template);
	return refusal ? { ok: false, ...refusal } : { ok: true, template };
}

function refuse(
	reason: TemplateRefusal['reason'],
	message: string,
	whatToDo: string,
): TemplateChoice {
	return { ok: false, reason, message, whatToDo };
}
