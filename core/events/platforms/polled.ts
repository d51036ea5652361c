import type { PlatformSignature, Verification } from './platform';

/** A platform that calls nobody has nothing to prove: whoever calls in its name is refused. */
export const polled = (
	name: string,
): { arrival: 'poll'; signature: PlatformSignature; verify: () => Verification } => ({
	arrival: 'poll',
	signature: {
		type: 'none',
		header: '',
		description: `${name} sends no webhooks. Ask its API on a schedule, and hand the answer to Event Messages.`,
	},
	verify: () => ({
		ok: false,
		reason: 'signature_missing',
		message: `${name} sends no webhooks, so this call is not from it. Ask its API on a schedule, and hand the answer to Event Messages.`,
	}),
});
