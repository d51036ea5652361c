import type { Template } from '../template.ts';
import { editQuotaOf, type EditQuota } from '../templates/editQuota.ts';
import { blockedNames, creationsOf, type BlockedName, type Creations } from '../templates/names.ts';
import { sampleUrl, withSampleUrls } from '../templates/samples.ts';
import type { World } from '../world.ts';

/** What a template can be told about. Source: Meta, "Webhooks", reference §3. */
const FIELDS = [
	'message_template_status_update',
	'message_template_quality_update',
	'message_template_components_update',
	'template_category_update',
] as const;

/** How the account stands with Meta's limits. Times are milliseconds since 1970, simulated. */
export interface TemplateAccount {
	/** The name that people see above the chat. */
	business: string;
	now: number;
	templates: { count: number; limit: number };
	creations: Creations;
	blocked: BlockedName[];
	/** Where the webhooks about templates go; `null` where nobody has subscribed. */
	webhooks: Record<string, string | null>;
}

/** A template as a reviewer looks at it: samples by address, and its edits. */
export type TemplateDetail = Template & { edits: EditQuota };

export function accountOf(world: World): TemplateAccount {
	const address = (field: string) => world.subscriptions.destination(field) ?? null;
	return {
		business: world.numbers.get(world.credentials.phoneNumberId)?.verifiedName ?? '',
		now: world.clock.now(),
		templates: { count: world.templates.size, limit: world.settings.templates.limit },
		creations: creationsOf(world),
		blocked: blockedNames(world),
		webhooks: Object.fromEntries(FIELDS.map((field) => [field, address(field)])),
	};
}

export function detailOf(world: World, template: Template): TemplateDetail {
	return {
		...template,
		// Without an origin: addresses on the simulator that was asked.
		components: withSampleUrls(template.components, (handle) => sampleUrl(world, handle, '')),
		edits: editQuotaOf(world, template),
	};
}
