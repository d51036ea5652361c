import { readMoment } from '../expiration-value';
import { isObject, type JsonObject } from '../json';
import { codeOf } from './button-rows';
import type { Filling } from './filling';
import type { Inline, PreviewOffer } from './model';
import type { Words } from './words';

const ENDS = ['offer_expires'];

/** The panel of a limited-time offer, with the code of its copy code button. */
export function offerOf(
	component: JsonObject | undefined,
	buttons: JsonObject | undefined,
	filling: Filling,
	words: Words,
): PreviewOffer | undefined {
	if (!component) return undefined;
	const offer = isObject(component.limited_time_offer) ? component.limited_time_offer : {};
	const list: unknown[] = Array.isArray(buttons?.buttons) ? buttons.buttons : [];
	const at = list.findIndex((button) => isObject(button) && button.type === 'COPY_CODE');
	const code = list[at];
	return {
		text: typeof offer.text === 'string' ? [{ kind: 'text', text: offer.text }] : [],
		...(offer.has_expiration === true ? { ends: endOf(filling, words) } : {}),
		...(isObject(code) ? { code: codeOf(code, `button_${at}`, filling) } : {}),
	};
}

function endOf(filling: Filling, words: Words): Inline[] {
	const time = timeText(filling.value(ENDS));
	if (time !== undefined)
		return [{ kind: 'text', text: words.endsAt.replace('{time}', () => time) }];
	return filling.one({ ids: ENDS, name: 'offer_expires', sample: words.ends });
}

/** A number since 1970 as a time; a time in words as it was written. */
function timeText(value: unknown): string | undefined {
	if (typeof value === 'string' && !/^\d+$/.test(value.trim())) return value;
	const moment = readMoment(value);
	if (moment === undefined) return undefined;
	return `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
