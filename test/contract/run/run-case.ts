import { startSimulator } from '../../../simulator/index';
import type { Adapter } from '../adapter';
import type { ContractCase } from '../words/cases';
import { runAccountCase } from './account';
import { runEventCase } from './event-trigger';
import { runPlanCase } from './event-messages';
import { expectNothingPrivate } from './privacy';
import { runManageCase } from './manage-template';
import { runSendCase } from './send-template';
import { runUpdateCase } from './business-trigger';
import { World } from './world';

/**
 * Runs one case through one engine and checks what is expected of it.
 *
 * @returns everything the engine gave back, for comparing it with what another engine gave
 */
export async function runCase(contractCase: ContractCase, adapter: Adapter): Promise<unknown> {
	const { settings } = contractCase;
	const empty = contractCase.node === 'Manage Template' && contractCase.seeded !== true;
	const world = new World(await startSimulator({ settings, empty }), adapter);
	try {
		await adapter.open(world.simulator);
		const observed = await runOn(contractCase, world);
		expectNothingPrivate(contractCase, observed, await adapter.told(), world);
		return observed;
	} finally {
		await world.close();
	}
}

async function runOn(contractCase: ContractCase, world: World): Promise<unknown> {
	switch (contractCase.node) {
		case 'Send Template':
			return await runSendCase(contractCase, world);
		case 'Business Trigger':
			return await runUpdateCase(contractCase, world);
		case 'Event Trigger':
			return await runEventCase(contractCase, world);
		case 'Event Messages':
			return await runPlanCase(contractCase, world);
		case 'Manage Template':
			return await runManageCase(contractCase, world);
		case 'Account':
			return await runAccountCase(contractCase, world);
	}
}
