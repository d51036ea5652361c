import type { Answer } from '../http/router.ts';

/** A refusal in Stripe's shape. Source: Stripe, "API reference › Errors". */
export class StripeError extends Error {
	readonly answer: Answer;

	constructor(status: number, message: string, more: { code?: string; param?: string } = {}) {
		super(message);
		this.answer = {
			status,
			json: {
				error: {
					...(more.code === undefined
						? {}
						: {
								code: more.code,
								doc_url: `https://stripe.com/docs/error-codes/${doc(more.code)}`,
							}),
					message,
					...(more.param === undefined ? {} : { param: more.param }),
					type: 'invalid_request_error',
				},
			},
		};
	}
}

export function missing(param: string): StripeError {
	return new StripeError(400, `Missing required param: ${param}.`, {
		code: 'parameter_missing',
		param,
	});
}

function doc(code: string): string {
	return code.replaceAll('_', '-');
}
