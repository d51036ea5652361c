import type { JsonObject } from '../json.ts';
import { componentOf, type Template, type TemplateButton } from '../template.ts';

/** What every template webhook names. Meta writes the language with a hyphen; reference §11. */
function templateOf(template: Template): JsonObject {
	return {
		message_template_id: Number(template.id),
		message_template_name: template.name,
		message_template_language: template.language.replace('_', '-'),
	};
}

/**
 * The value of `message_template_status_update`. Source: Meta, "message_template_status_update",
 * reference §3.
 *
 * @param more `disable_info`, `other_info`
 */
export function statusUpdateValue(template: Template, event: string, more: JsonObject): JsonObject {
	const rejected = event === 'REJECTED';
	const reason = rejected ? (template.rejected_reason ?? 'NONE') : 'NONE';
	return {
		event,
		...templateOf(template),
		reason,
		message_template_category: template.category,
		...more,
		// Meta explains wrong formats only.
		...(rejected && reason === 'INVALID_FORMAT' && template.rejection_info !== undefined
			? { rejection_info: template.rejection_info }
			: {}),
	};
}

/** The value of `message_template_quality_update`. */
export function qualityUpdateValue(template: Template, previous: string): JsonObject {
	return {
		previous_quality_score: previous,
		new_quality_score: template.quality_score?.score ?? 'UNKNOWN',
		...templateOf(template),
	};
}

/** The value of `template_category_update` for a change that has happened. */
export function categoryChangedValue(template: Template): JsonObject {
	return {
		...templateOf(template),
		previous_category: template.previous_category,
		new_category: template.category,
	};
}

/** The value of `template_category_update` for a change to come, in seconds since 1970. */
export function categoryAnnouncedValue(template: Template, at: number): JsonObject {
	return {
		...templateOf(template),
		new_category: template.category,
		correct_category: template.correct_category,
		category_update_timestamp: Math.floor(at / 1000),
	};
}

/** The value of `message_template_components_update`. */
export function componentsUpdateValue(template: Template): JsonObject {
	const title = componentOf(template, 'HEADER')?.text;
	const footer = componentOf(template, 'FOOTER')?.text;
	const buttons = (componentOf(template, 'BUTTONS')?.buttons ?? []).map(buttonValue);
	return {
		...templateOf(template),
		message_template_element: componentOf(template, 'BODY')?.text ?? '',
		...(title === undefined ? {} : { message_template_title: title }),
		...(footer === undefined ? {} : { message_template_footer: footer }),
		...(buttons.length === 0 ? {} : { message_template_buttons: buttons }),
	};
}

function buttonValue({ type, text, url, phone_number }: TemplateButton): JsonObject {
	return {
		message_template_button_type: type,
		...(text === undefined ? {} : { message_template_button_text: text }),
		...(url === undefined ? {} : { message_template_button_url: url }),
		...(phone_number === undefined ? {} : { message_template_button_phone_number: phone_number }),
	};
}
