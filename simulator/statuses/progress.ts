import { displayPhone } from '../checks/recipient.ts';
import type { ControlSettings } from '../control/settings.ts';
import { titleOf } from '../graph/errorCodes.ts';
import { quoteOfStatus } from '../money/chargeMessage.ts';
import { userIdOf } from '../phones/identity.ts';
import type { MessageStatus, PhoneMessage } from '../phones/message.ts';
import type { World } from '../world.ts';
import { climb } from './ladder.ts';
import { hasPricing, statusValue } from './statusValue.ts';

interface Step {
	status: MessageStatus;
	/** Simulated milliseconds after the message was accepted. */
	at: number;
}

/**
 * Lets an accepted message go its way: sent, delivered and read, or failed, each with a webhook.
 *
 * @param fail Meta's code when the message fails instead
 */
export function beginProgress(
	world: World,
	waId: string,
	message: PhoneMessage,
	fail: number | undefined,
): void {
	const steps = stepsOf(world.settings.statuses, fail);
	const done = message.statusAt ?? {};
	const open = steps.filter((step) => done[step.status] === undefined);
	next(world, { waId, id: message.id, fail }, open, 0);
}

/** Goes on with the messages that were on their way when the simulator last stopped. */
export function resumeProgress(world: World): void {
	for (const { waId, message, fail } of world.messages.waiting()) {
		beginProgress(world, waId, message, fail);
	}
}

/** Reports one status: on the phone, in storage, to the pages and by webhook. */
export function report(
	world: World,
	waId: string,
	message: PhoneMessage,
	status: MessageStatus,
	waiting: boolean,
): void {
	const now = world.clock.now();
	const phone = world.phones.get(waId);
	const number = world.numbers.get(message.from?.phoneNumberId ?? '');
	if (phone === undefined || number === undefined) return;
	const { phoneNumberId, displayPhoneNumber } = number;
	const arrived = status === 'delivered' || status === 'read';
	const value = statusValue(message, status, {
		phoneNumberId,
		displayPhoneNumber,
		waId,
		userId: userIdOf(waId, world.credentials.businessId),
		profileName: phone.name || displayPhone(waId),
		now,
		quote: hasPricing(message, status) ? quoteOfStatus(world, waId, message, arrived) : undefined,
	});
	climb(message, status, new Date(now).toISOString());
	world.messages.update(message, waiting);
	world.events.message(phone, message);
	const copies = world.settings.statuses.duplicate ? 2 : 1;
	for (let copy = 0; copy < copies; copy += 1) {
		world.webhooks.send({ field: 'messages', value }, phoneNumberId);
	}
}

function next(
	world: World,
	sent: { waId: string; id: string; fail: number | undefined },
	steps: Step[],
	position: number,
): void {
	const step = steps[position];
	if (step === undefined) return;
	const before = steps[position - 1]?.at ?? 0;
	world.schedule.after(Math.max(0, step.at - before), () => {
		// Read afresh: it may have been read by hand in the meantime.
		const message = world.messages.get(sent.id)?.message;
		if (message === undefined) return;
		if (step.status === 'failed' && sent.fail !== undefined) {
			message.error = { code: sent.fail, title: titleOf(sent.fail) };
		}
		if (message.statusAt?.[step.status] === undefined) {
			report(world, sent.waId, message, step.status, position < steps.length - 1);
		}
		next(world, sent, steps, position + 1);
	});
}

function stepsOf(settings: ControlSettings['statuses'], fail: number | undefined): Step[] {
	if (fail !== undefined) return [{ status: 'failed', at: settings.sentMs }];
	const normal: Step[] = [
		{ status: 'sent', at: settings.sentMs },
		{ status: 'delivered', at: settings.deliveredMs },
		...(settings.autoRead ? [{ status: 'read' as const, at: settings.readMs }] : []),
	];
	if (settings.order === 'without_delivered') {
		return normal.filter((step) => step.status !== 'delivered' || !settings.autoRead);
	}
	if (settings.order === 'normal') return normal;
	const statuses = normal.map((step) => step.status).reverse();
	if (settings.order === 'shuffled') statuses.sort(() => Math.random() - 0.5);
	return normal.map((step, index) => ({ at: step.at, status: statuses[index] ?? step.status }));
}
