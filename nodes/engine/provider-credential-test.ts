import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import type { ProviderTransport } from '../../core/credits/balance/balance';
import { readBalance } from '../../core/credits/balance/read-balance';
import { transportErrorFrom } from '../../core/graph/transport-failure';
import { n8nClock } from './clock';
import { providerAccess, stripeSecrets } from './provider-access';

/** The credential is good where the provider tells the balance. Of Stripe's secret only the shape can be looked at: nobody can be asked. */
export async function whatsAppCreditProviderApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const asked = providerAccess(data);
	if (!asked) return secretLooksRight(stripeSecrets(data));
	const ports = { clock: n8nClock, provider: testTransport(this) };
	const { kind, message, whatToDo } = await readBalance(asked.source, asked.access, ports);
	return kind === 'unavailable'
		? { status: 'Error', message: [message, whatToDo].filter(Boolean).join(' ') }
		: { status: 'OK', message };
}

function secretLooksRight(secrets: string[]): INodeCredentialTestResult {
	if (secrets.length === 0) return { status: 'Error', message: 'Webhook Secret is empty' };
	return secrets.every((secret) => secret.startsWith('whsec_'))
		? { status: 'OK', message: 'Whether it is the right one, the first payment tells' }
		: {
				status: 'Error',
				message: 'Stripe’s signing secrets begin with whsec_. It is not your API key.',
			};
}

/** A credential test has n8n's older request helper only. */
function testTransport(context: ICredentialTestFunctions): ProviderTransport {
	return async ({ method, url, headers, body, timeoutMs }) => {
		try {
			const answer = (await context.helpers.request({
				...{ method, uri: url, headers, timeout: timeoutMs },
				...(body === undefined ? {} : { body }),
				...{ json: true, simple: false, resolveWithFullResponse: true, followRedirect: false },
			})) as { statusCode: number; headers: Record<string, string>; body: unknown };
			return { status: answer.statusCode, headers: answer.headers, body: answer.body };
		} catch (error) {
			throw transportErrorFrom(error);
		}
	};
}
