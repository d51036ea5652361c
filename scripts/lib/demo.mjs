// What the demonstrations in both engines share: the simulator's side of them.
import { setTimeout as sleep } from 'node:timers/promises';

/** The webhook secret that the demo's ticketing platforms and the flows share. */
export const WEBHOOK_SECRET = 'demo-webhook-secret-1234';

/** What n8n's credential and Node-RED's account ask for, out of the simulator's account. */
export function credentialDataOf(account) {
	const { accessToken, businessAccountId, phoneNumberId, appId } = account;
	const { appSecret, verifyToken, apiUrl, apiVersion } = account;
	return {
		accessToken,
		businessAccountId,
		phoneNumberId,
		appId,
		appSecret,
		verifyToken,
		apiUrl,
		apiVersion,
	};
}

/** Waits until the trigger has subscribed its address: statuses would go nowhere until then. */
export async function subscribed({ apiUrl, apiVersion, appId, appSecret }, timeoutMs = 60_000) {
	const address = `${apiUrl}/${apiVersion}/${appId}/subscriptions?access_token=${appId}|${appSecret}`;
	const deadline = Date.now() + timeoutMs;
	while ((await json(address)).data.length === 0) {
		if (Date.now() > deadline) throw new Error('The trigger did not subscribe to WhatsApp in time');
		await sleep(100);
	}
}

/** The simulator's event as the shipped flows ask for it; they leave it to their organiser. */
export function factsOf({ name, startsAt, timeZone, venue, url }) {
	return { name, startsAt, timeZone, venue, url, ticketName: 'General admission' };
}

/** Sends the webhooks of one of the simulator's ticketing platforms to this address. */
export const pointPlatform = async (simulatorUrl, platform, target) =>
	await json(`${simulatorUrl}/sim/ticketing/${platform}`, 'PUT', {
		target,
		secret: WEBHOOK_SECRET,
	});

/**
 * What docs/guides/platforms.md advises to tick, where a platform would also report each ticket of an order by
 * itself: whoever has several must hear of the whole order first.
 */
export const TICKED = {
	'hi-events': [
		...['order.created', 'order.marked_as_paid', 'order.cancelled'],
		...['attendee.updated', 'attendee.cancelled', 'event.updated'],
	],
	'ticket-tailor': [
		...['ORDER.CREATED', 'ORDER.UPDATED', 'ISSUED_TICKET.UPDATED'],
		...['EVENT.CREATED', 'EVENT.UPDATED'],
	],
	luma: ['guest.registered', 'guest.updated', 'event.created', 'event.updated'],
	tito: [
		...['registration.finished', 'registration.cancelled'],
		...['ticket.completed', 'ticket.reassigned', 'ticket.updated', 'ticket.voided'],
	],
};

/** Registers Aiko Tanaka, and waits until her message is read; returns the message. */
export async function registerOnce(simulatorUrl, say) {
	const aiko = registrationOf({ firstName: 'Aiko', lastName: 'Tanaka', phone: '+81 90-1234-5678' });
	const since = Date.now();
	const { calls } = await register(simulatorUrl, 'generic', aiko);
	say(`Registered Aiko Tanaka: the webhook was answered ${calls[0].status}`);
	const message = await waitForStatus(simulatorUrl, '819012345678', 'read', { since });
	if (message.status !== 'read') throw new Error(`The message failed: ${message.error?.title}`);
	return message;
}

/** The command that registers somebody, for people to copy. */
export const registerCommand = (simulatorUrl) =>
	`curl -s -X POST ${simulatorUrl}/sim/ticketing/generic/register -H 'Content-Type: application/json' \\
    -d '{"buyer":{"firstName":"Aiko","lastName":"Tanaka","email":"aiko@example.com","phone":"+81 90-1234-5678"}}'`;

/** A registration as somebody would make it on the ticketing platform. */
export function registrationOf({ firstName, lastName, phone, ...rest }) {
	const email = `${firstName}.${lastName}@example.com`.toLowerCase();
	return { buyer: { firstName, lastName, email, phone }, ...rest };
}

export const register = async (simulatorUrl, platform, registration) =>
	await json(`${simulatorUrl}/sim/ticketing/${platform}/register`, 'POST', registration);

/**
 * Waits until the first message of this phone has this status, or has failed; returns the message.
 *
 * @param {{timeoutMs?: number, since?: number}} options `since` leaves earlier messages out, in
 *   milliseconds since 1970
 */
export async function waitForStatus(
	simulatorUrl,
	waId,
	status,
	{ timeoutMs = 60_000, since = 0 } = {},
) {
	const deadline = Date.now() + timeoutMs;
	while (Date.now() < deadline) {
		const { phones } = await json(`${simulatorUrl}/sim/phones`);
		const message = phones
			.find((phone) => phone.waId === waId)
			?.messages.find((m) => m.direction === 'business' && Date.parse(m.at) >= since);
		if (message?.status === status || message?.status === 'failed') return message;
		await sleep(100);
	}
	throw new Error(`No message of ${status} reached ${waId} within ${timeoutMs / 1000} s`);
}

export async function json(url, method = 'GET', body = undefined) {
	const response = await fetch(url, {
		method,
		...(body === undefined
			? {}
			: { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text.slice(0, 500)}`);
	return text === '' ? undefined : JSON.parse(text);
}
