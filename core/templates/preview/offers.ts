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

/** Milliseconds since 1970, as Meta wants them, or a time in words. */
function timeText(value: unknown): string | undefined {
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	const milliseconds = Number(value);
	const moment = new Date(milliseconds);
	if (Number.isNaN(moment.getTime()) || milliseconds < 1e11) return String(value);
	return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
