import type { Account } from '../../account/account';
import { GraphCallError } from '../../graph/error';
import { TransportError } from '../../ports';
import { findReadyMade } from '../pack';
import { templateSource, type TemplateSource } from '../read-templates';
import { applyTemplates, type Wanted } from './apply-templates';
import { checkDefinitions, previewDefinitions } from './check-definitions';
import { deleteTemplates } from './delete-templates';
import { listAll, lookUp, namedIn, NO_NAME, readyMade } from './look-up';
import { readAccountTemplates } from './read-account';
import { readDefinitions } from './read-input';
import type { ManagePorts, TemplateInput, TemplateRun } from './run';
import { inputFailed, type Told } from './told';

/**
 * Runs one operation of Manage Template over its inputs. Each ends in one result or more, whatever becomes
 * of the others; Get Many, Get Ready-Made and lists of definitions give several.
 *
 * @throws {GraphCallError} {TransportError} when the account cannot be read or refuses the token, and
 * nothing was done yet
 * @throws {Error} when an operation needs an account, and there is none
 */
export async function manageTemplates(run: TemplateRun, ports: ManagePorts): Promise<void> {
	const { operation, settings } = run;
	const tell = (index: number, told: Told) => run.report(index, { operation, ...told });
	switch (operation) {
		case 'getReadyMade':
			return forEachInput(run, tell, async () => {
				return findReadyMade(settings.readyMade).map(readyMade);
			});
		case 'check':
			return await check(run, ports, tell);
		case 'preview': {
			const { wanted, inputs } = await readWanted(run);
			return previewDefinitions(wanted, (index) => inputs.get(index)?.values, tell);
		}
		case 'apply':
		case 'submit': {
			const { wanted } = await readWanted(run);
			const account = requireAccount(run.account);
			const source = sourceOf(account, run, ports);
			return await applyTemplates(wanted, { ...run, account }, source, ports, tell);
		}
		case 'getMany':
			return forEachInput(run, tell, async () => {
				return await listAll(settings, sourceOf(requireAccount(run.account), run, ports));
			});
		case 'get':
		case 'getStatus':
			return forEachInput(run, tell, async (input) => {
				const named = namedIn(input);
				const source = sourceOf(requireAccount(run.account), run, ports);
				return named.name ? await lookUp(named, settings, source, operation === 'get') : [NO_NAME];
			});
		case 'delete':
			return forEachInput(run, tell, async (input) => {
				const named = namedIn(input);
				const account = requireAccount(run.account);
				const told: Told[] = [];
				if (!named.name) return [NO_NAME];
				const source = sourceOf(account, run, ports);
				await deleteTemplates(named, { settings, account }, source, ports, (one) => told.push(one));
				return told;
			});
	}
}

/** With an account, its templates are compared as well: Meta refuses a text that is there already. */
async function check(
	run: TemplateRun,
	ports: ManagePorts,
	tell: (index: number, told: Told) => void,
): Promise<void> {
	const { wanted } = await readWanted(run);
	const { account } = run;
	if (!account?.accessToken || !account.businessAccountId) return checkDefinitions(wanted, tell);
	const { templates } = await readAccountTemplates(sourceOf(account, run, ports));
	checkDefinitions(wanted, tell, templates);
}

/** The definitions of all inputs; an input that cannot be read is one problem among them. */
async function readWanted(
	run: TemplateRun,
): Promise<{ wanted: Wanted[]; inputs: Map<number, TemplateInput> }> {
	const wanted: Wanted[] = [];
	const inputs = new Map<number, TemplateInput>();
	for (let index = 0; index < run.count; index++) {
		try {
			const input = await run.input(index);
			inputs.set(index, input);
			wanted.push(...readDefinitions(input.definition).map((read) => ({ index, read })));
		} catch (error) {
			const { message: problem, whatToDo = '' } = inputFailed(error);
			wanted.push({ index, read: { problem, whatToDo } });
		}
	}
	return { wanted, inputs };
}

/** One input after the other; a failure is a result of its input, unless nothing was reached at all. */
async function forEachInput(
	run: TemplateRun,
	tell: (index: number, told: Told) => void,
	work: (input: TemplateInput) => Promise<Told[]>,
): Promise<void> {
	let reached = false;
	for (let index = 0; index < run.count; index++) {
		try {
			const input = await run.input(index);
			for (const told of await work(input)) tell(index, told);
			reached = true;
		} catch (error) {
			if (!reached && isOfTheRun(error)) throw error;
			tell(index, failed(error));
		}
	}
}

/** No connection, or a token that is refused: the next input would fail in the same way. */
function isOfTheRun(error: unknown): boolean {
	if (error instanceof AccountMissing || error instanceof TransportError) return true;
	return error instanceof GraphCallError && ['auth', 'permission'].includes(error.error.class);
}

function failed(error: unknown): Told {
	if (error instanceof GraphCallError) {
		const { whatToDo } = error.error;
		return {
			outcome: 'failed',
			reason: error.error.class === 'rate' ? 'rate_limited' : 'refused',
			message: error.message,
			whatToDo,
			error: error.error,
		};
	}
	if (error instanceof TransportError) {
		return {
			outcome: 'failed',
			reason: 'not_reached',
			message: `WhatsApp could not be reached: ${error.message}`,
			whatToDo: 'Check the connection and the API address, then run this again.',
		};
	}
	return inputFailed(error);
}

class AccountMissing extends Error {}

function requireAccount(account: Account | undefined): Account {
	if (account?.accessToken && account.businessAccountId) return account;
	throw new AccountMissing(
		'This operation needs an account with Access Token and WhatsApp Business Account ID',
	);
}

function sourceOf(account: Account, { settings }: TemplateRun, ports: ManagePorts): TemplateSource {
	if (!ports.transport) throw new AccountMissing('This operation needs an account');
	return templateSource(account, ports.transport, settings.timeoutMs);
}
