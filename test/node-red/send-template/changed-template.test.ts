import { createHmac } from 'node:crypto';
import { outcomes, person, phone, sendNode, useNodeRedDesk } from '../desk';

const desk = useNodeRedDesk();

const NAME = 'attendee_registration_confirmation';
const PATH = 'changes';

const trigger = (more: object = {}) => ({
	id: 'trigger',
	type: 'whatsapp-business-trigger',
	z: 'tab',
	account: 'account',
	path: PATH,
	publicUrl: '',
	updates: ['messages', 'statuses', 'templates', 'account'],
	statuses: ['sent', 'delivered', 'read', 'failed'],
	scope: 'app',
	wires: [['third'], ['third'], ['third'], ['third']],
	...more,
});

let people = 0;

async function send(): Promise<string> {
	const { delivered, refused } = await desk.send(person(phone(++people)));
	return String(outcomes([...delivered, ...refused])[0]?.join(' '));
}

/** WhatsApp tells that a template of this account was paused. */
async function tellPaused(name = NAME, businessAccountId?: string): Promise<void> {
	const { appSecret, businessAccountId: own } = desk.simulator.credentials;
	const value = {
		event: 'PAUSED',
		message_template_id: 1,
		message_template_name: name,
		message_template_language: 'en',
	};
	const body = JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [
			{
				id: businessAccountId ?? own,
				time: Math.floor(Date.now() / 1000) + people,
				changes: [{ field: 'message_template_status_update', value }],
			},
		],
	});
	const signature = createHmac('sha256', appSecret).update(body).digest('hex');
	const answer = await fetch(`${desk.nodeRed.url}/whatsapp-events/whatsapp/${PATH}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': `sha256=${signature}` },
		body,
	});
	expect(answer.status).toBe(200);
}

const pause = () => desk.simulator.control.changeTemplate(NAME, 'en', { status: 'PAUSED' });

test('a template that was paused is sent for minutes, unless somebody tells', async () => {
	await desk.deploy(sendNode(), trigger());
	expect(await send()).toBe('accepted ');
	pause();
	await tellPaused('another_template');
	await tellPaused(NAME, '999');
	// Taken to be approved still; WhatsApp itself refuses it.
	expect(await send()).toBe('rejected refused');
});

test.each([
	['that lets template updates through', {}],
	['that keeps them back', { updates: ['messages'] }],
])('a business trigger %s tells send template at once', async (_which, more) => {
	await desk.deploy(sendNode(), trigger(more));
	expect(await send()).toBe('accepted ');
	pause();
	await tellPaused();
	expect(await send()).toBe('skipped template_paused');
});

test('a template that was refused is asked for again with the next message', async () => {
	pause();
	expect(await send()).toBe('skipped template_paused');
	desk.simulator.control.changeTemplate(NAME, 'en', { status: 'APPROVED' });
	expect(await send()).toBe('accepted ');
});
