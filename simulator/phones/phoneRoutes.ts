import { displayPhone } from '../checks/recipient.ts';
import { jsonBody, type Answer, type Request, type Router } from '../http/router.ts';
import { asObject, asText } from '../json.ts';
import { report } from '../statuses/progress.ts';
import type { PhoneRecord } from '../storage/phoneStore.ts';
import type { SendingNumber, World } from '../world.ts';
import { setMarketing, tapQuickReply, writeText } from './inbound.ts';
import type { Phone, PhoneMessage } from './message.ts';

/** Adds `/sim/phones` and `/sim/events`. See CONTROL-API.md. */
export function addPhoneRoutes(router: Router, world: World): void {
	router
		.add('GET', '/sim/events', (request) => {
			world.events.open(request.response);
			return { status: 200 };
		})
		.add('GET', '/sim/phones', (request) => {
			const limit = Number(request.query.get('limit') ?? 1_000_000);
			return ok({ phones: phonesOf(world, Number.isInteger(limit) ? limit : 1_000_000) });
		})
		.add('GET', '/sim/phones/:waId', (request) => {
			const phone = world.phones.get(request.params['waId'] ?? '');
			return phone === undefined ? notFound() : ok(phoneOf(world, phone));
		})
		.add('POST', '/sim/phones/:waId/text', (request) => write(world, request))
		.add('POST', '/sim/phones/:waId/tap', (request) => tap(world, request))
		.add('POST', '/sim/phones/:waId/read', (request) => read(world, request))
		.add('POST', '/sim/phones/:waId/marketing', (request) => marketing(world, request));
}

/** Phones with their messages, newest activity first. */
export function phonesOf(world: World, limit = 1_000_000): Phone[] {
	return world.phones.recent(limit).map((phone) => phoneOf(world, phone));
}

/** One phone with its messages, oldest first. */
export function phoneOf(world: World, phone: PhoneRecord): Phone {
	const { waId, name, marketingStopped } = phone;
	return {
		waId,
		display: displayPhone(waId),
		name,
		...(marketingStopped ? { marketingStopped } : {}),
		messages: world.messages.ofPhone(waId),
	};
}

function write(world: World, request: Request): Answer {
	const waId = readWaId(request);
	const body = asObject(jsonBody(request));
	const text = asText(body?.['text']);
	if (waId === undefined) return refuse('A phone is digits with its country code.');
	if (text === undefined) return refuse('Send { "text": "…" }.');
	const name = asText(body?.['name']);
	const options = { number: numberOf(world), ...(name === undefined ? {} : { name }) };
	return ok({ message: writeText(world, waId, text, options) });
}

function tap(world: World, request: Request): Answer {
	const waId = readWaId(request) ?? '';
	const body = asObject(jsonBody(request));
	const message = messageOn(world, waId, asText(body?.['messageId']));
	if (message === undefined) return refuse('There is no such message on this phone.');
	const card = asText(body?.['cardIndex']);
	const shown =
		card === undefined ? message : message.cards?.find((one) => one.index === Number(card));
	const button = shown?.buttons?.find((one) => one.index === Number(body?.['buttonIndex']));
	if (button === undefined) return refuse('This message has no such button.');
	if (button.type === 'QUICK_REPLY') {
		const payload = button.payload ?? button.text;
		const tapped = { message, text: button.text, payload };
		const number = numberOf(world, message.from?.phoneNumberId);
		return ok({ message: tapQuickReply(world, waId, tapped, number) });
	}
	const call = button.phoneNumber === undefined ? undefined : `tel:${button.phoneNumber}`;
	return ok({ opened: button.url ?? call ?? button.code ?? button.text });
}

function read(world: World, request: Request): Answer {
	const waId = readWaId(request) ?? '';
	const wanted = asText(asObject(jsonBody(request))?.['messageId']);
	const unread = world.messages
		.ofPhone(waId)
		.filter((message) => message.status === 'delivered')
		.filter((message) => wanted === undefined || message.id === wanted);
	for (const message of unread) report(world, waId, message, 'read', false);
	return ok({ read: unread.map((message) => message.id) });
}

function marketing(world: World, request: Request): Answer {
	const waId = readWaId(request);
	const value = asText(asObject(jsonBody(request))?.['value']);
	if (waId === undefined) return refuse('A phone is digits with its country code.');
	if (value !== 'stop' && value !== 'resume') return refuse('Send { "value": "stop" | "resume" }.');
	setMarketing(world, waId, value, numberOf(world));
	return ok({ value });
}

function messageOn(world: World, waId: string, id: string | undefined): PhoneMessage | undefined {
	const stored = id === undefined ? undefined : world.messages.get(id);
	const here = stored?.waId === waId && stored.message.direction === 'business';
	return here ? stored.message : undefined;
}

function numberOf(world: World, id = world.credentials.phoneNumberId): SendingNumber {
	const number = world.numbers.get(id) ?? [...world.numbers.values()][0];
	if (number === undefined) throw new Error('The account has no number.');
	return number;
}

function readWaId(request: Request): string | undefined {
	const digits = (request.params['waId'] ?? '').replace(/[\s()+-]/g, '');
	return /^\d{5,17}$/.test(digits) ? digits : undefined;
}

function ok(json: unknown): Answer {
	return { status: 200, json };
}

function refuse(error: string): Answer {
	return { status: 400, json: { error } };
}

function notFound(): Answer {
	return { status: 404, json: { error: 'There is no such phone.' } };
}
