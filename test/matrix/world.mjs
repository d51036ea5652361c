// One engine with its simulator: what happens on the ticketing side, and what must come of it.
import { json } from '../../scripts/lib/demo.mjs';
import { EVENT, FALLBACK, WHEN } from './event.mjs';
import { bodyOf } from './pack.mjs';
import { nameOf, waIdOf } from './people.mjs';

/** n8n begins a run per webhook; on a busy machine that takes some seconds. */
const PATIENCE_MS = 20_000;

/** Something else came than what should have. */
export class Mismatch extends Error {}

export class World {
	/** @param parts `{engine, simulatorUrl, phones, pack, platform, locale}` */
	constructor(parts) {
		Object.assign(this, parts);
	}

	/** The same with another platform. */
	on(id) {
		return new World({ ...this, platform: { ...this.platform, id } });
	}

	/** Does something on the platform, as its console page does. */
	async act(action, body) {
		const { id } = this.platform;
		const answer = await json(`${this.simulatorUrl}/sim/ticketing/${id}/${action}`, 'POST', body);
		const refused = answer.calls.filter(({ status }) => status < 200 || status > 299);
		if (refused.length > 0) {
			throw new Mismatch(`${action}: the webhook was answered ${refused[0].status}`);
		}
		await this.engine.poll?.(id);
		return { ...answer, ticket: answer.ticket ?? answer.tickets?.[0] };
	}

	async sessions() {
		const { sessions } = await json(`${this.simulatorUrl}/sim/ticketing`);
		return sessions.filter(({ platform }) => platform === this.platform.id);
	}

	languageOf({ locale }) {
		return this.platform.locale ? locale : FALLBACK;
	}

	/** The first session begins half an hour after the event. */
	sessionDate(_session, language) {
		return WHEN[language].time.replace('10:00', '10:30');
	}

	/**
	 * @param expected `{person, template, values, sponsor?}`: exactly these messages came since the last time
	 * @throws {Mismatch}
	 */
	async settle(expected) {
		const came = await this.phones.next(expected.length, expected.length === 0 ? 0 : PATIENCE_MS);
		const wanted = expected.map(({ person, template, values }) => {
			// What happens to sponsors is told by a form that knows their language.
			const language = this.languageOf(person);
			return {
				who: nameOf(person),
				waId: waIdOf(person),
				template,
				language,
				body: bodyOf(this.pack, template, language, values),
			};
		});
		const told = ({ waId, template, language, body }) => `${waId} ${template} ${language}\n${body}`;
		const got = came.map(({ waId, template, body }) =>
			told({ waId, template: template?.name, language: template?.language, body }),
		);
		const missing = wanted.filter((one) => !got.includes(told(one)));
		const surplus = got.filter((one) => !wanted.some((other) => told(other) === one));
		if (missing.length === 0 && surplus.length === 0 && got.length === wanted.length) return;
		throw new Mismatch(
			[
				...missing.map((one) => `missing: ${told(one)}`),
				...surplus.map((one) => `instead: ${one}`),
				...(got.length > wanted.length && surplus.length === 0 ? ['something came twice'] : []),
			].join('\n'),
		);
	}
}

/** The event as the simulator tells it; each platform has one of its own, so that nothing is remembered of another's. */
export const eventOf = (platform) => ({ ...EVENT, id: `makers-${platform}` });
