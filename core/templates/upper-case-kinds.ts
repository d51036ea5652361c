import { isObject, type JsonObject } from './json';

/** What Meta's guides write in small letters (`"type": "body"`), and the API returns in capitals. */
const KINDS = [
	...['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'],
	...[
		'CALL_PERMISSION_REQUEST',
		'TEXT',
		'IMAGE',
		'VIDEO',
		'DOCUMENT',
		'LOCATION',
		'GIF',
		'PRODUCT',
	],
	...['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'OTP', 'CATALOG', 'MPM', 'SPM', 'FLOW'],
	...['ONE_TAP', 'ZERO_TAP', 'VOICE_CALL', 'ORDER_DETAILS', 'NAMED', 'POSITIONAL'],
	...['UTILITY', 'MARKETING', 'AUTHENTICATION'],
];
const FIELDS = ['type', 'format', 'otp_type', 'category', 'parameter_format'];
const LISTS = ['components', 'buttons', 'cards'];

/** A template, component or button with the names of known kinds in capitals, all else untouched. */
export function upperCaseKinds(part: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(part).map(([key, value]) => {
			if (LISTS.includes(key) && Array.isArray(value)) {
				return [key, value.map((entry) => (isObject(entry) ? upperCaseKinds(entry) : entry))];
			}
			const kind = FIELDS.includes(key) && typeof value === 'string' ? value.toUpperCase() : '';
			return [key, KINDS.includes(kind) ? kind : value];
		}),
	);
}
