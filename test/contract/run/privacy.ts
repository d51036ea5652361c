import type { ContractCase } from '../words/cases';
import { SECRET } from './event-trigger';
import type { World } from './world';

/** Fewer digits are no number of anybody. */
const LONGEST_SHOWN = 7;

/** Those in core/webhooks/fixtures and in examples. */
const KNOWN_PHONES = ['16505551234', '819012345678', '818098765432', '819055556666'];

/** How our own sentences show what a phone number looks like. */
const OUR_EXAMPLE = '+81 90 1234 5678';

/**
 * No secret leaves a node. Whole phone numbers stand in what a flow needs them in (who wrote, to whom
 * to send), and nowhere else: not in results, logs, errors and statuses.
 */
export function expectNothingPrivate(
	contractCase: ContractCase,
	observed: unknown,
	told: string,
	{ simulator }: World,
): void {
	const { accessToken, appSecret, verifyToken } = simulator.credentials;
	const typed = Object.entries(contractCase.account ?? {})
		.filter(([name]) => ['accessToken', 'appSecret', 'verifyToken'].includes(name))
		.flatMap(([, value]) => value.split(','))
		.map((value) => value.trim());
	const secrets = [accessToken, appSecret, verifyToken, SECRET, ...typed].filter(Boolean);
	const results = JSON.stringify(observed);
	for (const secret of secrets) {
		expect(results).not.toContain(secret);
		expect(told).not.toContain(secret);
	}
	const masked = contractCase.node === 'Send Template' ? [told, withoutInput(observed)] : [told];
	for (const text of masked.map(digitsTogether)) {
		for (const digits of phonesIn(contractCase)) expect(text).not.toContain(digits);
	}
}

/** `input` is the item as it came; by `waId` a flow finds the person a reply comes from. */
const withoutInput = (observed: unknown) =>
	JSON.stringify(observed, (key, value: unknown) =>
		key === 'input' || key === 'waId' ? undefined : value,
	);

/** `090-1234-5678` and `090 12345678` are the same number. */
const digitsTogether = (text: string) =>
	text.replaceAll(OUR_EXAMPLE, '').replace(/(?<=\d)[ ().-]+(?=\d)/g, '');

/** The ends of the phone numbers of a case: who knows eight digits knows the person. */
function phonesIn(contractCase: ContractCase): string[] {
	const items = contractCase.node === 'Send Template' ? contractCase.runs : [];
	return [...KNOWN_PHONES, ...items.flatMap((run) => run.items.map(({ to }) => to))]
		.map((to) => String(to).replace(/\D/g, ''))
		.filter((digits) => digits.length > LONGEST_SHOWN)
		.map((digits) => digits.slice(-8));
}
