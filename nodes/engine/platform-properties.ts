import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { automations } from '../../core/events/automations';
import { platforms, type Platform } from '../../core/events/platforms';

const asOption = ({ id, name, signature }: Platform): INodePropertyOptions => ({
	name,
	value: id,
	description: signature.description,
});

const sorted = (chosen: readonly Platform[]): INodePropertyOptions[] =>
	chosen.map(asOption).sort((a, b) => a.name.localeCompare(b.name));

/** Every platform: what it sends, or answers, can be read. */
export const platformOptions = sorted(platforms);

/** Those that call a webhook. */
export const webhookPlatformOptions = sorted(
	platforms.filter(({ arrival }) => arrival === 'webhook'),
);

/** The platform's name under the node, in place of its id. */
export function platformSubtitle(parameter: string): string {
	const names = JSON.stringify(Object.fromEntries(platforms.map(({ id, name }) => [id, name])));
	return `={{ (${names})[$parameter["${parameter}"]] || $parameter["${parameter}"] }}`;
}

/** One notice for each platform that cannot report everything: which triggers it never sets off. */
export function feedNotices(
	parameter: string,
	chosen: readonly Platform[] = platforms,
	show: Record<string, string[]> = {},
): INodeProperties[] {
	return chosen
		.filter(({ feeds }) => feeds.length < automations.length)
		.map(({ id, name, feeds, arrival }) => ({
			displayName: `${name} cannot report: ${missing(feeds)}. ${
				arrival === 'poll'
					? 'It calls nobody: ask it with Schedule Trigger and HTTP Request, and connect the answer here.'
					: 'For these use another source, e.g. a form or a table.'
			}`,
			name: `notReported_${id.replace(/-/g, '_')}`,
			type: 'notice',
			default: '',
			displayOptions: { show: { ...show, [parameter]: [id] } },
		}));
}

const missing = (feeds: Platform['feeds']): string =>
	automations
		.filter(({ id }) => !feeds.includes(id))
		.map(({ label }) => label.en)
		.join(' · ');
