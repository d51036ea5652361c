// An account with 500 approved templates, and what was asked of WhatsApp about it.

export const TEMPLATES = 500;
export const SEARCHES = 9;
/** Asked: found so soon, once the list was read. */
export const MOST_SEARCH_MS = 300;

export const SETTINGS = {
	latencyMs: 80,
	// What a verified business may have.
	templates: { limit: 6000 },
};

const nameOf = (at) => `bulk_${String(at).padStart(3, '0')}`;

/** Fills the account up with approved templates, and approves those it has. */
export function fillUp({ control }) {
	for (const { name, language } of control.templates()) {
		control.changeTemplate(name, language, { status: 'APPROVED' });
	}
	const missing = TEMPLATES - control.templates().length;
	control.putTemplates(
		Array.from({ length: missing }, (_, at) => ({
			...{ name: nameOf(at), language: 'en', category: 'UTILITY', status: 'APPROVED' },
			components: [{ type: 'BODY', text: `Session ${at} begins soon, please find your seat.` }],
		})),
	);
}

/** Names to search for, from everywhere in the list. */
export const searched = Array.from({ length: SEARCHES }, (_, at) => nameOf(17 + at * 45));

/** Runs something and counts the requests that WhatsApp got for it. */
export async function counted({ control }, task) {
	control.reset();
	const began = performance.now();
	const result = await task();
	const ms = Math.round(performance.now() - began);
	const calls = control.calls({ limit: 5000 });
	const changes = calls.filter(({ method }) => method !== 'GET').length;
	return { result, ms, requests: calls.length, changes };
}

export function median(values) {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)];
}

/**
 * One line of a list: complete, and one found in it soon enough.
 *
 * @param list `{name, shown, firstLoadMs, firstLoadRequests, searches, searchRequests, more?}`; `searches`
 *   are `{ms, found}`, `found` what was left
 */
export function listLine({ name, searches, searchRequests, more = {}, ...list }) {
	const times = searches.map(({ ms }) => ms);
	const searchMs = round(median(times));
	const found = searches.filter((one, at) => one.found.join() === searched[at]).length;
	const complete = list.shown === TEMPLATES;
	const ok = complete && found === SEARCHES && searchMs < MOST_SEARCH_MS;
	return {
		line: { name, ...list, of: TEMPLATES, ...more, searchMs, found, searchRequests, ok },
		details: { slowestSearchMs: round(Math.max(...times)) },
	};
}

const round = (ms) => Number(ms.toFixed(ms < 10 ? 1 : 0));
