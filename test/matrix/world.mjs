// One engine with its simulator: what happens on the ticketing side, and what must come of it.
import { json } from '../../scripts/lib/demo.mjs';
import { EVENT, FALLBACK, WHEN } from './event.mjs';
import { bodyOf } from './pack.mjs';
import { nameOf, waIdOf } from './people.mjs';

/** n8n begins a run per webhook, and polled platforms are asked every 15 seconds. */
const PATIENCE_MS = 40_000;

/** Stands for the number of an order. */
const ORDER = '<order>';

/** Something else came than what should have. */
export class Mismatch extends Error {}

export class World {
	/** @param parts `{engine, simulatorUrl, phones, pack, platform, locale}` */
	constructor(parts) {
		Object.assign(this, parts);
	}

	/** The same with another platform. */
	on(id) {
		const platform = this.platforms.find((one) => one.id === id);
		return new World({ ...this, platform });
	}

	/** Does something on the platform, as its console page does. */
	async act(action, body) {
		const { id } = this.platform;
		const answer = await json(`${this.simulatorUrl}/sim/ticketing/${id}/${action}`, 'POST', body);
		const refused = answer.calls.filter(({ status }) => status < 200 || status > 299);
		if (refused.length > 0) {
			throw new Mismatch(`${action}: the webhook was answered ${refused[0].status}`);
		}
		return { ...answer, ticket: answer.ticket ?? answer.tickets?.[0] };
	}

	/** Begins an event of another name and number. */
	async anotherEvent() {
		const { id } = this.platform;
		const event = { id: `makers-${id}`, name: `${EVENT.name} (${id})` };
		await json(`${this.simulatorUrl}/sim/ticketing`, 'PATCH', { event });
		return event;
	}

	/** Back to the event of all other cases. */
	async sameEvent() {
		await json(`${this.simulatorUrl}/sim/ticketing`, 'PATCH', { event: EVENT });
	}

	async sessions() {
		const { sessions } = await json(`${this.simulatorUrl}/sim/ticketing`);
		return sessions.filter(({ platform }) => platform === this.platform.id);
	}

	languageOf({ locale }, template = '') {
		const told = this.platform.locale;
		const ofOrder = /registration|buyer/.test(template);
		return told === true || (told === 'orders' && ofOrder) ? locale : FALLBACK;
	}

	/** How somebody is spoken to, in reports about a `speaker`. */
	greeted(person, about) {
		return this.platform.wholeName === about ? nameOf(person) : person.firstName;
	}

	/** The first session begins half an hour after the event. */
	sessionDate(_session, language) {
		return WHEN[language].time.replace('10:00', '10:30');
	}

	/** What people see of an order is not always what the platform calls it inside. */
	get order() {
		return this.platform.order === undefined ? undefined : ORDER;
	}

	#reads(wanted, body) {
		const [before, after] = wanted.split(ORDER);
		if (after === undefined) return wanted === body;
		const between = body.slice(before.length, body.length - after.length);
		return body.startsWith(before) && body.endsWith(after) && this.platform.order.test(between);
	}

	/**
	 * @param expected `{person, template, values, otherValues?, language?}`: exactly these messages came since the last time;
	 *   `otherValues` are as right as `values`
	 * @throws {Mismatch}
	 */
	async settle(expected) {
		const came = await this.phones.next(expected.length, expected.length === 0 ? 0 : PATIENCE_MS);
		const wanted = expected.map(({ person, template, values, otherValues, ...more }) => {
			const language = more.language ?? this.languageOf(person, template);
			return {
				who: nameOf(person),
				waId: waIdOf(person),
				template,
				language,
				body: bodyOf(this.pack, template, language, values),
				otherBody: bodyOf(this.pack, template, language, { ...values, ...otherValues }),
			};
		});
		const told = ({ waId, template, language, body }) => `${waId} ${template} ${language}\n${body}`;
		const got = came.map(({ waId, template, body }) => {
			const isRight = (one) => [one.body, one.otherBody].some((text) => this.#reads(text, body));
			const right = wanted.find((one) => one.waId === waId && isRight(one));
			return told({
				waId,
				template: template?.name,
				language: template?.language,
				body: right ? right.body : body,
			});
		});
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
