import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { checkAccount } from '../../core/account/check-account';
import { transportErrorFrom } from '../../core/graph/transport-failure';
import type { Transport } from '../../core/ports';
import { accountFrom } from '../../core/account/account';

/**
 * The credential's test, named in `testedBy` of every node that uses it: a declarative test could only
 * compare fixed values, and would call a credential good whose number belongs to another account.
 */
export async function whatsAppBusinessApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const account = accountFrom((credential.data ?? {}) as Record<string, string>);
	if (!account.accessToken) return { status: 'Error', message: 'Access Token is empty' };
	const { ok, message } = await checkAccount(
		testTransport(this, account.apiUrl, account.accessToken),
		account,
	);
	return { status: ok ? 'OK' : 'Error', message };
}

/** A credential test has n8n's older request helper only. */
function testTransport(
	context: ICredentialTestFunctions,
	apiUrl: string,
	token: string,
): Transport {
	return async (request) => {
		try {
			const response = (await context.helpers.request({
				method: request.method,
				uri: `${apiUrl}${request.path}`,
				qs: request.query,
				headers: { Authorization: `Bearer ${request.accessToken ?? token}` },
				json: true,
				simple: false,
				resolveWithFullResponse: true,
				timeout: request.timeoutMs,
			})) as { statusCode: number; headers: Record<string, string>; body: unknown };
			return { status: response.statusCode, headers: response.headers, body: response.body };
		} catch (error) {
			throw transportErrorFrom(error);
		}
	};
}
