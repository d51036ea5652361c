import {
	MemoryMarks,
	systemClock,
	type AccountNode,
	type ManagePorts,
	type OpenRequests,
	type TemplateMarks,
} from '../../engine';

/** What a run needs of this Node-RED. Without an account it reads nothing, and remembers nothing. */
export const portsOf = (
	account: AccountNode | undefined,
	requests: OpenRequests,
	more: Pick<ManagePorts, 'logger' | 'isStopped'> = {},
): ManagePorts => ({
	...(account ? { transport: account.transport(requests) } : {}),
	clock: systemClock,
	marks: account ? marksOf(account) : new MemoryMarks(),
	...more,
});

/** The store is opened where it is needed: what only reads goes on without it. */
const marksOf = (account: AccountNode): TemplateMarks => ({
	add: async (marks) => await account.store().templates().marks.add(marks),
	known: async (marks) => await account.store().templates().marks.known(marks),
});
