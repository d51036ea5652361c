import { GraphError } from '../graph/error.ts';

/**
 * Why a template is not taken: Meta's subcodes and titles. Source: Meta, "Error codes › Template
 * creation errors"; 2388023, 2388043 and 2494102 as clients report them from Meta's answers.
 */
const REASONS = {
	limit: { subcode: 2388019, title: 'Message Template Limit Exceeded' },
	beingDeleted: { subcode: 2388023, title: 'Message template language is being deleted' },
	exists: { subcode: 2388024, title: 'Content in This Language Already Exists' },
	status: { subcode: 2388039, title: "Message template status can't be changed" },
	length: { subcode: 2388040, title: 'Character limit exceeded' },
	missing: {
		subcode: 2388043,
		title: 'Message template "components" param is missing expected field(s)',
	},
	header: { subcode: 2388047, title: 'Message header format is incorrect' },
	body: { subcode: 2388072, title: 'Message body format is incorrect' },
	footer: { subcode: 2388073, title: 'Message footer format is incorrect' },
	ratio: { subcode: 2388293, title: 'Parameters words ratio exceeds limit' },
	edge: { subcode: 2388299, title: 'Leading or trailing parameters not allowed' },
} as const;

/** One of Meta's known reasons. */
export type Reason = keyof typeof REASONS;

/** A refusal with one of Meta's known subcodes. */
export function refusal(reason: Reason, userMessage: string): GraphError {
	const { subcode, title } = REASONS[reason];
	return new GraphError(100, {
		subcode,
		message: 'Invalid parameter',
		userTitle: title,
		userMessage,
	});
}

/** A refusal whose subcode nobody has published: the plain 100, with the reason in words. */
export function plainRefusal(userMessage: string, userTitle = 'Invalid parameter'): GraphError {
	return new GraphError(100, { message: 'Invalid parameter', userTitle, userMessage });
}

/** A sample that no upload has given. Clients report 131009 with this subcode. */
export function badHandle(userMessage: string): GraphError {
	return new GraphError(131009, {
		subcode: 2494102,
		userTitle: 'Uploaded media handle is invalid',
		userMessage,
	});
}
