import { addressField, copyButton, publicAddress } from './address-field';
import type { Catalogue } from './api';
import { platformName } from './catalogue';
import { button, byId, el } from './dom';
import { eventNode } from './event-node';
import { fitTray } from './form';
import type { EditorNode } from './red';
import { t, tOr } from './words';

const STORED = '__PWRD__';

/** Platforms whose reports do not say what happened: each action gets an address of its own. */
const PLATFORM_ACTIONS: Record<string, string[]> = {
	'zoho-backstage': [
		'order.create',
		'attendee.create',
		'attendee.reassign',
		'order.cancel',
		'attendee.delete',
		'microsite.publish',
	],
};

/** The dialog of whatsapp-event-trigger. */
export const eventTrigger = {
	prepare(node: EditorNode): void {
		fitTray(620);
		const secret = $('#node-input-secret');
		secret.typedInput({ type: 'cred' });
		$('#node-input-apiToken').typedInput({ type: 'cred' });
		byId<HTMLElement>('wae-generate').replaceChildren(
			button(t('secret.generate'), 'random', () => {
				secret.typedInput('type', 'cred');
				secret.typedInput('value', randomSecret());
				secret.trigger('change');
			}),
		);
		const path = $('#node-input-path');
		let platform = String(node.platform ?? '');
		let inAddress = false;
		const show = (): void => showAddresses(platform, inAddress);
		path.on('change keyup', show);
		secret.on('change keyup paste', show);
		if (path.val() === '') proposePath(node, platform);
		const onPlatform = (id: string, all: Catalogue | undefined): void => {
			if (id !== platform && isProposed(String(path.val()), platform)) proposePath(node, id);
			platform = id;
			const chosen = all?.platforms.find((one) => one.id === id);
			const signature = chosen?.signature;
			// Unknown yet: what was filled in stays to be seen.
			const hasApi = chosen ? chosen.api !== undefined : Boolean(node.apiAddress);
			byId<HTMLElement>('wae-api').hidden = !hasApi;
			byId('node-input-apiAddress').placeholder = chosen?.api?.address ?? t('api.addressExample');
			inAddress = signature?.type === 'shared-secret';
			byId<HTMLElement>('wae-signature').textContent = signature
				? tOr(`platform.${id}.signature`, signature.description)
				: '';
			show();
		};
		void eventNode.prepare(node, {
			platformField: 'node-input-platform',
			first: [],
			polled: false,
			onPlatform,
		});
		show();
	},

	save: eventNode.save,
	close: eventNode.close,
	platformName,
};

/**
 * With the secret at the end where the platform proves itself with it, and once for each action
 * where its reports do not say what happened.
 */
function showAddresses(platform: string, inAddress: boolean): void {
	const path = String($('#node-input-path').val()).trim();
	const plain = publicAddress('', 'event', path);
	const secret = String($('#node-input-secret').val() ?? '');
	const known = secret !== '' && secret !== STORED;
	const text = known ? encodeURIComponent(secret) : t('secret.placeholder');
	const field = addressField();
	const end = inAddress ? '?secret=' : '';
	field.show(
		inAddress ? `${plain}${end}${text}` : plain,
		inAddress ? `${plain}${end}${known ? '••••••••' : text}` : plain,
	);
	const actions = (inAddress && PLATFORM_ACTIONS[platform]) || [];
	const byAction = actions.map((action) => {
		const address = `${plain}${end}${text}&action=${action}`;
		return el(
			'li',
			{},
			el('span', {}, t(`action.${action.replace('.', '_')}`)),
			el('code', {}, `…&action=${action}`),
			copyButton(() => address),
		);
	});
	// Without an action behind it, the address of such a platform is none to copy.
	field.element.classList.toggle('wae-address-start', byAction.length > 0);
	byId<HTMLElement>('wae-address').replaceChildren(
		field.element,
		byAction.length > 0 ? el('ul', { class: 'wae-address-ends' }, ...byAction) : '',
		inAddress && secret === STORED ? el('p', { class: 'wae-hint' }, t('secret.stored')) : '',
	);
}

const isProposed = (path: string, platform: string): boolean =>
	path === '' || path === platform || new RegExp(`^${platform}-\\d+$`).test(path);

/** The platform's id, or with a number behind it where another trigger has taken that. */
function proposePath(node: EditorNode, platform: string): void {
	const taken = new Set<unknown>();
	RED.nodes.eachNode((other) => {
		if (other.type === node.type && other.id !== node.id) taken.add(other.path);
	});
	let path = platform;
	for (let count = 2; taken.has(path); count++) path = `${platform}-${count}`;
	$('#node-input-path').val(path).trigger('change');
}

/** 24 random bytes, safe in an address. */
function randomSecret(): string {
	return [...crypto.getRandomValues(new Uint8Array(24))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
}
