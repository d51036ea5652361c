import type { Automation, Catalogue } from './api';
import { choices, type Choices } from './choices';
import { platformName } from './catalogue';
import { isJapanese, t } from './words';

/**
 * The ten triggers to tick; those the platform cannot set off are grey and say why. What was ticked for
 * another platform is ticked again when that is chosen again.
 */
export function feedChoices(
	{ automations, platforms }: Catalogue,
	platform: string,
	chosen: readonly string[],
): Choices {
	const feeds = platforms.find(({ id }) => id === platform)?.feeds;
	const isFed = ({ id }: Automation) => feeds === undefined || feeds.includes(id);
	const list = choices(
		automations.map((automation) => ({
			value: automation.id,
			label: isJapanese() ? automation.label.ja : automation.label.en,
			hint: isFed(automation)
				? automation.template
				: t(`feeds.${reasonOf(automation)}`, { platform: platformName(platform) }),
			group: t(`audience.${automation.audience}`, { defaultValue: automation.audience }),
			disabled: !isFed(automation),
		})),
		[...chosen],
	);
	const unfed = automations.filter((automation) => !isFed(automation)).map(({ id }) => id);
	const kept = chosen.filter((id) => unfed.includes(id));
	return { element: list.element, values: () => [...list.values(), ...kept] };
}

/** What to do instead differs by what the platform is silent about. */
function reasonOf({ id, audience }: Automation): string {
	if (id === 'sponsor.welcomed') return 'website';
	return audience === 'speaker' || audience === 'sponsor' ? audience : 'tickets';
}
