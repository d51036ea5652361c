/** What Meta says of a code: the words after `(#code)`, and the HTTP status when it is not 400. */
interface ErrorCode {
	title: string;
	status?: number;
}

/**
 * Source: Meta, "Cloud API error codes"; HTTP statuses as listed in the reference, else 400.
 * A code that is missing here is answered with Meta's words for 131000.
 */
const ERROR_CODES: Readonly<Record<number, ErrorCode>> = {
	0: { title: 'We were unable to authenticate the app user', status: 401 },
	1: { title: 'An unknown error occurred' },
	2: { title: 'Service temporarily unavailable', status: 503 },
	3: { title: 'Application does not have the capability to make this API call.', status: 500 },
	4: { title: 'Application request limit reached' },
	10: { title: 'Application does not have permission for this action', status: 403 },
	33: { title: 'Parameter value is not valid' },
	100: { title: 'Invalid parameter' },
	190: { title: 'Invalid OAuth access token - Cannot parse access token', status: 401 },
	200: { title: 'You do not have permission to access this resource', status: 403 },
	368: { title: 'Temporarily blocked for policies violations', status: 403 },
	2200: { title: 'Callback verification failed with the following errors' },
	80007: { title: 'Rate limit issues' },
	130429: { title: 'Rate limit hit' },
	130472: { title: "User's number is part of an experiment" },
	130497: {
		title: 'Business account is restricted from messaging users in this country.',
		status: 403,
	},
	131000: { title: 'Something went wrong', status: 500 },
	131005: { title: 'Access denied', status: 403 },
	131008: { title: 'Required parameter is missing' },
	131009: { title: 'Parameter value is not valid' },
	131016: { title: 'Service unavailable', status: 500 },
	131021: { title: 'Recipient cannot be sender' },
	131026: { title: 'Message undeliverable' },
	131030: { title: 'Recipient phone number not in allowed list' },
	131031: { title: 'Account has been locked', status: 403 },
	131042: { title: 'Business eligibility payment issue' },
	131045: { title: 'Incorrect certificate', status: 500 },
	131047: { title: 'Re-engagement message' },
	131048: { title: 'Spam rate limit hit' },
	131049: { title: 'Meta chose not to deliver' },
	131050: { title: 'User has stopped receiving marketing messages from this business' },
	131051: { title: 'Unsupported message type' },
	131052: { title: 'Media download error' },
	131053: { title: 'Media upload error' },
	131055: { title: 'Method not allowed' },
	131056: { title: '(Business Account, Consumer Account) pair rate limit hit' },
	131057: { title: 'Account in maintenance mode', status: 500 },
	132000: { title: 'Number of parameters does not match the expected number of params' },
	132001: { title: 'Template name does not exist in the translation', status: 404 },
	132005: { title: 'Translated text too long' },
	132007: { title: 'Template format character policy violated' },
	132012: { title: 'Parameter format does not match format in the created template' },
	132015: { title: 'Template is paused' },
	132016: { title: 'Template is disabled' },
	132018: { title: 'There was an issue with the parameters in your template' },
	132068: { title: 'Flow is blocked' },
	133000: { title: 'Incomplete deregistration', status: 500 },
	133004: { title: 'Server temporarily unavailable', status: 503 },
	133010: { title: 'Phone number not registered' },
	134100: { title: 'Only marketing messages supported' },
	134101: { title: 'Your template is still syncing' },
	134102: { title: 'Template unavailable for use', status: 500 },
	135000: { title: 'Generic user error' },
};

/** Meta's words for a code. */
export function titleOf(code: number): string {
	return (ERROR_CODES[code] ?? ERROR_CODES[131000])?.title ?? '';
}

/** The HTTP status of a code. */
export function statusOf(code: number): number {
	return ERROR_CODES[code]?.status ?? 400;
}
