import { createHmac, randomUUID } from 'node:crypto';

const LANES = 8;
const WARM_UP_MS = 2000;
const MEASURE_MS = 10_000;

/**
 * Posts webhooks of one delivered message each, signed, as fast as they are answered.
 *
 * @returns calls answered 200 per second, and how many were answered otherwise
 */
export async function callsPerSecond(address, account) {
	const from = Date.now() + WARM_UP_MS;
	const until = from + MEASURE_MS;
	let answered = 0;
	let failed = 0;
	const lane = async () => {
		while (Date.now() < until) {
			const { status } = await post(address, account);
			const now = Date.now();
			if (status !== 200) failed++;
			else if (now >= from && now < until) answered++;
		}
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	return { perSecond: Number((answered / (MEASURE_MS / 1000)).toFixed(1)), failed };
}

async function post(address, account) {
	const body = JSON.stringify(deliveredUpdate(account));
	const signature = createHmac('sha256', account.appSecret).update(body).digest('hex');
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': `sha256=${signature}` },
		body,
	});
	await response.arrayBuffer();
	return response;
}

/** Source: Meta, "Webhooks: messages", status of a delivered message. */
function deliveredUpdate({ businessAccountId, phoneNumberId, displayPhoneNumber }) {
	const status = {
		id: `wamid.${randomUUID()}`,
		status: 'delivered',
		timestamp: String(Math.floor(Date.now() / 1000)),
		recipient_id: '819010000000',
	};
	const metadata = {
		display_phone_number: displayPhoneNumber.replace(/\D/g, ''),
		phone_number_id: phoneNumberId,
	};
	const value = { messaging_product: 'whatsapp', metadata, statuses: [status] };
	return {
		object: 'whatsapp_business_account',
		entry: [{ id: businessAccountId, changes: [{ field: 'messages', value }] }],
	};
}
