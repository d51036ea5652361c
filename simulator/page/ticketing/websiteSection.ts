import { el, setText } from '../dom.ts';
import { t } from '../i18n.ts';
import { createActionButton } from './actionButton.ts';
import { createDeskSection } from './deskSection.ts';
import type { Section } from './ordersSection.ts';
import type { Act } from './types.ts';

/** The website of the event going live, which welcomes the sponsors. */
export function createWebsiteSection(act: Act): Section {
	let name = '';
	const goLive = createActionButton({
		action: 'go-live',
		onPress: () => void act('go-live', {}, name),
	});
	const said = el('p', { class: 'hint' });
	const section = createDeskSection(
		{ title: t('website'), testId: 'website', actions: ['go-live'], buttons: [goLive.element] },
		said,
	);
	return {
		element: section.element,
		update(state, platform) {
			name = state.event.name;
			section.explain(platform, state.platforms);
			goLive.update(platform, true, section.noteId);
			setText(said, t(platform.live ? 'websiteLive' : 'websiteNotLive'));
			said.hidden = goLive.element.disabled;
		},
	};
}
