import { createHmac } from 'node:crypto';
import { DEMO_CREDENTIALS } from '../../../../simulator/credentials';
import type { UpdateCase, UpdateStep } from '../../words/cases';

const asked = (token: string) => ({
	'hub.mode': 'subscribe',
	'hub.verify_token': token,
	'hub.challenge': '1158201444',
});

const { verifyToken, appSecret } = DEMO_CREDENTIALS;

const handshake = (
	name: string,
	query: Record<string, string>,
	answer: Pick<UpdateStep, 'status' | 'challenge' | 'told'>,
	account: UpdateCase['account'] = {},
): UpdateCase => ({
	node: 'Business Trigger',
	name: `a handshake ${name}`,
	account,
	calls: [{ handshake: query, ...answer }],
});

const refused = (why: RegExp) => ({ status: 403, told: why });

const made = createHmac('sha256', appSecret).update('verify-token').digest('hex').slice(0, 32);

export const handshakeCases: UpdateCase[] = [
	handshake('is answered with its challenge', asked(verifyToken), {
		status: 200,
		challenge: '1158201444',
	}),
	handshake('with a wrong token is refused', asked('guessed'), refused(/403.*verify token/)),
	handshake('without a token is refused', { 'hub.mode': 'subscribe' }, refused(/403/)),
	handshake(
		'without a challenge is refused',
		{ 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken },
		refused(/no hub\.challenge/),
	),
	handshake(
		'of another mode is refused',
		{ ...asked(verifyToken), 'hub.mode': 'unsubscribe' },
		refused(/hub\.mode/),
	),
	handshake('with nothing at all is refused', {}, refused(/403/)),
	handshake(
		'takes a token made from the app secret where the account has none',
		asked(made),
		{ status: 200, challenge: '1158201444' },
		{ verifyToken: '' },
	),
	handshake(
		'with an empty token is refused, also where the account has none',
		asked(''),
		refused(/403/),
		{ verifyToken: '', appSecret: '' },
	),
];
