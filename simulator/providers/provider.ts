import type { Answer, Request } from '../http/router.ts';

/** How the balance endpoint of a provider asks and answers. */
export interface Provider {
	id: string;
	name: string;
	/** Below `/sim/providers/{id}`; parts that begin with `:` are named by `access`. */
	paths: readonly string[];
	/** What to type into a credential; the values of the demo account. */
	access: Readonly<Record<string, string>>;
	amount: number;
	currency: string;
	/** Whether the call carries the right key and names the right account. */
	isAllowed(request: Request): boolean;
	/** The body of a balance. */
	balance(amount: number, currency: string, request: Request): unknown;
	/** What a wrong key is answered. */
	refusal: Answer;
}

/** The user and password of `Authorization: Basic`. */
export function isBasic(request: Request, user: string, password: string): boolean {
	const given = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
	return Buffer.from(given, 'base64').toString() === `${user}:${password}`;
}

export function isAuthorization(request: Request, value: string): boolean {
	return request.headers.authorization === value;
}
