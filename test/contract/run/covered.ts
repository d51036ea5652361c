import templates from '../../../simulator/seed/templates.json';
import { listParameters } from '../../../core/templates/parameters';
import type { MessageTemplate } from '../../../core/templates/template';
import { contractCases } from '../cases';
import type { ContractCase, ExpectedResult, Match, SendCase } from '../words/cases';
import { TEMPLATE } from './send-template';

/** What the cases are about, read off what they expect. */
const of = <Node extends ContractCase['node']>(node: Node) =>
	contractCases.filter((entry) => entry.node === node) as Array<
		Extract<ContractCase, { node: Node }>
	>;

const sends = of('Send Template');
const updates = of('Business Trigger').flatMap(({ calls }) => calls);
const events = of('Event Trigger');
const plans = of('Event Messages');

const results = (): ExpectedResult[] =>
	sends.flatMap(({ runs }) => runs.flatMap((run) => run.results));

const leftOut = (): Match[] => [
	...plans.flatMap((plan) => plan.leftOut ?? []),
	...events.flatMap(({ calls }) => calls.flatMap((call) => call.leftOut ?? [])),
];

const notifications = (): Match[] =>
	updates.flatMap(({ outputs = {} }) => Object.values(outputs).flat());

export const outcomes = () => results().map(({ outcome }) => outcome);

export const reasons = () => results().map(({ reason }) => reason);

export const pairs = () =>
	results()
		.filter(({ reason }) => reason !== undefined)
		.map(({ outcome, reason }) => `${outcome} ${reason}`);

/** Kinds of the parameters that accepted messages gave a value to. */
export const parameterKinds = () =>
	sends.filter(isAccepted).flatMap(({ template = TEMPLATE, templates: own = [], runs }) => {
		const [name] = template.split(':');
		const all = [...own, ...templates] as unknown as MessageTemplate[];
		const seeded = all.find((entry) => entry.name === name) as MessageTemplate;
		const given = runs.flatMap(({ items }) =>
			items.flatMap(({ variables }) => Object.keys(variables ?? {})),
		);
		return listParameters(seeded)
			.filter(({ id }) => given.includes(id))
			.map(({ kind }) => kind);
	});

const isAccepted = ({ runs }: SendCase) =>
	runs.every((run) => run.results.every(({ outcome }) => outcome === 'accepted'));

/** Classes under `meta` of a result, or in the `errors` of a status. */
export const errorClasses = (where: 'meta' | 'errors') =>
	(where === 'meta' ? results() : notifications())
		.flatMap((entry) => [entry[where]].flat() as Array<Match | undefined>)
		.map((error) => error?.class);

export const notificationKinds = () => notifications().map(({ kind }) => kind);

export const outputs = () => updates.flatMap(({ outputs: named = {} }) => Object.keys(named));

const templateResults = () =>
	of('Manage Template').flatMap(({ runs }) => runs.flatMap((run) => run.results));

export const templateOutcomes = () => templateResults().map(({ outcome }) => outcome);

export const templateReasons = () => templateResults().map(({ reason }) => reason);

export const templatePairs = () =>
	templateResults()
		.filter(({ reason }) => reason !== undefined)
		.map(({ outcome, reason }) => `${outcome} ${reason}`);

export const templateOperations = () =>
	of('Manage Template').flatMap(({ runs }) => runs.map(({ operation }) => operation));

export const platforms = (status: number) =>
	events
		.filter(({ calls }) =>
			calls.some(
				(call) => call.status === status && (status !== 200 || (call.messages ?? []).length > 0),
			),
		)
		.map(({ platform }) => platform);

export const leftOutReasons = () => leftOut().map(({ reason }) => reason);

export const noticeTypes = () =>
	plans.flatMap(({ items }) => items.map(({ body }) => (body as Match | null)?.type));

export const automations = () =>
	plans.flatMap(({ messages = [] }) => messages.map(({ automation }) => automation));
