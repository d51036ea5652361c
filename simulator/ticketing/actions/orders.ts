import type { OrderHappening } from '../happening.ts';
import { asArray, asObject, asText, type JsonObject } from '../../json.ts';
import { readPerson } from '../person.ts';
import type { Order, Ticket } from '../records.ts';
import type { Scene } from './scene.ts';

/** @returns a sentence when it cannot be read */
export function register(scene: Scene, body: JsonObject): OrderHappening | string {
	const buyer = readPerson(asObject(body['buyer']));
	if (buyer === undefined) return 'Send a buyer with firstName, lastName, email and phone.';
	const tickets: Ticket[] = [];
	const given = asArray(body['tickets']);
	for (const one of given.length === 0 ? [body['buyer']] : given) {
		const holder = readPerson(asObject(one));
		if (holder === undefined) return 'Each ticket is an object with its holder.';
		tickets.push({
			id: scene.newId(),
			holderId: scene.newId(),
			ticketName: asText(asObject(one)?.['ticketName']) ?? 'General admission',
			holder,
			status: 'valid',
			changedAt: scene.occurredAt,
		});
	}
	const order: Order = {
		id: scene.newId(),
		buyer,
		...(body['paid'] === false
			? { status: 'unpaid' }
			: { status: 'complete', paidAt: scene.occurredAt }),
		tickets,
		test: body['test'] === true,
		placedAt: scene.occurredAt,
		changedAt: scene.occurredAt,
	};
	return { action: 'register', order, attendees: body['attendees'] === true };
}

/** The money of an unpaid order arrives. */
export function pay(scene: Scene, body: JsonObject): OrderHappening | string {
	const order = orderNamed(scene, body);
	if (typeof order === 'string') return order;
	if (order.status !== 'unpaid') return `Order ${order.id} is ${order.status}: nothing is owed.`;
	const paidAt = scene.occurredAt;
	const paid: Order = { ...order, status: 'complete', paidAt, changedAt: paidAt };
	return { action: 'pay', order: paid, attendees: body['attendees'] === true };
}

/** Cancels the order and every ticket in it. */
export function cancelOrder(scene: Scene, body: JsonObject): OrderHappening | string {
	const order = orderNamed(scene, body);
	if (typeof order === 'string') return order;
	if (order.status === 'cancelled') return `Order ${order.id} has been cancelled already.`;
	const { occurredAt } = scene;
	const tickets = order.tickets.map((ticket): Ticket =>
		ticket.status === 'cancelled'
			? ticket
			: { ...ticket, status: 'cancelled', changedAt: occurredAt },
	);
	const cancelled: Order = { ...order, status: 'cancelled', tickets, changedAt: occurredAt };
	return { action: 'cancel-order', order: cancelled, attendees: body['attendees'] === true };
}

function orderNamed({ orders }: Scene, body: JsonObject): Order | string {
	const id = asText(body['order']);
	if (id === undefined) return 'Send { "order": "…" }, the number of an order.';
	return orders.find((order) => order.id === id) ?? `There is no order ${id} here.`;
}
